import ChineseText
import Linting
import Reading

/// How the marks and the list of references fit together as a whole.
enum ReferenceOrder {
  static let all: [any Rule] = [outOfOrder, numberGap, duplicateEntry, mixedStyle]

  private static let basis = [
    Basis("wechat-account-management", "六、3"), Basis("gbt-7714", ""),
  ]
}

extension ReferenceOrder {
  private static let outOfOrder = FamilyRule(
    "citation/out-of-order",
    .suggestion,
    summary: Localized("文献没有按出现的先后编号", "references not numbered in the order of their marks"),
    why: Localized(
      "顺序编码制按引用的先后编号：先出现的是[1]，再出现的是[2]；乱了序，读者要来回翻找。",
      "References are numbered as they are first cited: [1], then [2]; otherwise readers leaf back and forth."
    ),
    basis: basis,
    cases: [
      .ok(
        "再次引用",
        "少吃盐[1]。多走路[2]。按时服药[1]，定期复查[1-3]。\n\n## 参考文献\n\n1. 《甲》\n2. 《乙》\n3. 《丙》"
      ),
      .ok("中间一条没有被引用，另有规则", "少吃盐[1]。多走路[3]。\n\n## 参考文献\n\n1. 《甲》\n2. 《乙》\n3. 《丙》"),
      .flags("先出现3", "少吃盐⟦[3]⟧。多走路[1]，早睡[2]。\n\n## 参考文献\n\n1. 《甲》\n2. 《乙》\n3. 《丙》"),
    ]
  ) { draft in
    let citations = draft.fact(Citations.self)
    let marks = citations.marks.filter { $0.label == nil }
    // Two lists, such as 注释 and 参考文献, are each numbered from 1.
    guard marks.count > 1, let last = citations.list.entries.last,
      citations.list.entries.allSatisfy({ $0.list == last.list })
    else { return [] }
    let numbers = Set(citations.list.entries.map(\.number))
    let cited = Set(marks.flatMap(\.numbers)).intersection(numbers)
    var seen: Set<Int> = []
    for mark in marks {
      for number in mark.numbers where cited.contains(number) && seen.insert(number).inserted {
        guard let earlier = cited.filter({ $0 < number && !seen.contains($0) }).min(),
          !mark.numbers.contains(earlier)
        else { continue }
        let message = Localized(
          "[\(number)] 出现在 [\(earlier)] 之前：请按出现的先后重新编号",
          "[\(number)] comes before [\(earlier)]: number the references in the order of their marks"
        )
        return [Fault(range: mark.range, message: message)]
      }
    }
    return []
  }

  private static let numberGap = FamilyRule(
    "citation/number-gap",
    .warning,
    summary: Localized("参考文献的编号不连续", "numbers of references that skip, repeat or differ in form"),
    why: Localized(
      "编号跳了、重了，或者有的写[1]有的写2.，正文的标注就对不上条目。",
      "Where numbers skip or repeat, or [1] stands beside 2., marks lead to the wrong entry."
    ),
    basis: basis,
    cases: [
      .ok("连续", "**参考文献**\n\n[1] 《甲指南》。\n\n[2] 《乙指南》。"),
      .ok("两份清单各自编号", "注释\n\n① 甲。\n\n② 乙。\n\n参考文献\n\n[1] 《甲指南》。\n\n[2] 《乙指南》。"),
      .flags("缺了3", "**参考文献**\n\n[1] 《甲指南》。\n\n[2] 《乙指南》。\n\n⟦[4] 《丁指南》。⟧"),
      .flags("重号", "**参考文献**\n\n[1] 《甲指南》。\n\n⟦[1] 《乙指南》。⟧"),
      .flags("写法不一", "**参考文献**\n\n[1] 《甲指南》。\n\n⟦2、《乙指南》。⟧\n\n[3] 《丙指南》。"),
    ]
  ) { draft in
    let entries = draft.fact(ReferenceList.self).entries.filter { $0.style != nil }
    guard entries.count > 1 else { return [] }
    return zip(entries, entries.dropFirst()).compactMap { last, entry in
      guard last.list == entry.list else { return nil }
      let range = entry.range
      if entry.number == last.number {
        return Fault(range: range, message: .repeats(entry.number))
      }
      if entry.number != last.number + 1 {
        // A second list without a heading of its own starts anew.
        if entry.number == 1 { return nil }
        return Fault(range: range, message: .skips(entry.number, after: last.number))
      }
      if entry.style != last.style, entry.style != entries[0].style {
        return Fault(range: range, message: .changesForm)
      }
      return nil
    }
  }

  private static let duplicateEntry = FamilyRule(
    "citation/duplicate-entry",
    .suggestion,
    summary: Localized("同一文献列了两次", "a work listed twice"),
    why: Localized(
      "同一篇文献只列一条，正文里多次引用同一个编号；列两次让人以为有两份依据。",
      "A work has one entry and as many marks as needed; two entries pass for two pieces of evidence."
    ),
    basis: basis,
    cases: [
      .ok(
        "同一本书的不同页码",
        "参考文献\n\n[1] 张三. 高血压防治手册[M]. 北京: 甲出版社, 2020: 12-15.\n\n"
          + "[2] 张三. 高血压防治手册[M]. 北京: 甲出版社, 2020: 40-42."
      ),
      .ok("不同年份的版本", "参考文献\n\n[1] 《中国居民膳食指南（2016）》\n\n[2] 《中国居民膳食指南（2022）》"),
      .flags(
        "同一指南",
        "参考文献\n\n[1] 中国营养学会. 《中国居民膳食指南（2022）》.\n\n[2] 《甲报告（2023）》\n\n"
          + "[3] ⟦《中国居民膳食指南（2022）》，中国营养学会。⟧"
      ),
    ]
  ) { draft in
    let references = try draft.fact(ReadReferences.self).all
    guard references.count > 1 else { return [] }
    return references.indices.dropFirst().compactMap { index in
      let reference = references[index]
      let same = references[..<index].first {
        $0.entry.list == reference.entry.list && isSame($0, reference, in: draft)
      }
      guard let same else { return nil }
      let message = Localized(
        "与第 \(same.entry.number) 条是同一文献，宜合并成一条",
        "the same work as entry \(same.entry.number): make them one"
      )
      return Fault(range: reference.trimmedRange(in: draft), message: message)
    }
  }

  private static func isSame(
    _ left: ReadReference,
    _ right: ReadReference,
    in draft: ScannedDraft
  ) -> Bool {
    if let pages = left.parts.pages, let others = right.parts.pages, pages != others {
      return false
    }
    if let address = left.parts.address, address == right.parts.address, hasPath(address) {
      return true
    }
    let title = left.parts.title
    return title.unicodeScalars.count >= 6 && title == right.parts.title
      && digits(of: left, in: draft) == digits(of: right, in: draft)
  }

  /// Whether an address leads further than to a site's first page.
  private static func hasPath(_ address: String) -> Bool {
    let host = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return host.firstIndex(of: "/").map { host.distance(from: $0, to: host.endIndex) > 2 } ?? false
  }

  /// The years of an entry.
  private static func digits(of reference: ReadReference, in draft: ScannedDraft) -> [Substring] {
    draft.draft.string(in: reference.entry.text..<reference.entry.range.upperBound)
      .split { !$0.isASCII || !$0.isNumber }
      .filter { $0.utf8.count == 4 && ($0.opens(with: "19") || $0.opens(with: "20")) }
      .sorted()
  }

  private static let mixedStyle = FamilyRule(
    "citation/mixed-style",
    .suggestion,
    summary: Localized("标注文献用了几种写法", "marks of references in several forms"),
    why: Localized(
      "一篇文章只用一种标注：有的写[1]有的写①，读者不知道该到哪里找。",
      "One text takes one kind of mark; where [1] stands beside ① readers look in the wrong place."
    ),
    basis: basis,
    cases: [
      .ok("方括号和上标是一种", "少吃盐[1]。多走路<sup>[2]</sup>。\n\n参考文献：1. 《甲》 2. 《乙》"),
      .ok("步骤不是标注", "少吃盐[1]。①先称盐；②再下锅。\n\n## 参考文献\n\n1. 《甲》"),
      .flags("方括号和圈码", "少吃盐[1]。多走路[2]，早睡⟦①⟧。\n\n参考文献：1. 《甲》 2. 《乙》"),
    ]
  ) { draft in
    let marks = draft.fact(Citations.self).marks
    guard let first = marks.first else { return [] }
    if let other = marks.first(where: { $0.style != first.style }) {
      // What is rarer is taken for the slip.
      let count = marks.count { $0.style == first.style }
      let slip = count * 2 < marks.count ? first : other
      return [Fault(range: slip.range, message: .mixed)]
    }
    let list = draft.fact(ReferenceList.self)
    for block in draft.draft.blocks where block.kind == .paragraph || block.kind == .listItem {
      for mark in draft.scan.marks(in: block.text) where mark.scalar == "（" || mark.scalar == "(" {
        let range = mark.offset..<min(mark.offset + 90, block.text.upperBound)
        if let end = try authorYear(range, in: draft), !list.holds(mark.offset) {
          return [Fault(range: mark.offset..<end, message: .mixed)]
        }
      }
    }
    return []
  }

  /// The end of `（王某等，2023）` at the start of a range.
  private static func authorYear(_ range: Range<Int>, in draft: ScannedDraft) throws -> Int? {
    let text = draft.text
    guard
      let close = ["）", ")"].compactMap({ text.firstOffset(of: $0, in: range) }).min(),
      let width = text.scalar(at: close).map({ UTF8.width($0) }),
      try cited.matches(range.lowerBound..<close + width, of: text)
    else { return nil }
    return close + width
  }

  private static let cited = SentenceTest(
    "^[（(](?:[\\p{Han}]{2,4}等?|[A-Z][a-z]+(?: et al\\.?)?|[\\p{Han}]{2,16}(?:组织|学会|协会|委员会|中心))"
      + "[,，]\\s?(?:19|20)\\d{2}[a-z]?[）)]$"
  )
}

extension Localized {
  fileprivate static func repeats(_ number: Int) -> Self {
    Self("文献编号 \(number) 重复", "the number \(number) repeats")
  }

  fileprivate static func skips(_ number: Int, after last: Int) -> Self {
    Self(
      "文献编号从 \(last) 跳到 \(number)，请核对是不是漏了一条",
      "the numbers go from \(last) to \(number): is an entry lost?"
    )
  }

  fileprivate static let changesForm = Self(
    "编号的写法与上面不一致，宜统一",
    "the number has another form than those above"
  )

  fileprivate static let mixed = Self(
    "同一篇文章用了几种标注方式，宜统一为一种",
    "several kinds of marks in one text: keep to one"
  )
}

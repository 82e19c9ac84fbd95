import ChineseText
import Linting
import Reading
import SourceText

/// Notes that lead nowhere, and addresses that stand naked in the text.
enum Footnotes {
  static let all: [any Rule] = [broken, bareAddress]
}

extension Footnotes {
  private static let broken = FamilyRule(
    "citation/footnote-broken",
    .error,
    summary: Localized("脚注没有内容或重复定义", "a note that is missing or defined twice"),
    why: Localized(
      "点了脚注却找不到内容，读者无从查证，等于没有注明出处。",
      "A note that leads nowhere cannot be followed: the source is as good as missing."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1")],
    cases: [
      .ok("有定义", "每天走六千步[^a]。\n\n[^a]: 《中国人群身体活动指南（2021）》。"),
      .ok("代码里的方括号", "写作`[^b]`。"),
      .ok(
        "锚点在",
        "<p>每天走六千步<sup><a href=\"#fn1\">[1]</a></sup>。</p><p id=\"fn1\">1. 《甲指南》。</p>"
      ),
      .flags("没有定义", "每天走六千步⟦[^a]⟧。"),
      .flags("定义了两次", "每天走六千步[^a]。\n\n[^a]: 《甲指南》。\n\n⟦[^a]: 《乙指南》。⟧"),
      .flags(
        "锚点不在",
        "<p>每天走六千步<sup>⟦<a href=\"#fn1\">[1]</a>⟧</sup>。</p><h2>参考文献</h2><ol><li>《甲指南》。</li></ol>"
      ),
    ]
  ) { draft in
    var labels: Set<String> = []
    var faults = draft.draft.notes.compactMap { note in
      labels.insert(note.label.lowercased()).inserted
        ? nil : Fault(range: 0..<0, message: .twice(note.label), source: note.source)
    }
    let citations = draft.fact(Citations.self)
    for mark in citations.marks {
      guard let label = mark.label, !labels.contains(label.lowercased()) else { continue }
      faults.append(Fault(range: mark.range, message: .undefined(label)))
    }
    let names = draft.draft.links.map(noteName(of:))
    let anchors = names.contains { $0 != nil } ? draft.draft.anchors : []
    for (link, name) in zip(draft.draft.links, names) {
      guard let name, !anchors.contains(name),
        // A number without an entry is `citation/mark-without-entry`'s.
        !citations.marks(overlapping: link.text).contains(where: {
          !citations.missing(of: $0).isEmpty
        })
      else { continue }
      faults.append(Fault(range: link.text, message: .noAnchor(name), source: link.source))
    }
    return faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The anchor of a link to a note or a reference; nil for other links.
  private static func noteName(of link: Link) -> String? {
    let destination = link.destination.string
    guard destination.utf8.first == 0x23 else { return nil }
    let name = String(destination.dropFirst())
    return isNote(name) ? name : nil
  }

  /// Whether an anchor is a note's or a reference's by its name: `fn1`, `_ftn2`, `ref3`.
  static func isNote(_ name: String) -> Bool {
    let head = name.lowercased().drop { "_-".contains($0) }
    let starts = ["fn", "ftn", "footnote", "ref", "cite", "note", "edn", "endnote", "bib"]
    return head.last?.isNumber == true && starts.contains { head.hasPrefix($0) }
  }

  private static let bareAddress = FamilyRule(
    "citation/bare-url",
    .suggestion,
    summary: Localized("用一串网址代替出处", "a naked address in the place of a source"),
    why: Localized(
      "一长串网址看不出是谁的什么资料，手机上也不好点；应写明资料的名称，把链接加在名称上。",
      "An address tells neither whose nor which work it is: name the work and link its name."
    ),
    basis: [Basis("wechat-account-management", "六、3")],
    cases: [
      .ok("医院的网址", "医院网址：https://www.example.cn/guahao/index.html"),
      .ok("加在名称上的链接", "数据见[《2024年公报》](https://www.example.gov.cn/a/b/c.html)。"),
      .ok("登录办事的网址", "请登录https://www.example.cn/guahao/index.html预约。"),
      .flags("数据的出处", "数据见⟦https://www.example.gov.cn/a/b/c.html⟧。"),
    ]
  ) { draft in
    guard draft.grams.mayHold(slashes),
      draft.text.firstOffset(of: "://", in: 0..<draft.text.count) != nil
    else { return [] }
    let list = draft.fact(ReferenceList.self)
    return try draft.scan.protectedSpans.compactMap { span in
      guard span.kind == .address, span.range.count >= 20,
        draft.text.firstOffset(of: "http", in: span.range) == span.range.lowerBound,
        let block = draft.block(at: span.range.lowerBound),
        block.kind == .paragraph || block.kind == .listItem,
        !block.context.contains(.references), !list.holds(span.range.lowerBound)
      else { return nil }
      let start = draft.sentence(at: span.range.lowerBound).lowerBound
      let before = min(start, span.range.lowerBound)..<span.range.lowerBound
      guard try sourceWords.matches(before, of: draft.text),
        try !serviceWords.matches(before, of: draft.text)
      else { return nil }
      let message = Localized(
        "请写明资料的名称和发布单位，把链接加在名称上",
        "name the work and who published it, and link its name"
      )
      return Fault(range: span.range, message: message)
    }
  }

  private static let slashes = TextGrams.Sign(of: "://")
  private static let sourceWords = SentenceTest(
    "(?:数据|资料|报告|研究|文献|原文|来源|出处|引自|摘自|参考|参见|详见|见|据)[^，。；]{0,12}$"
  )
  private static let serviceWords = SentenceTest(
    "网址|官网|网站|登录|登陆|访问|打开|下载|报名|预约|查询|查报告|查结果|取报告|填报|填写|链接|入口|平台|系统|邮箱|投稿|公众号|扫码|观看|直播|问卷|投票"
  )
}

extension Draft {
  /// The names and ids of the source's elements.
  fileprivate var anchors: Set<String> {
    var anchors: Set<String> = []
    for key in ["id=", "name="] {
      var start = 0
      while let offset = source.bytes.firstOffset(of: key, in: start..<source.bytes.count) {
        start = offset + key.utf8.count
        if start < source.bytes.count, "\"'".utf8.contains(source.bytes[start]) { start += 1 }
        let name = source.bytes[start...].prefix { !" \"'>/\n\t".utf8.contains($0) }
        anchors.insert(String(decoding: name, as: UTF8.self))
      }
    }
    return anchors
  }
}

extension Localized {
  fileprivate static func undefined(_ label: String) -> Self {
    Self("脚注 \(label) 没有写内容：文末缺「[^\(label)]: ……」", "the note \(label) is not defined")
  }

  fileprivate static func twice(_ label: String) -> Self {
    Self("脚注 \(label) 写了两次内容，请各用各的编号", "the note \(label) is defined twice")
  }

  fileprivate static func noAnchor(_ name: String) -> Self {
    Self("脚注链接 #\(name) 在文中没有对应的位置", "there is no place #\(name) in the text")
  }
}

import ChineseText
import Linting
import Reading

/// Flags characters that have a standard form: traditional ones and variants.
struct CharacterForm: Rule {
  let info: RuleInfo
  let cases: [RuleCase]
  private let kinds: [Oddity.Kind]
  private let name: Localized

  static let all: [any Rule] = [
    CharacterForm(
      "traditional",
      Localized("繁体字", "traditional character"),
      clause: "附件1",
      [.traditional, .traditionalAmbiguous],
      [
        .ok("规范字和规定的用法", "乾隆年间，瞭望塔下，杯盘狼藉；宫商角徵羽。"),
        .flags("繁体字", "⟦請⟧勿⟦隨⟧意用⟦藥⟧。", fixed: "请勿随意用药。"),
      ]
    ),
    CharacterForm(
      "variant",
      Localized("异体字", "variant character"),
      clause: "附件1",
      [.variant],
      [
        .ok("看似异体的规范字、人名", "追踪随访；烟囱；翱翔；马飚同志。"),
        .flags("异体字", "吸⟦菸⟧有害健康。", fixed: "吸烟有害健康。"),
      ]
    ),
  ]

  private init(
    _ id: String,
    _ name: Localized,
    clause: String,
    _ kinds: [Oddity.Kind],
    _ cases: [RuleCase]
  ) {
    info = RuleInfo(
      id: "character/" + id,
      summary: Localized("使用了\(name.zh)", "a \(name.en)"),
      why: Localized(
        "面向公众的信息应当使用规范汉字；\(name.zh)已有对应的规范字。",
        "Public information is written in standard characters; a \(name.en) has a standard form."
      ),
      basis: [Basis("tgh", clause), Basis("wechat-account-management", "六、1")],
      severity: .error
    )
    self.name = name
    self.kinds = kinds
    self.cases = cases
  }

  /// Simplifications of 1977, which have a rule of their own.
  private static let abolished: Set<Unicode.Scalar> = ["歺", "㝉", "迠"]

  var triggers: Triggers { .oddities(kinds) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let traditional = draft.scan.oddities.isEmpty ? [] : traditionalBlocks(in: draft)
    return draft.scan.oddities.compactMap { oddity in
      guard kinds.contains(oddity.kind), !Self.abolished.contains(oddity.scalar),
        let standard = oddity.scalar.standardForm,
        !draft.isForeign(at: oddity.offset),
        traditional.isEmpty || !traditional.contains(draft.blockIndex(at: oddity.offset) ?? -1),
        !isTerm(oddity, in: draft),
        !standsInName(oddity.offset, strictly: true, in: draft)
      else { return nil }
      let isQuoted = draft.scan.span(covering: oddity.range, of: [.titleMarks, .name]) != nil
      let safety: Fix.Safety = isQuoted || oddity.kind == .traditionalAmbiguous ? .unsafe : .safe
      let fix = draft.fix(
        Localized("改为「\(standard)」", "replace with \(standard)"),
        safety,
        replacing: oddity.range,
        with: String(Character(standard))
      )
      let message = Localized(
        "「\(oddity.scalar)」是\(name.zh)，规范字是「\(standard)」",
        "\(oddity.scalar) is a \(name.en) of \(standard)"
      )
      return finding(message, at: oddity.range, in: draft, fix: fix)
    }
  }
}

/// Whether a character that has a standard form elsewhere is the term's own: `癥瘕`, `二噁英`.
private func isTerm(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
  let next = draft.scalar(from: oddity.range.upperBound)
  switch oddity.scalar {
  case "癥": return next.map { "瘕积块".unicodeScalars.contains($0) } ?? false
  case "噁": return next != "心"
  default: return false
  }
}

extension ScannedDraft {
  /// Whether an offset stands in text marked as another language than simplified Chinese.
  func isForeign(at offset: Int) -> Bool {
    if let block = block(at: offset), block.context.contains(.foreign) { return true }
    let next = foreignSpans.partitioningIndex { $0.upperBound > offset }
    return next < foreignSpans.count && foreignSpans[next].contains(offset)
  }
}

/// The blocks in traditional characters, by index, which have one finding of `character/traditional-block` each.
///
/// They hold five different traditional characters or more, which make up over 30 % of their Han.
func traditionalBlocks(in draft: ScannedDraft) -> Set<Int> {
  var found: [Int: [Unicode.Scalar]] = [:]
  for oddity in draft.scan.oddities {
    guard oddity.kind == .traditional || oddity.kind == .traditionalAmbiguous,
      let index = draft.blockIndex(at: oddity.offset)
    else { continue }
    found[index, default: []].append(oddity.scalar)
  }
  let traditional = found.filter { index, scalars in
    guard scalars.count >= 5, Set(scalars).count >= 5 else { return false }
    let block = draft.draft.string(of: draft.draft.blocks[index])
    return scalars.count * 10 > block.unicodeScalars.count(where: isHan) * 3
  }
  return Set(traditional.keys)
}

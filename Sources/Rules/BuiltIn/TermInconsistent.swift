import ChineseText
import Linting
import Reading
import SourceText

/// Flags a second name for one thing in a draft that does not say that both are the same.
struct TermInconsistent: Rule {
  let info = RuleInfo(
    id: "wording/term-inconsistent",
    summary: Localized("同一事物用了两个名称", "two names for one thing"),
    why: Localized(
      "同一篇里名称前后不一，读者会以为说的是两回事；第一次写明「又称」，以后只用一个。",
      "With two names readers think of two things; say once that they are the same and keep to one."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    severity: .suggestion
  )

  let cases: [RuleCase] = [
    .ok("说明过", "子宫颈癌常称宫颈癌。宫颈癌可以预防，子宫颈癌的筛查每三年一次。"),
    .ok("只用一个", "心脏骤停后要立即做心肺复苏，心脏骤停的黄金时间是4分钟。"),
    .ok("文件的名称和引语", "《电子医保凭证使用指南》已经更新。挂号请出示医保电子凭证。"),
    .flags("两个名称", "心脏骤停的人要尽快救治。心脏骤停时先呼救。\n\n发现⟦心跳骤停⟧，立即拨打120。"),
    .flags("前后不一", "挂号请出示医保电子凭证。\n\n没有⟦电子医保凭证⟧的，请带社保卡。\n\n医保电子凭证可以在手机上领取。"),
  ]

  static let list = "term-variants"

  var lists: [String] { [Self.list] }

  var triggers: Triggers { .lists(lists) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var groups: [String: [ListHit]] = [:]
    for hit in draft.hits(in: Self.list) where isOwnWord(hit.range, in: draft) {
      groups[hit.entry.standard, default: []].append(hit)
    }
    return groups.values.compactMap { finding(in: $0, of: draft) }
      .sorted { $0.range.start < $1.range.start }
  }

  /// Whether a name is the draft's own choice, and no title's, quotation's or heading's above the text.
  private func isOwnWord(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let index = draft.blockIndex(at: range.lowerBound), !draft.draft.blocks[index].isCode,
      index != draft.draft.titleBlock,
      draft.draft.blocks[index].context.isDisjoint(with: [.references, .quote]),
      !draft.scan.isOpaque(at: range.lowerBound)
    else { return false }
    return draft.scan.span(covering: range, of: [.titleMarks, .quotation, .name]) == nil
  }

  private func finding(in hits: [ListHit], of draft: ScannedDraft) -> Finding? {
    var uses: [String: [ListHit]] = [:]
    for hit in hits { uses[hit.entry.term, default: []].append(hit) }
    guard uses.count > 1, !isExplained(hits, in: draft) else { return nil }
    // The rarer name is the odd one; of two as rare that which comes later.
    let ranked = uses.values.sorted {
      ($0.count, $1[0].range.lowerBound) < ($1.count, $0[0].range.lowerBound)
    }
    guard let odd = ranked.first?.first, let usual = ranked.last?.first else { return nil }
    let shown = draft.draft.string(in: odd.range)
    let other = draft.draft.string(in: usual.range)
    let message = Localized(
      "「\(shown)」和「\(other)」说的是同一事物，全文宜用一个名称",
      "\(shown) and \(other) are the same: keep to one name"
    )
    var finding = finding(message, at: odd.range, in: draft)
    finding.term = odd.entry.term
    return finding
  }

  /// Whether a sentence has two of the names, as one that explains them.
  private func isExplained(_ hits: [ListHit], in draft: ScannedDraft) -> Bool {
    var last: (end: Int, term: String)?
    for hit in hits {
      if let last, hit.range.lowerBound < last.end, hit.entry.term != last.term { return true }
      last = (draft.sentence(at: hit.range.lowerBound).upperBound, hit.entry.term)
    }
    return false
  }
}

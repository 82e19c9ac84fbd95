import ChineseText
import Linting
import Reading
import SourceText
import TestSupport
import Testing

/// Holds what a draft says of each of its offsets against a search of its blocks, and tells what it looked for.
private struct Places: Rule {
  let info = RuleInfo(
    id: "wording/places",
    summary: Localized("位置", "places"),
    why: Localized("测试", "test"),
    basis: [],
    severity: .error
  )
  let cases: [RuleCase] = []
  let pattern = GatedPattern("喝[^。]{0,4}水")

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    for offset in -1...draft.text.count {
      let block = draft.draft.blocks.firstIndex { $0.text.contains(offset) }
      let text = block.map { draft.draft.blocks[$0].text } ?? 0..<0
      let sentence = sentences(in: text, of: draft.text).first { $0.contains(offset) }
      let isRight =
        draft.blockIndex(at: offset) == block
        && draft.sentence(at: offset) == sentence ?? offset..<offset
      if !isRight { return [finding(Localized("错", "wrong at \(offset)"))] }
      // Where a match starts its sentence may hold one.
      let matches = try sentence.map { try pattern.matches(in: $0, of: draft.text) } ?? []
      if !matches.isEmpty, !pattern.mayMatch(inSentenceAt: offset, of: draft) {
        return [finding(Localized("漏", "missed at \(offset)"))]
      }
    }
    let many = draft.draft.blocks.count > 2 && draft.sentence(at: 0) != draft.draft.blocks[0].text
    return [finding(many ? Localized("全对", "right") : Localized("太少", "too few"))]
  }
}

@Suite struct DraftSentencesTests {
  @Test func `each offset has the block and the sentence that a search finds`() throws {
    let text = """
      <p>多喝水。勤洗手！常通风吗？“好。”</p><p>早睡早起，少喝酒水</p><h2></h2><ul><li>a。b。喝开水。</li><li>。</li></ul>
      <p>第一行<br>第二行。喝热水</p><table><tr><td>一</td><td></td></tr></table>
      <p hidden>这里看不见。喝凉水。</p>
      """
    let rules = [Places()]
    let linter = Linter(
      rules: rules,
      knownRules: rules.map(\.info),
      vocabulary: try Vocabulary(lists: [], patterns: [], lexicon: nil, cacheFolder: nil),
      options: Linter.Options(today: try #require(Day(year: 2026, month: 3, day: 1)))
    )
    let report = linter.lint(text, as: .html)
    #expect(report.findings.map(\.message.en) == ["right"])
  }
}

import Linting
import Reading
import Rules
import SourceText
import TestSupport
import Testing

/// What making safe fixes may and may not do, whatever the rules are.
@Suite struct FixLawTests {
  @Test(arguments: LawTests.generated) func `safe fixes remove their findings and add none`(
    _ draft: GeneratedDraft
  ) {
    for (text, format) in [(draft.markdown, DraftFormat.markdown), (draft.html, .html)] {
      expectSafeFixes(of: Array(text.utf8), format)
    }
  }

  @Test(arguments: CorpusDraft.all)
  func `safe fixes of the corpus remove their findings and add none`(
    _ draft: CorpusDraft
  ) throws {
    let report = LawTests.linter.lint(path: draft.name, bytes: draft.bytes, format: draft.format)
    expectSafeFixes(of: try #require(report.source).bytes, draft.format)
  }

  /// Ten thousand drafts, a hundred a time.
  @Test(arguments: 0..<100) func `safe fixes of faults mixed at random add none`(_ part: Int) {
    for seed in part * 100..<part * 100 + 100 {
      expectSafeFixes(of: Array(mixedDraft(seed: UInt64(seed)).utf8), .markdown)
    }
  }

  /// One round removes what it fixed and adds nothing but what the fault had hidden; fixing twice is fixing once;
  /// the numbers and negations that the prose tells stay.
  private func expectSafeFixes(of bytes: [UInt8], _ format: DraftFormat) {
    let linter = LawTests.linter
    let before = linter.lint(path: "draft", bytes: bytes, format: format)
    let selection = FixSelection(of: before.findings, unsafe: false)
    guard selection.count > 0 else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let once = linter.fixing(text, as: format, unsafe: false)
    #expect(linter.fixing(once, as: format, unsafe: false) == once)
    #expect(told(in: once, format) == told(in: text, format), "\(text) ⇒ \(once)")
    let fixed = applying(selection.edits, to: bytes)
    let after = linter.lint(path: "draft", bytes: fixed, format: format)
    var counts: [String: Int] = [:]
    for finding in before.findings { counts[finding.rule, default: 0] += 1 }
    for finding in after.findings { counts[finding.rule, default: 0] -= 1 }
    for (rule, count) in counts where !mayBeHidden.contains(rule) {
      #expect(count >= 0, "\(rule) is new in \(text) ⇒ \(once)")
    }
  }
}

/// Faults that another can hide: of a word that was misspelt, in capitals or in full width; of signs and spaces that are to
/// be alike all over a draft; of stops in half width; of the length of what is left.
private let mayBeHidden: Set = [
  "abbreviation/case", "abbreviation/first-use", "abbreviation/unknown",
  "citation/list-not-anchored",
  "citation/vague-source", "copyright/quotation-length", "metadata/notice-elements-missing",
  "number/unit-space", "punctuation/ellipsis-with-stop",
  "punctuation/comma-splice-long", "punctuation/connector-mixed", "structure/all-in-picture",
]

/// Drafts that break two to four rules, put together of the rules' own cases by a seeded generator.
private func mixedDraft(seed: UInt64) -> String {
  var random = SeededGenerator(seed: seed)
  return (0..<2 + random.index(below: 3))
    .map { _ in pieces[random.index(below: pieces.count)] }
    .joined(separator: "\n\n") + "\n"
}

private let pieces: [String] = ruleset.rules.flatMap(\.cases).map { MarkedDraft($0.draft).text }
  .filter { !$0.hasPrefix("<") && !$0.hasPrefix("---") && !$0.contains("hegui-") }

/// The digits and negations of the prose, in their order, whatever their shape.
private func told(in text: String, _ format: DraftFormat) -> [Unicode.Scalar] {
  guard let source = try? decodeSource(path: "draft", bytes: Array(text.utf8)),
    let draft = try? readDraft(source, as: format)
  else { return [] }
  return draft.string(in: 0..<draft.text.count).unicodeScalars.compactMap { scalar in
    switch scalar {
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFEE0)
    case "²", "㎡": "2"
    case "³", "㎥": "3"
    case "0"..."9", "不", "没", "无", "未", "非", "莫", "勿", "别": scalar
    default: nil
    }
  }
}

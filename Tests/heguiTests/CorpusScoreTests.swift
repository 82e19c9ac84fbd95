import FoundationEssentials
import Testing

@testable import hegui

@Suite struct CorpusCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("# C\n\nFloors: overall F1 0.95 (`floor`)\n", to: "corpus/README.md")
  }

  @Test func `labels are matched by rule, line and overlap of text`() throws {
    try place.write(commaDraft, to: "corpus/1/draft.md")
    try place.write(
      "# today: 2026-03-01\n5\t六,也\tpunctuation/halfwidth-comma\n",
      to: "corpus/1/expected.txt"
    )
    try place.write(cleanDraft, to: "corpus/2/draft.md")
    try place.write("# clean: all\n", to: "corpus/2/expected.txt")
    let outcome = try place.run("corpus", "test")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasSuffix("\n2 passed, 0 failed\n"))
    #expect(outcome.output.contains("punctuation"))
  }

  @Test func `misses and false alarms are listed and the floors decide`() throws {
    try place.write(commaDraft, to: "corpus/1/draft.md")
    try place.write("5\t坐诊\tslang/word\n", to: "corpus/1/expected.txt")
    let outcome = try place.run("corpus", "test", "corpus")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("corpus/1/draft.md:5: 漏报 miss slang/word 「坐诊」"))
    #expect(outcome.output.contains("误报 false alarm punctuation/halfwidth-comma"))
    #expect(outcome.output.contains("overall F1 0.000"))
    #expect(outcome.output.hasSuffix("\n0 passed, 1 failed\n"))
  }

  @Test func `a corpus without floors, cases or with a broken label ends with 2`() throws {
    #expect(try place.run("corpus", "test").status == 2)
    try place.write(commaDraft, to: "corpus/1/draft.md")
    try place.write("5 坐诊 slang/word\n", to: "corpus/1/expected.txt")
    let outcome = try place.run("corpus", "test")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("corpus/1/expected.txt:1"))
    #expect(try place.run("corpus", "test", "nowhere").status == 2)
  }
}

import Testing

@testable import hegui

@Suite struct OutputTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(commaDraft, to: "comma.md")
  }

  @Test func `the n-th output takes the n-th format`() throws {
    let outcome = try place.run(
      "lint",
      "comma.md",
      "--format",
      "json",
      "--output",
      "report.json",
      "--format",
      "ndjson"
    )
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix(#"{"path": "comma.md""#))
    #expect(try place.text("report.json").hasPrefix(#"{"version": 1,"#))
  }

  @Test(arguments: [
    (["--format", "json", "--format", "sarif"], "standard output"),
    (["--format", "json", "--output", "-", "--format", "pretty"], "standard output"),
    (["--format", "json", "--output", "a", "--format", "html", "--output", "a"], "one file"),
  ]) func `two reports do not share a place`(options: [String], shared: String) throws {
    let outcome = try place.run(all: ["lint", "comma.md"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("两份报告都写到") && outcome.errors.contains(shared))
    #expect(try !place.names().contains("a"))
  }

  @Test func `a hyphen is standard output`() throws {
    let outputs = try OutputChoice(formats: ["json", "pretty"], files: ["a.json", "-"]).outputs()
    #expect(outputs.map(\.path) == ["a.json", nil])
  }
}

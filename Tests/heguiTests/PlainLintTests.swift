import ArgumentParser
import Testing

@testable import hegui

/// The short way to a lint comes to what ArgumentParser comes to, or leaves it to that.
@Suite struct PlainLintTests {
  private static let values = [
    "fail-on": "warning", "profile": "wechat", "lang": "en", "color": "never", "jobs": "3",
  ]

  private func plain(_ line: String) -> LintChoice? {
    PlainLint.choice(of: line.split(separator: " ").map(String.init))
  }

  /// The names that ArgumentParser shows in the help of `lint`, and whether each takes a value.
  private func options() -> [(name: String, takesValue: Bool)] {
    LintCommand.helpMessage().split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let word = words.first, word.hasPrefix("--"), line.hasPrefix("  --") else { return nil }
      return (String(word.dropFirst(2)), words.dropFirst().first?.hasPrefix("<") ?? false)
    }
  }

  @Test(arguments: [
    "lint", "lint a.md b.html", "lint - --stdin-name a.md", "lint --quiet --format json a.md",
    "lint a --config x.yml --rules r --rules s --lang en", "lint --fix --unsafe a", "lint --diff",
    "lint --format json --format pretty --output a.json --statistics --color always",
    "lint --fail-on never --select title --ignore slang --profile govmedia --jobs 2 a",
    "lint --input-format html --today 2026-03-01 --baseline b --write-baseline c --no-config a",
  ]) func `both ways come to the same choice`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let command = try #require(try Hegui.parseAsRoot(words) as? LintCommand)
    #expect(plain(line) == command.choice)
  }

  @Test func `every option is known`() {
    let options = options()
    #expect(options.count > 15)
    for option in options {
      let value = option.takesValue ? " " + (Self.values[option.name] ?? "x") : ""
      let other = option.name == "unsafe" ? " --fix" : ""
      #expect(plain("lint --\(option.name)\(value)\(other)") != nil, "--\(option.name)")
    }
  }

  @Test(arguments: [
    "", "rules", "lint --help", "lint -h", "lint --no-such-option", "lint --format",
    "lint --jobs 0",
    "lint --jobs two", "lint --lang fr", "lint --unsafe a", "lint --config a --no-config",
    "lint --fix --fix", "lint --today a --today b", "lint --format=json", "lint -- a",
    "lint --config --quiet", "--version", "help lint",
  ]) func `what is out of the ordinary is left to ArgumentParser`(line: String) {
    #expect(plain(line) == nil)
  }
}

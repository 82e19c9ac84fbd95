import Editing
import Linting
import Reading
import Reporting
import SourceText

/// Finds half-width commas, mobile numbers and 绝密★ by itself, so that no rules are needed.
struct MarkJudge: DraftJudge {
  /// Paths that are left alone.
  var ignored: Set<String> = []
  var version = 1

  mutating func judge(_ text: [UInt8], as format: DraftFormat, at path: String?) -> JudgedText? {
    if let path, ignored.contains(path) { return nil }
    let source = Source(path: path ?? "", bytes: text, encoding: "UTF-8", digest: "", faults: [])
    guard !text.isEmpty else {
      let failure = DraftFailure(code: "empty", message: Localized("稿件是空的", "empty"))
      let report = DraftReport(path: "", format: format, failure: failure, source: source)
      return JudgedText(report: report, book: book)
    }
    let findings = findings(in: source)
    let report = DraftReport(
      path: path ?? "",
      format: format,
      encoding: "UTF-8",
      digest: "",
      title: nil,
      verdict: Verdict(of: findings),
      findings: findings,
      suppressed: [],
      error: nil,
      source: source
    )
    return JudgedText(report: report, book: book)
  }

  mutating func rules(at path: String?) -> RuleBook? { book }

  mutating func forgetSettings() { version += 1 }

  private var book: RuleBook {
    let comma = RuleInfo(
      id: "punctuation/comma",
      summary: Localized("用全角逗号（第 \(version) 版）", "full-width"),
      why: Localized("半角*逗号*不好看", "looks"),
      basis: [Basis("standard", "4.1")],
      severity: .error
    )
    let phone = RuleInfo(
      id: "privacy/phone",
      summary: Localized("不写手机号", "no phone"),
      why: Localized("会被骚扰", "calls"),
      basis: [],
      severity: .warning
    )
    return RuleBook(
      rules: [phone, comma],
      sources: ["standard": RuleSource(title: "标点标准", issuer: "某局", date: "2011")]
    )
  }

  private func findings(in source: Source) -> [Finding] {
    let commas = places(of: ",", in: source.bytes).map { range in
      Finding(
        rule: "punctuation/comma",
        severity: .error,
        message: Localized("半角逗号", "half-width comma"),
        range: range,
        fix: Fix(Localized("改为「，」", "use ，"), .safe, [Edit(range, "，")])
      )
    }
    let phones = places(of: "13812345678", in: source.bytes).map { range in
      Finding(
        rule: "privacy/phone",
        severity: .warning,
        message: Localized("手机号 138****5678", "phone 138****5678"),
        range: range,
        fix: Fix(Localized("遮住", "mask"), .unsafe, [Edit(range, "138****5678")])
      )
    }
    let frozen = places(of: "绝密★", in: source.bytes).map { range in
      Finding(
        rule: "secrecy/mark",
        severity: .error,
        escalation: .freeze,
        message: Localized("疑似涉密", "secret"),
        range: range,
        fix: Fix(Localized("删去", "delete"), .safe, [Edit(range, "")])
      )
    }
    return (commas + phones + frozen).sorted { $0.range.start < $1.range.start }
  }

  private func places(of text: String, in bytes: [UInt8]) -> [SourceRange] {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return [] }
    return (0...bytes.count - wanted.count).filter { bytes[$0...].starts(with: wanted) }
      .map { SourceRange($0, $0 + wanted.count) }
  }
}

/// An editor that speaks with a server in memory.
struct Editor {
  var server: LanguageServer
  private var lastId = 0

  init(judge: MarkJudge = MarkJudge(), language: Language = .zh) {
    server = LanguageServer(version: "0", language: language, judge: judge)
  }

  /// Initializes the server; returns what it can do.
  @discardableResult
  mutating func start(_ abilities: JSONValue = [:]) -> JSONValue? {
    let answer = ask("initialize", ["processId": .null, "capabilities": abilities])
    _ = tell("initialized", [:])
    return answer["result"]?["capabilities"]
  }

  mutating func ask(_ method: String, _ params: JSONValue = .null) -> JSONValue {
    lastId += 1
    let answers = server.receive(
      JSONValue.object([
        "jsonrpc": "2.0", "id": .number(lastId), "method": .string(method), "params": params,
      ]).bytes
    )
    return answers.first { $0["id"] == .number(lastId) } ?? .null
  }

  mutating func tell(_ method: String, _ params: JSONValue = .null) -> [JSONValue] {
    server.receive(
      JSONValue.object(["jsonrpc": "2.0", "method": .string(method), "params": params]).bytes
    )
  }

  mutating func open(
    _ text: String,
    at address: String = "file:///draft.md",
    language: String = "markdown"
  ) {
    _ = tell(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(address), "languageId": .string(language), "version": 1,
          "text": .string(text),
        ]
      ]
    )
  }

  mutating func change(
    _ changes: [JSONValue],
    version: Int,
    at address: String = "file:///draft.md"
  ) {
    _ = tell(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(address), "version": .number(version)],
        "contentChanges": .array(changes),
      ]
    )
  }

  /// What the server publishes now, by address.
  mutating func published() -> [String: JSONValue] {
    var told: [String: JSONValue] = [:]
    for message in server.judgeChanges() {
      guard message["method"] == "textDocument/publishDiagnostics", let params = message["params"],
        let address = params["uri"]?.text
      else { continue }
      told[address] = params
    }
    return told
  }

  /// What the server publishes now of one draft.
  mutating func diagnostics(of address: String = "file:///draft.md") -> [JSONValue] {
    published()[address]?["diagnostics"]?.items ?? []
  }
}

/// A range as the protocol writes it.
func range(_ line: Int, _ start: Int, _ endLine: Int, _ end: Int) -> JSONValue {
  [
    "start": ["line": .number(line), "character": .number(start)],
    "end": ["line": .number(endLine), "character": .number(end)],
  ]
}

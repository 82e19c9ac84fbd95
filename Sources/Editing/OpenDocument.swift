import Linting
import Reading
import Reporting
import SourceText

/// A draft that the editor has open.
struct OpenDocument {
  let address: String
  /// Nil for what is no draft.
  let format: DraftFormat?
  var version: Int?
  var text: EditedText
  /// Whether a change could not be followed, so that the text is not the editor's any more.
  var isLost = false
  /// What the rules find in the text as it stands; nil where it has not been judged.
  var judged: JudgedDocument?

  /// Makes the changes of a `didChange`; one that cannot be understood loses the text.
  mutating func change(by changes: [JSONValue]) {
    judged = nil
    for change in changes {
      guard let new = change["text"]?.text else {
        isLost = true
        return
      }
      guard let range = change["range"], range != .null else {
        text = EditedText(new, encoding: text.encoding)
        isLost = false
        continue
      }
      guard let start = range["start"]?.position, let end = range["end"]?.position,
        text.replace(from: start, to: end, with: new)
      else {
        isLost = true
        return
      }
    }
  }
}

/// What there is to tell of a document's text.
struct JudgedDocument {
  /// As they may be shown.
  let findings: [Finding]
  /// Of the findings, one each.
  let diagnostics: [JSONValue]
  /// What is told of the document besides.
  var notices: [JSONValue] = []

  /// Nothing but that the document was not judged.
  init(failure: DraftFailure, in language: Language) {
    findings = []
    diagnostics = []
    notices = [notice(failure, in: language)]
  }

  init(_ judged: JudgedText, of text: EditedText, in language: Language) {
    let found = shownFindings(of: judged.report, book: judged.book)
    findings = found.mostSevere(Self.mostFindings)
    let places = text.places(of: findings.map(\.range))
    diagnostics = findings.map { diagnostic(of: $0, places, in: language) }
    if let failure = judged.report.error { notices.append(notice(failure, in: language)) }
    if found.count > findings.count {
      notices.append(notice(.onlySome(findings.count, of: found.count), in: language))
    }
  }

  private init() {
    findings = []
    diagnostics = []
  }

  /// Of a document that the settings ask to leave alone.
  static let ignored = JudgedDocument()

  /// Editors grow slow over more, and nobody reads them there.
  static let mostFindings = 2_000
}

private func diagnostic(of finding: Finding, _ places: Places, in language: Language) -> JSONValue {
  var message = finding.message.text(in: language)
  if let escalation = finding.escalation?.name.text(in: language) {
    message += language == .zh ? "（\(escalation)）" : " (\(escalation))"
  }
  return [
    "range": places.range(finding.range), "severity": .number(finding.severity.level),
    "code": .string(finding.rule), "source": "hegui", "message": .string(message),
    "data": ["escalation": finding.escalation.map { JSONValue.string($0.rawValue) } ?? .null],
  ]
}

/// That a document was not or not wholly judged, on the line to blame or the first.
private func notice(_ failure: DraftFailure, in language: Language) -> JSONValue {
  let line = JSONValue.number(max(0, (failure.line ?? 1) - 1))
  let start: JSONValue = ["line": line, "character": 0]
  return [
    "range": ["start": start, "end": start], "severity": 1, "code": .string(failure.code),
    "source": "hegui", "message": .string(failure.message.text(in: language)),
  ]
}

extension Severity {
  fileprivate var level: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .suggestion: 3
    }
  }
}

extension [Finding] {
  /// At most so many, the least severe and the last left out; in their order.
  fileprivate func mostSevere(_ limit: Int) -> [Finding] {
    guard count > limit else { return self }
    let kept = Set(
      indices.sorted { (self[$0].severity.level, $0) < (self[$1].severity.level, $1) }
        .prefix(limit)
    )
    return indices.filter(kept.contains).map { self[$0] }
  }
}

extension DraftFailure {
  static let unknownFormat = DraftFailure(
    code: "unsupported-format",
    message: Localized(
      "没有检查：hegui 能查 Markdown、HTML 和纯文本，请在编辑器里改这份文件的语言",
      "not judged: hegui reads Markdown, HTML and plain text, change the language of this file"
    )
  )

  static let lost = DraftFailure(
    code: "out-of-step",
    message: Localized(
      "没有检查：编辑器发来的改动无法理解，请关闭这份文件后重新打开",
      "not judged: a change could not be understood, close this file and open it again"
    )
  )

  static func onlySome(_ count: Int, of total: Int) -> DraftFailure {
    DraftFailure(
      code: "too-many-findings",
      message: Localized(
        "一共 \(total) 个问题，这里只列出 \(count) 个，其余请用 hegui lint 查看",
        "\(total) findings, of which \(count) are listed: see the rest with hegui lint"
      )
    )
  }
}

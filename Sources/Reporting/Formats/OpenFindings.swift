import Linting
import SourceText

/// A draft's open findings, with the places and the words that may be told of them.
struct OpenFindings {
  let findings: [Finding]
  let error: DraftFailure?
  let path: String
  let veil: Veil
  let positions: Positions
  private let book: RuleBook
  private let language: Language

  init(of report: DraftReport, book: RuleBook, language: Language) {
    findings = report.findings
    error = report.error
    path = report.path
    veil = Veil(of: report)
    self.book = book
    self.language = language
    let edits = findings.flatMap { $0.fix?.edits ?? [] }.map { $0.range }
    let source = report.source ?? .nothing
    positions = Positions(of: findings.map { $0.range } + edits, in: source.bytes)
  }

  func message(of finding: Finding) -> String {
    book.message(of: finding, behind: veil, in: language)
  }

  func start(of finding: Finding) -> Position { positions.position(of: finding.range.start) }
  func end(of finding: Finding) -> Position { positions.position(of: finding.range.end) }

  /// Nil where the fix itself would tell what must not be shown.
  func fix(of finding: Finding) -> Fix? { veil.silences(finding) ? nil : finding.fix }

  /// What people want to know besides the message, a line each.
  func notes(on finding: Finding) -> [String] {
    var notes: [String] = []
    if let basis = book.basisLine(of: finding.rule) { notes.append(label("依据", "basis") + basis) }
    if let escalation = finding.escalation {
      notes.append(label("上报", "escalation") + escalation.name.text(in: language))
    }
    if let fix = fix(of: finding) {
      notes.append(label("修改", "fix") + fix.title.text(in: language))
    }
    return notes
  }

  private func label(_ zh: String, _ en: String) -> String {
    language == .zh ? zh + "：" : en + ": "
  }
}

extension Finding {
  /// Whether it is about the draft as a whole and stands nowhere in it.
  var isAboutWholeDraft: Bool { range.end == 0 }
}

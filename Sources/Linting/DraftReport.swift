package import Reading
package import SourceText

/// What a draft's findings mean for the gate, from best to worst.
package enum Verdict: String, Sendable, CaseIterable, Comparable {
  case pass
  /// An open warning or an escalation.
  case review
  /// An open error.
  case block
  /// Not read or not judged; nothing unread ever passes.
  case incomplete

  private var rank: Int {
    switch self {
    case .pass: 0
    case .review: 1
    case .block: 2
    case .incomplete: 3
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The verdict of a draft with these open findings.
  package init(of findings: [Finding]) {
    if findings.contains(where: { $0.severity == .error }) {
      self = .block
    } else if findings.contains(where: { $0.severity == .warning || $0.escalation != nil }) {
      self = .review
    } else {
      self = .pass
    }
  }
}

/// Why a draft could not be read or judged.
package struct DraftFailure: Error, Hashable, Sendable {
  /// Stable, for programs, such as `not-found`, `too-large` or `rule-failed`.
  package let code: String
  /// What is wrong and what to do.
  package let message: Localized
  /// From 1; nil where no line is to blame.
  package let line: Int?

  package init(code: String, message: Localized, line: Int? = nil) {
    self.code = code
    self.message = message
    self.line = line
  }
}

/// A finding that a comment in the draft has put aside.
package struct SuppressedFinding: Hashable, Sendable {
  package let finding: Finding
  package let reason: String
  /// The comment that put it aside.
  package let suppression: SourceRange

  package init(finding: Finding, reason: String, suppression: SourceRange) {
    self.finding = finding
    self.reason = reason
    self.suppression = suppression
  }
}

/// One draft's result.
package struct DraftReport: Sendable {
  package let path: String
  package let format: DraftFormat
  /// ICU's name; empty where nothing was decoded.
  package let encoding: String
  /// `sha256:…` of the file's bytes as read; empty where nothing was read.
  package let digest: String
  package let title: String?
  package var verdict: Verdict
  /// In source order, then by rule id.
  package var findings: [Finding]
  package var suppressed: [SuppressedFinding]
  package let error: DraftFailure?
  /// Nil where nothing was decoded.
  package let source: Source?
  /// Known even where the findings that say so are not listed.
  package let confidential: ConfidentialParts

  /// Without `confidential`, what the listed findings say of it.
  package init(
    path: String,
    format: DraftFormat,
    encoding: String,
    digest: String,
    title: String?,
    verdict: Verdict,
    findings: [Finding],
    suppressed: [SuppressedFinding],
    error: DraftFailure?,
    source: Source?,
    confidential: ConfidentialParts? = nil
  ) {
    self.path = path
    self.format = format
    self.encoding = encoding
    self.digest = digest
    self.title = title
    self.verdict = verdict
    self.findings = findings
    self.suppressed = suppressed
    self.error = error
    self.source = source
    self.confidential = confidential ?? ConfidentialParts(of: findings, suppressed)
  }

  /// The report of a draft that could not be read or judged.
  package init(path: String, format: DraftFormat, failure: DraftFailure, source: Source? = nil) {
    self.init(
      path: path,
      format: format,
      encoding: source?.encoding ?? "",
      digest: source?.digest ?? "",
      title: nil,
      verdict: .incomplete,
      findings: [],
      suppressed: [],
      error: failure,
      source: source
    )
  }
}

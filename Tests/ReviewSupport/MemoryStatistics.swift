import Linting
import Reviewing

/// What the assessment counts, told a second time: without SQL.
extension MemoryView {
  func statistics(from: Timestamp, to: Timestamp) throws -> ReviewStatistics {
    let term = from..<max(from, to)
    let all = Array(content.submissions.values)
    return ReviewStatistics(
      departments: Self.rows(all, in: term) { $0.department.value },
      columns: Self.rows(all, in: term) { $0.current?.manuscript.column.value }
    )
  }

  private static func rows(
    _ submissions: [Submission],
    in term: Range<Timestamp>,
    by key: (Submission) -> String?
  ) -> [ReviewStatistics.Row] {
    var rows: [String: ReviewStatistics.Row] = [:]
    var codePoints: [String: Int] = [:]
    for submission in submissions {
      guard let key = key(submission) else { continue }
      var row = rows[key] ?? ReviewStatistics.Row(key: key)
      let before = row
      row.count(submission, in: term)
      if row.submitted > before.submitted {
        codePoints[key, default: 0] += submission.current?.manuscript.text.unicodeScalars.count ?? 0
      }
      if row != before { rows[key] = row }
    }
    return rows.values.map { row in
      var row = row
      row.thousandsOfCharacters = Double(codePoints[row.key] ?? 0) / 1000
      return row
    }.sorted { $0.key < $1.key }
  }
}

extension ReviewStatistics.Row {
  fileprivate mutating func count(_ submission: Submission, in term: Range<Timestamp>) {
    if term.contains(submission.createdAt), submission.policy != nil {
      submitted += 1
      for finding in submission.current?.check.findings ?? [] { count(finding.severity) }
    }
    returned += submission.votes.count { $0.decision == .return && term.contains($0.at) }
    let isOut = submission.publications.contains { $0.state != .failed && term.contains($0.at) }
    if isOut { published += 1 }
    if isOut, submission.predecessor?.relation == .corrects { corrected += 1 }
    let isBack = submission.publications.contains {
      $0.state == .retracted && $0.retraction.map { term.contains($0.at) } ?? false
    }
    if isBack { retracted += 1 }
  }

  private mutating func count(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .suggestion: suggestions += 1
    }
  }
}

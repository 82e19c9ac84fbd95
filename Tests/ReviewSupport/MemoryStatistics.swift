import Linting
import Reviewing

/// What the assessment counts, told a second time: without SQL.
extension MemoryView {
  func statistics(from: Timestamp, to: Timestamp) throws -> ReviewStatistics {
    let term = from..<max(from, to)
    let all = Array(content.submissions.values)
    return ReviewStatistics(
      departments: Self.rows(all, in: term) { $0.department.value },
      columns: Self.rows(all, in: term) { $0.current?.manuscript.column.value },
      stages: ReviewStatistics.turnarounds(of: stays(in: term)),
      publications: ReviewStatistics.turnarounds(of: waits(of: all, in: term))
    )
  }

  private func stays(in term: Range<Timestamp>) -> [String: [Int64]] {
    var times: [String: [Int64]] = [:]
    var open: [String: (stage: String, since: Timestamp)] = [:]
    for entry in content.entries where content.submissions[ID(entry.subject.id)] != nil {
      let draft = entry.subject.id
      let stage = entry.text("to") == "in_review" ? entry.text("stage") : nil
      guard stage != open[draft]?.stage else { continue }
      if let stay = open[draft], term.contains(entry.at) {
        times[stay.stage, default: []].append(entry.at.milliseconds - stay.since.milliseconds)
      }
      open[draft] = stage.map { ($0, entry.at) }
    }
    return times
  }

  private func waits(
    of submissions: [Submission],
    in term: Range<Timestamp>
  ) -> [String: [Int64]] {
    var times: [String: [Int64]] = [:]
    for submission in submissions {
      let out = submission.publications.filter { $0.state != .failed }.map(\.at).min()
      let sent = content.entries.first {
        $0.subject.id == submission.id.value && $0.action == "draft.submit"
      }
      guard let out, let sent, term.contains(out) else { continue }
      let time = out.milliseconds - sent.at.milliseconds
      for key in ["", submission.department.value] { times[key, default: []].append(time) }
    }
    return times
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

extension AuditEntry {
  fileprivate func text(_ name: String) -> String? {
    guard case .object(let members) = data, case .string(let text)? = members[name] else {
      return nil
    }
    return text
  }
}

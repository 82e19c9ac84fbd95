import GRDB
import Reviewing

extension Transaction {
  /// A state at a time, each by its index from the newest: one list of all would have to be sorted.
  func submissions(_ query: SubmissionQuery) throws -> [SubmissionSummary] {
    var lists: [SQL] = []
    if let states = query.states {
      for state in states { lists.append(Self.list(query, "state = \(state.rawValue)")) }
    } else {
      lists.append(Self.list(query, nil))
    }
    guard !lists.isEmpty else { return [] }
    let union: SQL = lists.map { "SELECT * FROM (\($0))" as SQL }.joined(separator: " UNION ALL ")
    let request: SQL = "\(union) ORDER BY id DESC LIMIT \(query.limit)"
    return try SQLRequest<SummaryRow>(literal: request).fetchAll(database).map(\.summary)
  }

  private static func list(_ query: SubmissionQuery, _ state: SQL?) -> SQL {
    var conditions: [SQL] = state.map { [$0] } ?? []
    if let stage = query.stage { conditions.append("stage = \(stage)") }
    if let department = query.department { conditions.append("department = \(department)") }
    if let column = query.column { conditions.append("\"column\" = \(column)") }
    if let creator = query.creator { conditions.append("creator = \(creator)") }
    if let text = query.text { conditions.append("instr(title, \(text)) > 0") }
    if query.awaitsConfirmation { conditions.append(Self.unconfirmed) }
    if query.awaitsPublishing { conditions.append(Self.unpublished) }
    if let before = query.before { conditions.append("id < \(before)") }
    let filter: SQL =
      conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    return "\(summaries) \(filter) ORDER BY id DESC LIMIT \(query.limit)"
  }

  private static let summaries: SQL = """
    SELECT id, title, state, stage, department, "column", creator, revision, verdict,
      is_escalated, created_at, updated_at, waiting_since, version
    FROM submission
    """

  private static let unconfirmed: SQL = """
    EXISTS (SELECT 1 FROM revision WHERE revision.submission = submission.id
      AND revision.number = submission.revision AND revision.form ->> 'urgency' IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM vote WHERE vote.submission = submission.id
      AND vote.stage = \(Vote.confirmationStage) AND vote.outdated IS NULL)
    """

  /// Not compared yet or not as approved; a channel without anything; a permit of which nothing has come yet.
  private static let unpublished: SQL = """
    (EXISTS (SELECT 1 FROM publication WHERE publication.submission = submission.id
      AND publication.state = 'live'
      AND coalesce(publication.verifications ->> '$[#-1].outcome', '') NOT IN ('exact', 'equal'))
    OR EXISTS (SELECT 1 FROM revision JOIN json_each(revision.channels) AS channel
      WHERE revision.submission = submission.id AND revision.number = submission.revision
      AND NOT EXISTS (SELECT 1 FROM publication WHERE publication.submission = submission.id
        AND publication.channel = channel.value AND publication.state <> 'failed'))
    OR EXISTS (SELECT 1 FROM permit WHERE permit.submission = submission.id
      AND permit.state <> 'revoked'
      AND NOT EXISTS (SELECT 1 FROM publication WHERE publication.permit = permit.id)))
    """

  func waivers(_ query: WaiverQuery) throws -> [WaiverLine] {
    let isOpen: SQL = "state IN ('pending', 'granted') AND expires_at > \(query.now)"
    var conditions: [SQL] = [query.isOver ? "NOT (\(isOpen))" : isOpen]
    if let before = query.before { conditions.append("id < \(before)") }
    let request: SQL = """
      SELECT * FROM waiver WHERE \(conditions.joined(separator: " AND "))
      ORDER BY id DESC LIMIT \(query.limit ?? -1)
      """
    let rows = try SQLRequest<WaiverRow>(literal: request).fetchAll(database)
    let drafts = Array(Set(rows.map(\.submission)))
    var summaries: [ID<Submission>: SubmissionSummary] = [:]
    // SQLite takes so many values at once and no more.
    for start in stride(from: 0, to: drafts.count, by: 500) {
      let part = drafts[start..<min(start + 500, drafts.count)]
      let request: SQL = "\(Self.summaries) WHERE id IN \(part)"
      for row in try SQLRequest<SummaryRow>(literal: request).fetchAll(database) {
        summaries[row.id] = row.summary
      }
    }
    return rows.compactMap { row in
      summaries[row.submission].map { WaiverLine(draft: $0, waiver: row.waiver) }
    }
  }

  func lastPublications() throws -> [ID<Reviewing.Column>: Timestamp] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT revision."column" AS "column", max(publication.at) AS at
        FROM publication
        JOIN permit ON permit.id = publication.permit
        JOIN revision ON revision.submission = permit.submission
          AND revision.number = permit.revision
        WHERE publication.state <> 'failed' GROUP BY 1
        """
    )
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["column"], $0["at"]) })
  }
}

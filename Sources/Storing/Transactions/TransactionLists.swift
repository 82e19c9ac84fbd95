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
    let waivers = try SQLRequest<WaiverRow>(literal: request).fetchAll(database)
    let drafts = try rows(SummaryRow.self, of: Array(Set(waivers.map(\.submission)))) {
      "\(Self.summaries) WHERE id IN \($0)"
    }
    let summaries = Dictionary(drafts.map { ($0.id, $0.summary) }) { first, _ in first }
    return waivers.compactMap { row in
      summaries[row.submission].map { WaiverLine(draft: $0, waiver: row.waiver) }
    }
  }

  func releases(of summaries: [SubmissionSummary]) throws -> [Release] {
    let ids = summaries.map(\.id)
    let heads = try rows(ReleaseRow.self, of: ids) {
      """
      SELECT submission.id, submission.approved_at, revision.channels FROM submission
      JOIN revision ON revision.submission = submission.id AND revision.number = submission.revision
      WHERE submission.id IN \($0)
      """
    }
    let permits = try rows(PermitRow.self, of: ids) {
      "SELECT * FROM permit WHERE submission IN \($0) ORDER BY position"
    }
    let publications = try rows(PublicationRow.self, of: ids) {
      "SELECT * FROM publication WHERE submission IN \($0) ORDER BY position"
    }
    let head = Dictionary(heads.map { ($0.id, $0) }) { first, _ in first }
    let permitsOf = Dictionary(grouping: permits, by: \.submission)
    let publicationsOf = Dictionary(grouping: publications, by: \.submission)
    return summaries.map { summary in
      Release(
        summary: summary,
        approvedAt: head[summary.id]?.approvedAt,
        channels: head[summary.id]?.channels ?? [],
        permits: permitsOf[summary.id, default: []].map(\.permit),
        publications: publicationsOf[summary.id, default: []].map(\.publication)
      )
    }
  }

  /// What a query finds of these submissions; SQLite takes so many values at once and no more.
  private func rows<R: FetchableRecord>(
    _ type: R.Type,
    of ids: [ID<Submission>],
    _ query: (ArraySlice<ID<Submission>>) -> SQL
  ) throws -> [R] {
    try stride(from: 0, to: ids.count, by: 500).flatMap { start in
      let part = ids[start..<min(start + 500, ids.count)]
      return try SQLRequest<R>(literal: query(part)).fetchAll(database)
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

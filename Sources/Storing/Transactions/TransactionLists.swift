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
    if query.hasWaivers {
      conditions.append("EXISTS (SELECT 1 FROM waiver WHERE waiver.submission = submission.id)")
    }
    if let before = query.before { conditions.append("id < \(before)") }
    let filter: SQL =
      conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    return """
      SELECT id, title, state, stage, department, "column", creator, revision, verdict,
        is_escalated, created_at, updated_at, waiting_since, version
      FROM submission \(filter) ORDER BY id DESC LIMIT \(query.limit)
      """
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

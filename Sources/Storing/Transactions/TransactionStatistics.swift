import GRDB
import Reviewing

extension Transaction {
  func statistics(from: Timestamp, to: Timestamp) throws -> ReviewStatistics {
    ReviewStatistics(
      departments: try rows(by: "submission.department", from, to),
      columns: try rows(by: "submission.\"column\"", from, to),
      stages: try turnarounds(Self.visits, from, to),
      publications: try turnarounds(Self.publications, from, to)
    )
  }

  private func turnarounds(_ sql: String, _ from: Timestamp, _ to: Timestamp) throws
    -> [ReviewStatistics.Turnaround]
  {
    var times: [String: [Int64]] = [:]
    let rows = try Row.fetchCursor(database, sql: sql, arguments: ["from": from, "to": to])
    while let row = try rows.next() {
      guard let key: String = row["key"], let time: Int64 = row["time"] else { continue }
      times[key, default: []].append(time)
      if sql == Self.publications { times["", default: []].append(time) }
    }
    return ReviewStatistics.turnarounds(of: times)
  }

  /// Every stay at a stage that ended in the time, from the record, which alone knows when each began.
  ///
  /// A draft that has not changed since has ended none.
  private static let visits = """
    WITH step AS (
      SELECT entry.subject_id AS draft, entry.sequence, entry.at,
        CASE WHEN entry.data ->> 'to' = 'in_review' THEN entry.data ->> 'stage' END AS stage
      FROM submission JOIN audit_entry AS entry ON entry.subject_id = submission.id
      WHERE submission.updated_at >= :from AND submission.policy IS NOT NULL AND entry.at < :to
    ),
    move AS (
      SELECT draft, sequence, at, stage,
        lag(stage) OVER (PARTITION BY draft ORDER BY sequence) AS before
      FROM step
    ),
    stay AS (
      SELECT stage, at, lead(at) OVER (PARTITION BY draft ORDER BY sequence) AS left_at
      FROM move WHERE stage IS NOT before
    )
    SELECT stage AS key, left_at - at AS time FROM stay
    WHERE stage IS NOT NULL AND left_at >= :from
    """

  private static let publications = """
    WITH first AS (
      SELECT submission, min(at) AS at FROM publication WHERE state <> 'failed' GROUP BY 1
    )
    SELECT submission.department AS key, first.at - (
      SELECT min(entry.at) FROM audit_entry AS entry
      WHERE entry.subject_id = submission.id AND entry.action = 'draft.submit') AS time
    FROM first JOIN submission ON submission.id = first.submission
    WHERE first.at >= :from AND first.at < :to
    """

  private func rows(by key: String, _ from: Timestamp, _ to: Timestamp) throws
    -> [ReviewStatistics.Row]
  {
    var rows: [String: ReviewStatistics.Row] = [:]
    for query in Self.queries {
      let sql = query.replacing("KEY", with: key)
      for found in try Row.fetchAll(database, sql: sql, arguments: ["from": from, "to": to]) {
        guard let name: String = found["key"] else { continue }
        rows[name, default: ReviewStatistics.Row(key: name)].add(found)
      }
    }
    return rows.values.sorted { $0.key < $1.key }
  }

  /// One for what was begun in the time and handed in since, one for votes, one for publications, one for
  /// retractions.
  private static let queries = [
    """
    SELECT KEY AS key, count(*) AS submitted, sum(revision.errors) AS errors,
      sum(revision.warnings) AS warnings, sum(revision.suggestions) AS suggestions,
      sum(revision.code_points) AS code_points
    FROM submission JOIN revision
      ON revision.submission = submission.id AND revision.number = submission.revision
    WHERE submission.created_at >= :from AND submission.created_at < :to
      AND submission.policy IS NOT NULL
    GROUP BY 1
    """,
    """
    SELECT KEY AS key, count(*) AS returned
    FROM vote JOIN submission ON submission.id = vote.submission
    WHERE vote.decision = 'return' AND vote.at >= :from AND vote.at < :to GROUP BY 1
    """,
    """
    SELECT KEY AS key, count(DISTINCT submission.id) AS published,
      count(DISTINCT CASE WHEN submission.relation = 'corrects' THEN submission.id END)
        AS corrected
    FROM publication JOIN submission ON submission.id = publication.submission
    WHERE publication.state <> 'failed' AND publication.at >= :from AND publication.at < :to
    GROUP BY 1
    """,
    """
    SELECT KEY AS key, count(DISTINCT submission.id) AS retracted
    FROM publication JOIN submission ON submission.id = publication.submission
    WHERE publication.state = 'retracted'
      AND publication.retraction ->> 'at' >= strftime('%Y-%m-%dT%H:%M:%f', :from / 1000.0,
        'unixepoch') || 'Z'
      AND publication.retraction ->> 'at' < strftime('%Y-%m-%dT%H:%M:%f', :to / 1000.0,
        'unixepoch') || 'Z'
    GROUP BY 1
    """,
  ]
}

extension ReviewStatistics.Row {
  fileprivate mutating func add(_ row: GRDB.Row) {
    submitted += row["submitted"] ?? 0
    returned += row["returned"] ?? 0
    published += row["published"] ?? 0
    corrected += row["corrected"] ?? 0
    retracted += row["retracted"] ?? 0
    errors += row["errors"] ?? 0
    warnings += row["warnings"] ?? 0
    suggestions += row["suggestions"] ?? 0
    thousandsOfCharacters += Double(row["code_points"] as Int? ?? 0) / 1000
  }
}

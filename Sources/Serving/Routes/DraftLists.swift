import HTTPTypes
import Linting
import Reporting
import Reviewing

/// A page of the drafts that the caller may know of.
struct DraftList: Sendable {
  static let parameters: [Route.Parameter] = [
    .init(name: "state", schema: .oneOf(SubmissionState.self)),
    .init(name: "stage", schema: .text(1...64)), .init(name: "department", schema: .text(1...64)),
    .init(name: "column", schema: .text(1...64)), .init(name: "mine", schema: .flag),
    .init(name: "text", schema: .text(1...100)), .init(name: "cursor", schema: .text(1...400)),
    .init(name: "limit", schema: .number(1...200)),
  ]

  private let query: SubmissionQuery
  private let user: User
  private let limit: Int
  private let name: String
  private let cursors: Cursors

  init(_ exchange: Exchange, _ cursors: Cursors) throws(Problem) {
    let asked = exchange.query
    user = try exchange.actor().user
    limit = try asked.number("limit", 1...exchange.limits.pageSize) ?? 50
    var query = SubmissionQuery(limit: limit + 1)
    let state: SubmissionState? = try asked.choice("state")
    query.states = state.map { [$0] }
    query.stage = try asked.text("stage", 1...64)
    query.department = try asked.text("department", 1...64).map { ID($0) }
    query.column = try asked.text("column", 1...64).map { ID($0) }
    query.creator = try asked.flag("mine") == true ? user.id : nil
    query.text = try asked.text("text", 1...100)
    name = "drafts \(user.id) \(query)"
    if let cursor = try asked.text("cursor") {
      query.before = ID(try cursors.place(of: cursor, in: name))
    }
    self.query = query
    self.cursors = cursors
  }

  func answer(in store: any StoreReading) throws -> Answer {
    var query = query
    var shown: [SubmissionSummary] = []
    var next: ID<Submission>?
    // What the caller may not see is left out after the store has found it.
    for _ in 0..<20 {
      let found = try store.submissions(query)
      for summary in found.prefix(limit) where shown.count < limit {
        next = summary.id
        if Visibility(of: summary).includes(user) { shown.append(summary) }
      }
      let isMore = found.count > limit || next != found.last?.id
      guard isMore, let last = next else {
        next = nil
        break
      }
      if shown.count == limit { break }
      query.before = last
    }
    return page(shown, next, try store.names())
  }

  private func page(
    _ shown: [SubmissionSummary],
    _ next: ID<Submission>?,
    _ names: [ID<User>: String]
  ) -> Answer {
    let cursor = next.map { cursors.cursor(after: $0.value, of: name) }
    let answer = Answer([
      "drafts": .array(shown.map { $0.body(names) }), "next": JSON(cursor),
    ])
    guard let cursor else { return answer }
    return answer.with(.webLink, "</v1/drafts?cursor=\(cursor)>; rel=\"next\"")
  }
}

/// The findings of a revision, of which a filter shows some and counts all.
struct FindingList: Sendable {
  static let parameters: [Route.Parameter] = [
    .init(name: "severity", schema: .oneOf(Severity.self)),
    .init(name: "rule", schema: .text(1...100)),
  ]

  private let severity: Severity?
  private let rule: String?
  private let language: Language

  init(_ exchange: Exchange) throws(Problem) {
    severity = try exchange.query.choice("severity")
    rule = try exchange.query.text("rule", 1...100)
    language = exchange.language
  }

  func body(of revision: Revision, _ submission: Submission) -> JSON {
    let shown = revision.check.findings.filter { finding in
      (severity.map { $0 == finding.severity } ?? true)
        && (rule.map { $0 == finding.rule || $0 == finding.group } ?? true)
    }
    let findings = shown.map { $0.body(in: language, waivers: submission.waivers) }
    return [
      "revision": .int(Int64(revision.number)), "check": revision.check.summary,
      "counts": revision.check.counts, "shown": .int(Int64(shown.count)),
      "findings": .array(findings),
    ]
  }
}

/// What has changed between two revisions.
func comparison(of old: Revision, _ new: Revision, in language: Language) -> JSON {
  let findings = FindingsComparison(from: old.check.findings, to: new.check.findings)
  func list(_ findings: [ReviewFinding]) -> JSON {
    .array(findings.map { $0.body(in: language, waivers: []) })
  }
  return [
    "from": .int(Int64(old.number)), "to": .int(Int64(new.number)),
    "content": .array(
      differences(between: old.canonical, and: new.canonical).map(\.body)
    ),
    "findings": [
      "new": list(findings.new), "fixed": list(findings.fixed),
      "unchanged": list(findings.unchanged), "moved": list(findings.moved),
    ],
  ]
}

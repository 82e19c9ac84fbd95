import Reviewing

/// One transaction over a copy of the content, which the store keeps if nothing is thrown.
final class MemoryView: StoreWriting {
  var content: Content

  init(_ content: Content) { self.content = content }

  func submission(_ id: ID<Submission>) throws -> Submission? { content.submissions[id] }

  func submission(ofPermit id: ID<Permit>) throws -> Submission? {
    first { $0.permits.contains { $0.id == id } }
  }
  func submission(ofPublication id: ID<Publication>) throws -> Submission? {
    first { $0.publications.contains { $0.id == id } }
  }
  func submission(ofWaiver id: ID<Waiver>) throws -> Submission? {
    first { $0.waivers.contains { $0.id == id } }
  }

  func submissions(_ query: SubmissionQuery) throws -> [SubmissionSummary] {
    let found = content.submissions.values
      .filter { !query.awaitsConfirmation || $0.awaitsConfirmation }
      .filter { !query.awaitsPublishing || $0.awaitsPublishing }
      .map { SubmissionSummary(of: $0) }
      .filter(query.wants)
      .sorted { $1.id.value.utf8.lexicographicallyPrecedes($0.id.value.utf8) }
    return Array(found.prefix(query.limit))
  }

  func releases(of summaries: [SubmissionSummary]) throws -> [Release] {
    summaries.compactMap { content.submissions[$0.id].map(Release.init(of:)) }
  }

  func waivers(_ query: WaiverQuery) throws -> [WaiverLine] {
    let lines = content.submissions.values.flatMap { submission in
      submission.waivers.map { WaiverLine(draft: SubmissionSummary(of: submission), waiver: $0) }
    }
    let found = lines.filter { line in
      let isOpen =
        [.pending, .granted].contains(line.waiver.state) && line.waiver.expiresAt > query.now
      let isBefore = query.before.map {
        line.waiver.id.value.utf8.lexicographicallyPrecedes($0.value.utf8)
      }
      return isOpen != query.isOver && isBefore ?? true
    }
    .sorted { $1.waiver.id.value.utf8.lexicographicallyPrecedes($0.waiver.id.value.utf8) }
    return Array(found.prefix(query.limit ?? .max))
  }

  func user(_ id: ID<User>) throws -> User? { content.users[id] }
  func user(named name: String) throws -> User? {
    content.users.values.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
  func users() throws -> [User] { content.users.values.sorted(by: \.id) }
  func department(_ id: ID<Department>) throws -> Department? { content.departments[id] }
  func departments() throws -> [Department] { content.departments.values.sorted(by: \.id) }
  func column(_ id: ID<Column>) throws -> Column? { content.columns[id] }
  func columns() throws -> [Column] { content.columns.values.sorted(by: \.id) }

  func lastPublications() throws -> [ID<Column>: Timestamp] {
    var last: [ID<Column>: Timestamp] = [:]
    for submission in content.submissions.values {
      guard let column = submission.current?.manuscript.column else { continue }
      for publication in submission.publications where publication.state != .failed {
        last[column] = max(last[column] ?? publication.at, publication.at)
      }
    }
    return last
  }

  func policy(_ number: Int) throws -> PolicyVersion? { content.policies[number] }
  func policies() throws -> [PolicyVersion] {
    content.policies.values.sorted { $0.number < $1.number }
  }
  func activePolicy() throws -> PolicyVersion? {
    content.policies.values.filter { $0.activatedAt != nil }
      .max {
        ($0.activatedAt ?? $0.proposedAt, $0.number) < ($1.activatedAt ?? $1.proposedAt, $1.number)
      }
  }

  func session(hashed: Digest) throws -> Session? { content.sessions[hashed] }
  func token(hashed: Digest) throws -> APIToken? {
    content.tokens.values.first { $0.hash == hashed }
  }
  func tokens() throws -> [APIToken] { content.tokens.values.sorted(by: \.id) }
  func signInLink(hashed: Digest) throws -> SignInLink? { content.links[hashed] }
  func replay(_ key: IdempotencyKey) throws -> StoredResponse? {
    content.answers[key.place]?.response
  }

  func chain() throws -> String { content.chainName }
  func auditHead() throws -> (sequence: Int64, hash: String)? {
    content.entries.last.map { ($0.sequence, $0.hash) }
  }
  func auditEntries(after sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry] {
    let found = content.entries.filter {
      $0.sequence > sequence && (subject == nil || $0.subject.id == subject)
    }
    return Array(found.prefix(limit))
  }
  func auditEntries(before sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry] {
    let found = content.entries.reversed().filter {
      $0.sequence < sequence && (subject == nil || $0.subject.id == subject)
    }
    return Array(found.prefix(limit))
  }
  func checkpoints() throws -> [Checkpoint] { content.checkpoints }

  private func first(_ isWanted: (Submission) -> Bool) -> Submission? {
    content.submissions.values.first(where: isWanted)
  }
}

extension MemoryView {
  func save(_ submission: Submission, since before: Submission?) throws {
    content.submissions[submission.id] = submission
  }
  func save(_ user: User) throws { content.users[user.id] = user }
  func save(_ department: Department) throws { content.departments[department.id] = department }
  func save(_ column: Column) throws { content.columns[column.id] = column }
  func save(_ policy: PolicyVersion) throws { content.policies[policy.number] = policy }
  func save(_ session: Session) throws { content.sessions[session.hash] = session }
  func remove(session: Digest) throws { content.sessions[session] = nil }
  func remove(sessionsOf user: ID<User>, but kept: Digest?) throws {
    content.sessions = content.sessions.filter { $0.value.user != user || $0.key == kept }
  }
  func save(_ token: APIToken) throws { content.tokens[token.id] = token }
  func save(_ link: SignInLink) throws { content.links[link.hash] = link }
  func save(_ response: StoredResponse, for key: IdempotencyKey, at now: Timestamp) throws {
    guard content.answers[key.place] == nil else { throw MemoryStore.AnsweredAlready() }
    content.answers[key.place] = (response, now)
  }
  func sweep(before: Timestamp) throws {
    content.sessions = content.sessions.filter { $0.value.lastSeenAt >= before }
    content.links = content.links.filter { $0.value.expiresAt >= before }
    content.answers = content.answers.filter { $0.value.at >= before }
  }
  @discardableResult func append(_ event: AuditEvent) throws -> AuditEntry {
    let entry = AuditChain.entry(for: event, after: try auditHead())
    content.entries.append(entry)
    return entry
  }
  func save(_ checkpoint: Checkpoint) throws { content.checkpoints.append(checkpoint) }
}

extension Submission {
  fileprivate var awaitsConfirmation: Bool {
    current?.form.urgency != nil
      && !votes.contains { $0.stage == Vote.confirmationStage && $0.outdated == nil }
  }

  fileprivate var awaitsPublishing: Bool {
    let out = publications.filter { $0.state != .failed }
    let isDoubtful = out.contains { publication in
      let outcome = publication.verifications.last?.outcome
      return publication.state == .live && outcome != .exact && outcome != .equal
    }
    let isMissing = current?.manuscript.channels.contains { channel in
      !out.contains { $0.channel == channel }
    }
    return isDoubtful || isMissing ?? false
      || permits.contains { permit in
        permit.state != .revoked && !publications.contains { $0.permit == permit.id }
      }
  }
}

extension IdempotencyKey {
  fileprivate var place: String { "\(user) \(target) \(key)" }
}

extension Sequence {
  fileprivate func sorted<Kind>(by id: (Element) -> ID<Kind>) -> [Element] {
    sorted { id($0).value.utf8.lexicographicallyPrecedes(id($1).value.utf8) }
  }
}

extension SubmissionQuery {
  fileprivate func wants(_ line: SubmissionSummary) -> Bool {
    states?.contains(line.state) ?? true && stage ?? line.stage == line.stage
      && department ?? line.department == line.department && column ?? line.column == line.column
      && creator ?? line.creator == line.creator && isBefore(line) && isNamed(line)
  }

  private func isBefore(_ line: SubmissionSummary) -> Bool {
    before.map { line.id.value.utf8.lexicographicallyPrecedes($0.value.utf8) } ?? true
  }

  private func isNamed(_ line: SubmissionSummary) -> Bool {
    guard let text else { return true }
    let title = Array(line.title.utf8)
    let part = Array(text.utf8)
    return part.isEmpty || title.indices.contains { title[$0...].starts(with: part) }
  }
}

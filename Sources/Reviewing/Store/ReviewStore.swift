/// Where everything is kept: SQLite here, PostgreSQL some day; one suite of tests for all.
///
/// Writes are serialised and durable before `write` returns; a body that throws leaves nothing behind.
package protocol ReviewStore: Sendable {
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value
  /// Verifies the whole record with its checkpoints, and with anchors where the store keeps any; `code` is one from
  /// paper that has to be found.
  func verifyAudit(code: AuditCode?) async throws -> AuditReport
}

extension ReviewStore {
  package func verifyAudit() async throws -> AuditReport { try await verifyAudit(code: nil) }
}

/// One consistent view.
///
/// Lists are in the order of ids where nothing else is said; `after` is the last one seen.
package protocol StoreReading {
  func submission(_ id: ID<Submission>) throws -> Submission?
  /// The submission that a permit, publication or waiver belongs to.
  func submission(ofPermit id: ID<Permit>) throws -> Submission?
  func submission(ofPublication id: ID<Publication>) throws -> Submission?
  func submission(ofWaiver id: ID<Waiver>) throws -> Submission?
  /// Newest first.
  func submissions(_ query: SubmissionQuery) throws -> [SubmissionSummary]
  /// Of each of these, in their order.
  func releases(of summaries: [SubmissionSummary]) throws -> [Release]
  /// Newest first.
  func waivers(_ query: WaiverQuery) throws -> [WaiverLine]

  func user(_ id: ID<User>) throws -> User?
  func user(named name: String) throws -> User?
  func users() throws -> [User]
  func department(_ id: ID<Department>) throws -> Department?
  func departments() throws -> [Department]
  func column(_ id: ID<Column>) throws -> Column?
  func columns() throws -> [Column]
  /// When each column was last published to.
  func lastPublications() throws -> [ID<Column>: Timestamp]

  func policy(_ number: Int) throws -> PolicyVersion?
  func policies() throws -> [PolicyVersion]
  /// The one activated last.
  func activePolicy() throws -> PolicyVersion?

  func session(hashed: Digest) throws -> Session?
  func token(hashed: Digest) throws -> APIToken?
  func tokens() throws -> [APIToken]
  func signInLink(hashed: Digest) throws -> SignInLink?

  /// What was answered to the request with this key; nil where it is new.
  func replay(_ key: IdempotencyKey) throws -> StoredResponse?

  /// The name of the chain, and its last entry; nil of an empty one.
  func chain() throws -> String
  func auditHead() throws -> (sequence: Int64, hash: String)?
  /// Ascending.
  func auditEntries(after sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry]
  /// Descending; of `Int64.max`, the last ones.
  func auditEntries(before sequence: Int64, limit: Int, subject: String?) throws -> [AuditEntry]
  func checkpoints() throws -> [Checkpoint]
  /// What the seeds count (seed 1, 七2), between two moments.
  func statistics(from: Timestamp, to: Timestamp) throws -> ReviewStatistics
}

package protocol StoreWriting: StoreReading {
  /// Adds or changes; what has not changed since `before` is not written. Revisions and votes are only added.
  func save(_ submission: Submission, since before: Submission?) throws
  func save(_ user: User) throws
  func save(_ department: Department) throws
  func save(_ column: Column) throws
  func save(_ policy: PolicyVersion) throws
  func save(_ session: Session) throws
  func remove(session: Digest) throws
  /// All of a person, except one where one is named.
  func remove(sessionsOf user: ID<User>, but kept: Digest?) throws
  func save(_ token: APIToken) throws
  func save(_ link: SignInLink) throws
  func save(_ response: StoredResponse, for key: IdempotencyKey, at now: Timestamp) throws
  /// Forgets sessions, links and answers that nobody can use any more.
  func sweep(before: Timestamp) throws
  /// Puts it at the end of the chain.
  @discardableResult func append(_ event: AuditEvent) throws -> AuditEntry
  func save(_ checkpoint: Checkpoint) throws
}

/// Names a request that may come twice: the same key of the same person for the same thing is the same request.
package struct IdempotencyKey: Hashable, Sendable {
  package let user: ID<User>
  /// Method and path.
  package let target: String
  package let key: String
  /// Of the body; the same key with another is an error.
  package let fingerprint: Digest

  package init(user: ID<User>, target: String, key: String, fingerprint: Digest) {
    self.user = user
    self.target = target
    self.key = key
    self.fingerprint = fingerprint
  }
}

/// An answer as it was given.
package struct StoredResponse: Hashable, Sendable {
  package let status: Int
  package let headers: [String: String]
  package let body: [UInt8]
  /// Of the request it answered.
  package let fingerprint: Digest

  package init(status: Int, headers: [String: String], body: [UInt8], fingerprint: Digest) {
    self.status = status
    self.headers = headers
    self.body = body
    self.fingerprint = fingerprint
  }
}

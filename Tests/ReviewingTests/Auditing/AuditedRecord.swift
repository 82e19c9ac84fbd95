import Reviewing

/// A record as the store keeps it, open to all that somebody with a hex editor could do to it.
struct AuditedRecord {
  var chain = "0123456789abcdef0123456789abcdef"
  var entries: [AuditEntry] = []
  var checkpoints: [Checkpoint] = []
  var anchors: [Anchor] = []
  var head: (sequence: Int64, hash: String)?
  var key = SigningKey()

  static let start = Timestamp(milliseconds: 1_790_000_000_000)

  init(count: Int, key: SigningKey = SigningKey()) {
    self.key = key
    for number in 1...max(count, 1) where number <= count { add(number) }
  }

  mutating func add(_ number: Int, action: String? = nil) {
    append(
      AuditEvent(
        at: Self.start.adding(minutes: number),
        doer: AuditEntry.Doer(
          user: ID("usr_\(number % 7)"),
          displayName: "王敏",
          means: "session",
          address: "10.1.2.3",
          requestID: "r\(number)"
        ),
        action: action ?? (number % 97 == 0 ? "permit.issue" : "review.approve"),
        subject: AuditEntry.Subject(kind: "draft", id: "drf_\(number % 31)", revision: 1),
        data: ["number": .int(Int64(number)), "stage": "second"]
      )
    )
  }

  mutating func append(_ event: AuditEvent) {
    let entry = AuditChain.entry(for: event, after: head)
    entries.append(entry)
    head = (entry.sequence, entry.hash)
    guard entry.isCheckpointDue(since: checkpoints.last?.at) else {
      return anchors.append(Anchor(chain: chain, sequence: entry.sequence, head: entry.hash))
    }
    sign(entry)
  }

  private mutating func sign(_ entry: AuditEntry) {
    let head = (entry.sequence, entry.hash)
    guard let checkpoint = try? Checkpoint(chain: chain, head: head, at: entry.at, key: key)
    else { return }
    checkpoints.append(checkpoint)
    anchors.append(Anchor(checkpoint))
  }

  /// Makes all hashes anew from an entry on, as somebody does who knows how.
  mutating func rechain(from index: Int) {
    for place in index..<entries.count {
      let before = place == 0 ? nil : (entries[place - 1].sequence, entries[place - 1].hash)
      entries[place] = AuditChain.entry(for: entries[place].event, after: before)
    }
    head = entries.last.map { ($0.sequence, $0.hash) }
  }

  /// Gives the entries the numbers of their places and nothing else.
  mutating func renumber() {
    entries = entries.enumerated().map { $1.with(sequence: Int64($0 + 1)) }
    head = entries.last.map { ($0.sequence, $0.hash) }
  }

  func report(
    anchored: Bool = true,
    keys: [VerifyingKey]? = nil,
    code: AuditCode? = nil
  ) -> AuditReport {
    var verifier = AuditVerifier(
      chain: chain,
      checkpoints: checkpoints,
      anchors: anchored ? anchors : nil,
      keys: keys ?? [key.verifying],
      code: code
    )
    for entry in entries { verifier.read(entry) }
    return verifier.finish(head: head)
  }
}

extension AuditEntry {
  var event: AuditEvent {
    AuditEvent(at: at, doer: doer, action: action, subject: subject, data: data)
  }

  func with(
    sequence: Int64? = nil,
    action: String? = nil,
    data: JSON? = nil,
    previous: String? = nil,
    hash: String? = nil
  ) -> AuditEntry {
    AuditEntry(
      sequence: sequence ?? self.sequence,
      at: at,
      doer: doer,
      action: action ?? self.action,
      subject: subject,
      canonicalData: data?.canonicalText ?? canonicalData,
      previous: previous ?? self.previous,
      hash: hash ?? self.hash
    )
  }
}

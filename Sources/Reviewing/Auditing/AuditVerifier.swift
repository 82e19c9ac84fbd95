/// Verifies the record, entry by entry: that each follows the one before, and that checkpoints, anchors and a
/// printed code agree with them.
package struct AuditVerifier {
  private let chain: String
  private let code: AuditCode?
  /// Signed by a key of ours, by place.
  private let checkpoints: [Int64: Checkpoint]
  private let hasAnchors: Bool?
  private var walk = EntryWalk()
  private var claims: AuditClaims
  private var faults: [AuditFault] = []
  private var count: Int64 = 0
  private var required: Set<Int64> = []
  private var restorations: [Int64] = []
  private var codeSequence: Int64?

  /// Anchors are in the order in which they were written; nil where none are to be held against the record.
  package init(
    chain: String,
    checkpoints: [Checkpoint],
    anchors: [Anchor]?,
    keys: [VerifyingKey],
    code: AuditCode? = nil
  ) {
    self.chain = chain
    self.code = code
    let checked = checkpoints.map { ($0, Self.fault(of: $0, chain: chain, keys: keys)) }
    let signed = (anchors ?? []).compactMap(\.checkpoint)
      .compactMap { Self.fault(of: $0, chain: $0.chain, keys: keys) }
    faults = checked.compactMap(\.1) + signed
    if anchors?.contains(where: { !$0.chain.isSame(as: chain) }) ?? false {
      faults.append(AuditFault(.otherChain, at: 0))
    }
    let sound = checked.filter { $0.1 == nil }.map(\.0)
    self.checkpoints = Dictionary(sound.map { ($0.sequence, $0) }) { first, _ in first }
    hasAnchors = anchors.map { !$0.isEmpty }
    claims = AuditClaims(
      checkpoints: sound,
      anchors: (anchors ?? []).filter { $0.chain.isSame(as: chain) }
    )
  }

  /// In the order in which they stand.
  package mutating func read(_ entry: AuditEntry) {
    count += 1
    walk.read(entry)
    if let restoration = Restoration(entry), isSigned(entry) {
      restorations.append(entry.sequence)
      claims.lose(from: entry.sequence, upTo: restoration.lostUpTo, head: entry.hash)
    }
    claims.read(entry.sequence, hash: entry.hash)
    if entry.needsCheckpoint { required.insert(entry.sequence) }
    if let code, code == AuditCode(chain: chain, sequence: entry.sequence, head: entry.hash) {
      codeSequence = entry.sequence
    }
  }

  /// `head` is what the database says of the end.
  package mutating func finish(head: (sequence: Int64, hash: String)?) -> AuditReport {
    walk.finish()
    faults += walk.faults
    checkEnd(head)
    checkBesides()
    return AuditReport(
      chain: chain,
      entries: count,
      checkpoints: claims.agreeing.checkpoints,
      anchors: claims.agreeing.anchors,
      restorations: restorations,
      codeSequence: codeSequence,
      faults: Set(faults).sorted {
        ($0.sequence, $0.kind.rawValue) < ($1.sequence, $1.kind.rawValue)
      }
    )
  }

  private mutating func checkEnd(_ head: (sequence: Int64, hash: String)?) {
    let last = walk.last
    // What is gone from the middle with the rest moved up is missing at the end as well, but was told already.
    let end = last.sequence + max(walk.shift, 0)
    let isCut = claims.claimsMore(than: end) || head.map { $0.sequence > end } ?? false
    if isCut {
      faults.append(AuditFault(count == 0 ? .emptied : .cut, at: last.sequence + 1))
    } else if walk.faults.isEmpty, !isSame(head ?? (0, AuditChain.origin), last) {
      faults.append(AuditFault(.head, at: last.sequence))
    }
    if let place = claims.firstDifference, !walk.faults.contains(where: { $0.sequence <= place }) {
      faults.append(AuditFault(.rewritten, at: place))
    }
  }

  private mutating func checkBesides() {
    let told = Set(faults.map(\.sequence))
    faults += required.union(claims.signedPlaces).filter { checkpoints[$0] == nil }
      .filter { !told.contains($0) }.map { AuditFault(.missingCheckpoint, at: $0) }
    if hasAnchors == false, !checkpoints.isEmpty {
      faults.append(AuditFault(.missingAnchors, at: 0))
    }
    if code != nil, codeSequence == nil { faults.append(AuditFault(.unknownCode, at: 0)) }
  }

  private func isSigned(_ entry: AuditEntry) -> Bool {
    checkpoints[entry.sequence].map { $0.head.isSame(as: entry.hash) } ?? false
  }

  private static func fault(of checkpoint: Checkpoint, chain: String, keys: [VerifyingKey])
    -> AuditFault?
  {
    guard let key = keys.first(where: { $0.id.isSame(as: checkpoint.keyID) }) else {
      return AuditFault(.unknownKey, at: checkpoint.sequence)
    }
    guard checkpoint.chain.isSame(as: chain), checkpoint.isSigned(by: key) else {
      return AuditFault(.forgedCheckpoint, at: checkpoint.sequence)
    }
    return nil
  }
}

private func isSame(
  _ left: (sequence: Int64, hash: String),
  _ right: (sequence: Int64, hash: String)
)
  -> Bool
{
  left.sequence == right.sequence && left.hash.isSame(as: right.hash)
}

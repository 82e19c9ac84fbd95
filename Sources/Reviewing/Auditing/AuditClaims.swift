/// What checkpoints and anchors say of the record, held against it entry by entry.
struct AuditClaims {
  private struct Claim {
    let sequence: Int64
    let head: String
    /// Its place in the anchors; nil for a checkpoint of the database.
    let line: Int?
    let isSigned: Bool
  }

  /// Entries that are known to be lost: anchors of them that were there before it are no fault.
  private struct Loss {
    let entries: ClosedRange<Int64>
    let line: Int
  }

  private let claims: [Claim]
  private var next = 0
  private var losses: [Loss] = []
  private(set) var agreeing: (checkpoints: Int, anchors: Int) = (0, 0)
  /// The first entry that is not what was claimed.
  private(set) var firstDifference: Int64?
  /// Signed anchors whose entries stand, for the checkpoints that must be there.
  private(set) var signedPlaces: Set<Int64> = []

  init(checkpoints: [Checkpoint], anchors: [Anchor]) {
    let fromDatabase = checkpoints.map {
      Claim(sequence: $0.sequence, head: $0.head, line: nil, isSigned: true)
    }
    let fromFile = anchors.enumerated().map {
      Claim(
        sequence: $1.sequence,
        head: $1.head,
        line: $0,
        isSigned: $1.checkpoint != nil
      )
    }
    claims = (fromDatabase + fromFile).sorted { $0.sequence < $1.sequence }
  }

  /// Call it before `read` for the entry that tells of it.
  mutating func lose(from sequence: Int64, upTo last: Int64, head: String) {
    let line = claims.first {
      $0.sequence == sequence && $0.line != nil && $0.head.isSame(as: head)
    }
    losses.append(
      Loss(entries: sequence...max(sequence, last), line: line?.line ?? .max)
    )
  }

  mutating func read(_ sequence: Int64, hash: String) {
    while next < claims.count, claims[next].sequence <= sequence {
      let claim = claims[next]
      next += 1
      guard claim.sequence == sequence else { continue }
      if claim.head.isSame(as: hash) {
        agree(claim)
      } else if !isKnownLoss(claim), firstDifference == nil {
        firstDifference = sequence
      }
    }
  }

  /// Whether anything is claimed of entries after the last one.
  func claimsMore(than last: Int64) -> Bool {
    claims[next...].contains { $0.sequence > last && !isKnownLoss($0) }
  }

  private mutating func agree(_ claim: Claim) {
    if claim.line == nil { agreeing.checkpoints += 1 } else { agreeing.anchors += 1 }
    if claim.isSigned { signedPlaces.insert(claim.sequence) }
  }

  private func isKnownLoss(_ claim: Claim) -> Bool {
    guard let line = claim.line else { return false }
    return losses.contains { $0.entries.contains(claim.sequence) && line < $0.line }
  }
}

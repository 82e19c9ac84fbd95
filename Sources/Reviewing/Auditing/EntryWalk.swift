/// Goes through the entries in the order in which they stand and finds where they do not follow each other.
///
/// An entry's hash covers its number, so one that has been moved still has the hash of the place it was made for:
/// that tells an insertion or deletion with the rest renumbered from an edit.
struct EntryWalk {
  private(set) var faults: [AuditFault] = []
  private(set) var last: (sequence: Int64, hash: String) = (0, AuditChain.origin)
  /// How far from their places the entries stand now: 1 where one before them is missing.
  private(set) var shift: Int64 = 0
  /// A moved entry: the one after it tells what has happened.
  private var pending: (sequence: Int64, shift: Int64, isReordered: Bool)?
  private var lastIsSound = true
  private var searches = 0

  mutating func read(_ entry: AuditEntry) {
    let isNext = entry.sequence == last.sequence + 1
    if !isNext { faults.append(AuditFault(.deleted, at: last.sequence + 1)) }
    if AuditChain.hash(of: entry).isSame(as: entry.hash) {
      readSound(entry, isNext: isNext)
    } else if let distance = displacement(of: entry) {
      readMoved(entry, by: distance)
      lastIsSound = false
    } else {
      readChanged(entry)
    }
    last = (entry.sequence, entry.hash)
  }

  mutating func finish() {
    guard let pending else { return }
    settle(as: pending.isReordered ? .reordered : kind(of: pending.shift))
  }

  private mutating func readSound(_ entry: AuditEntry, isNext: Bool) {
    if pending != nil { settle(as: .reordered) }
    shift = 0
    if isNext, lastIsSound, !entry.previous.isSame(as: last.hash) {
      // The entry before has another hash than when this one was made: somebody has made it anew.
      faults.append(AuditFault(.edited, at: max(last.sequence, 1)))
    }
    lastIsSound = true
  }

  private mutating func readChanged(_ entry: AuditEntry) {
    if pending != nil { settle(as: .reordered) }
    let isMoved = lastIsSound && shift == 0 && !entry.previous.isSame(as: last.hash)
    faults.append(AuditFault(isMoved ? .reordered : .edited, at: entry.sequence))
    lastIsSound = false
  }

  private mutating func readMoved(_ entry: AuditEntry, by distance: Int64) {
    if let pending {
      if distance == pending.shift, !pending.isReordered {
        settle(as: kind(of: distance))
      } else {
        self.pending?.isReordered = true
      }
    } else if distance != shift {
      pending = (entry.sequence, distance, false)
    }
  }

  private func kind(of distance: Int64) -> AuditFault.Kind {
    distance > shift ? .deleted : .inserted
  }

  private mutating func settle(as kind: AuditFault.Kind) {
    guard let pending else { return }
    let place = kind == .inserted ? pending.sequence + pending.shift - shift : pending.sequence
    // The other half of an exchange has been told already.
    if !faults.contains(AuditFault(.reordered, at: place)) {
      faults.append(AuditFault(kind, at: max(place, 1)))
    }
    if kind != .reordered { shift = pending.shift }
    self.pending = nil
  }

  /// How far away the place is that the entry's hash was made for; nil where that is none near by.
  private mutating func displacement(of entry: AuditEntry) -> Int64? {
    if shift != 0, fits(entry, shift) { return shift }
    guard searches < 64 else { return nil }
    searches += 1
    return (1...256).lazy.flatMap { [$0, -$0] }.first { fits(entry, $0) }
  }

  private func fits(_ entry: AuditEntry, _ distance: Int64) -> Bool {
    AuditChain.hash(of: entry, at: entry.sequence + distance).isSame(as: entry.hash)
  }
}

extension String {
  /// By bytes: Swift holds composed and decomposed letters for equal.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

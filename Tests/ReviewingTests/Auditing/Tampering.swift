import Reviewing

/// What somebody does to a record, and where it must be found.
enum Tampering: CaseIterable {
  case edit
  case editWithHash
  case swap
  case insert
  case insertRenumbered
  case drop
  case dropRenumbered
  case dropTail
  case dropAll
  case rechain
  case rechainTail
  case oldBackup

  var kinds: Set<AuditFault.Kind> {
    switch self {
    case .edit, .editWithHash: [.edited]
    case .swap: [.reordered]
    case .insert: [.edited, .inserted]
    case .insertRenumbered: [.inserted]
    case .drop, .dropRenumbered: [.deleted]
    case .dropTail, .oldBackup: [.cut]
    case .dropAll: [.emptied]
    case .rechain, .rechainTail: [.rewritten]
    }
  }

  /// Does it and says at which entry.
  func apply(to record: inout AuditedRecord, using random: inout SeededGenerator) -> Int64 {
    let count = record.entries.count
    let index = Int.random(in: 1..<count - 3, using: &random)
    switch self {
    case .edit:
      record.entries[index] = record.entries[index].with(action: "review.return")
    case .editWithHash:
      let forged = record.entries[index].with(data: ["number": .int(0)])
      record.entries[index] = forged.with(hash: AuditChain.hash(of: forged))
    case .swap: swap(&record, index, using: &random)
    case .insert, .insertRenumbered: insert(&record, at: index)
    case .drop: record.entries.remove(at: index)
    case .dropRenumbered:
      record.entries.remove(at: index)
      record.renumber()
    case .dropTail: dropTail(&record, from: index)
    case .dropAll: dropAll(&record)
    case .rechain:
      record.entries[index] = record.entries[index].with(action: "review.return")
      record.rechain(from: index)
    case .rechainTail:
      dropTail(&record, from: index)
      while record.entries.count < count {
        let forged = AuditChain.entry(
          for: record.entries[0].event,
          after: record.head
        )
        record.entries.append(forged)
        record.head = (forged.sequence, forged.hash)
      }
    case .oldBackup: dropTail(&record, from: index)
    }
    return self == .dropAll ? 1 : Int64(index + 1)
  }

  private func swap(
    _ record: inout AuditedRecord,
    _ index: Int,
    using random: inout SeededGenerator
  ) {
    let other = Int.random(in: index + 1..<record.entries.count, using: &random)
    let (first, second) = (record.entries[index], record.entries[other])
    record.entries[index] = second.with(sequence: first.sequence)
    record.entries[other] = first.with(sequence: second.sequence)
    record.head = record.entries.last.map { ($0.sequence, $0.hash) }
  }

  private func insert(_ record: inout AuditedRecord, at index: Int) {
    let before = record.entries[index - 1]
    var forged = AuditChain.entry(
      for: record.entries[0].event,
      after: (before.sequence, before.hash)
    )
    if self == .insert { forged = forged.with(action: "review.forged") }
    record.entries.insert(forged, at: index)
    record.renumber()
  }

  private func dropTail(_ record: inout AuditedRecord, from index: Int) {
    record.entries.removeSubrange(index...)
    record.checkpoints.removeAll { $0.sequence > index }
    record.head = record.entries.last.map { ($0.sequence, $0.hash) }
  }

  private func dropAll(_ record: inout AuditedRecord) {
    record.entries = []
    record.checkpoints = []
    record.head = nil
  }
}

/// The same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

import Reviewing
import Testing

struct RestorationTests {
  /// The record as it was at an entry, with all anchors that there have been since.
  private func restored(from count: Int, of record: AuditedRecord, isTold: Bool) -> AuditedRecord {
    var old = record
    old.entries.removeSubrange(count...)
    old.checkpoints.removeAll { $0.sequence > count }
    old.head = old.entries.last.map { ($0.sequence, $0.hash) }
    guard isTold else { return old }
    let restoration = Restoration(
      lostUpTo: record.anchors.map(\.sequence).max() ?? 0,
      backup: Digest(of: [])
    )
    let doer = record.entries[0].doer
    old.append(restoration.event(by: doer, chain: old.chain, at: AuditedRecord.start))
    return old
  }

  @Test func `a restored backup that says so is sound, also when the record goes on`() {
    var record = restored(from: 700, of: AuditedRecord(count: 1000), isTold: true)
    #expect(record.report().faults == [])
    for number in 702...1400 { record.add(number) }
    #expect(record.report().faults == [])
    #expect(record.report().restorations == [701])
  }

  @Test func `a second restoration takes the first one back`() {
    var record = restored(from: 700, of: AuditedRecord(count: 1000), isTold: true)
    for number in 702...800 { record.add(number) }
    var again = restored(from: 600, of: record, isTold: true)
    for number in 602...900 { again.add(number) }
    #expect(again.report().faults == [])
  }

  @Test func `a backup put back in silence is a cut, and a rewritten record once it goes on`() {
    var record = restored(from: 700, of: AuditedRecord(count: 1000), isTold: false)
    #expect(record.report().faults == [AuditFault(.cut, at: 701)])
    for number in 2001...2400 { record.add(number) }
    #expect(record.report().faults == [AuditFault(.rewritten, at: 701)])
  }

  @Test func `a restoration that nobody has signed excuses nothing`() {
    var record = restored(from: 700, of: AuditedRecord(count: 1000), isTold: true)
    record.checkpoints.removeLast()
    record.anchors.removeLast()
    #expect(record.report().faults.first?.sequence == 701)
  }

  @Test func `a restoration excuses only what was anchored before it`() {
    var record = restored(from: 700, of: AuditedRecord(count: 1000), isTold: true)
    for number in 702...900 { record.add(number) }
    var random = SeededGenerator(state: 1)
    record.entries[800] = record.entries[800].with(
      action: "x",
      data: .int(Int64(random.next() >> 8))
    )
    record.rechain(from: 800)
    #expect(record.report().faults == [AuditFault(.rewritten, at: 801)])
  }
}

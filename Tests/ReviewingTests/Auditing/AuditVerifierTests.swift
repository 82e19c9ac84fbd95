import Reviewing
import Testing

struct AuditVerifierTests {
  @Test func `a record that nobody has touched is sound`() {
    let report = AuditedRecord(count: 1200).report()
    #expect(report.faults == [])
    #expect(report.entries == 1200)
    #expect(report.anchors == 1200)
    #expect(report.checkpoints == 2 + 12 + 1)
  }

  @Test func `an empty record is sound`() { #expect(AuditedRecord(count: 0).report().isSound) }

  @Test func `the hash is that of the canonical JSON`() {
    let entry = AuditedRecord(count: 1).entries[0]
    let json: JSON = [
      "action": "review.approve", "at": .string(entry.at.description),
      "data": ["number": .int(1), "stage": "second"],
      "doer": [
        "address": "10.1.2.3", "display_name": "王敏", "means": "session", "request_id": "r1",
        "user": "usr_1",
      ], "previous": .string(AuditChain.origin), "sequence": .int(1),
      "subject": ["id": "drf_1", "kind": "draft", "revision": .int(1)],
    ]
    let digest = Digest(of: Array("hegui-audit-v1\0".utf8) + json.canonicalBytes)
    #expect("sha256:" + entry.hash == digest.description)
  }

  @Test(arguments: Tampering.allCases)
  func `every tampering is found where it begins`(_ tampering: Tampering) {
    var random = SeededGenerator(state: 5)
    let (short, long) = (AuditedRecord(count: 48), AuditedRecord(count: 520))
    for round in 0..<84 {
      var record = round % 21 == 0 ? long : short
      let place = tampering.apply(to: &record, using: &random)
      let report = record.report()
      let first = report.faults.first
      #expect(first?.sequence == place, "\(tampering) at \(place): \(report.faults)")
      #expect(first.map { tampering.kinds.contains($0.kind) } ?? false, "\(report.faults)")
    }
  }

  @Test func `a checkpoint with another signature or key is told`() {
    let stranger = SigningKey()
    var record = AuditedRecord(count: 600)
    let place = record.checkpoints[3].sequence
    let head = (place, record.checkpoints[3].head)
    record.checkpoints[3] = Checkpoint(
      chain: record.chain,
      sequence: place,
      head: head.1,
      at: record.checkpoints[3].at,
      keyID: record.key.id,
      signature: base64URL([UInt8](repeating: 1, count: 64))
    )
    #expect(record.report().faults == [AuditFault(.forgedCheckpoint, at: place)])
    record.checkpoints[3] =
      (try? Checkpoint(chain: record.chain, head: head, at: AuditedRecord.start, key: stranger))
      ?? record.checkpoints[3]
    #expect(record.report().faults == [AuditFault(.unknownKey, at: place)])
    #expect(record.report(keys: [record.key.verifying, stranger.verifying]).isSound)
  }

  @Test func `a checkpoint that is gone is missed, with and without anchors`() {
    for index in 0..<5 {
      var record = AuditedRecord(count: 600)
      let place = record.checkpoints.remove(at: index).sequence
      #expect(record.report().faults == [AuditFault(.missingCheckpoint, at: place)])
      let isRequired = record.entries[Int(place) - 1].needsCheckpoint
      #expect(record.report(anchored: false).isSound == !isRequired)
    }
  }

  @Test func `another database in its place, or no anchors, is told`() {
    var record = AuditedRecord(count: 20)
    var other = AuditedRecord(count: 20, key: record.key)
    other.chain = String(repeating: "e", count: 32)
    record.anchors = other.anchors.map {
      Anchor(chain: other.chain, sequence: $0.sequence, head: $0.head)
    }
    #expect(record.report().faults.contains(AuditFault(.otherChain, at: 0)))
    record.anchors = []
    #expect(record.report().faults == [AuditFault(.missingAnchors, at: 0)])
  }
}

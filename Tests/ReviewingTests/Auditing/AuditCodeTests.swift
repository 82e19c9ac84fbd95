import Reviewing
import Testing

struct AuditCodeTests {
  @Test func `a code is read as people write it`() throws {
    let code = AuditCode(chain: "c", sequence: 7, head: "h")
    let text = code.description
    #expect(text.utf8.count == 19)
    #expect(AuditCode(text) == code)
    #expect(AuditCode(text.lowercased().replacing("-", with: " ")) == code)
    let sloppy = text.replacing("0", with: "o").replacing("1", with: "l")
    #expect(AuditCode(sloppy) == code)
    #expect(AuditCode(String(text.dropLast())) == nil)
    #expect(AuditCode("UUUU-UUUU-UUUU-UUUU") == nil)
  }

  @Test func `a printed code finds its entry, and none after the record was rewritten`() {
    var record = AuditedRecord(count: 300)
    let checkpoint = record.checkpoints[2]
    let code = AuditCode(checkpoint)
    #expect(record.report(code: code).codeSequence == checkpoint.sequence)
    #expect(record.report(code: code).isSound)
    record.entries[10] = record.entries[10].with(action: "review.return")
    record.rechain(from: 10)
    record.anchors = []
    record.checkpoints = []
    #expect(
      record.report(anchored: false, code: code).faults.contains(AuditFault(.unknownCode, at: 0))
    )
  }
}

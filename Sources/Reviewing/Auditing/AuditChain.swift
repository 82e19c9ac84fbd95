import Crypto

/// Binds every entry of the record to all before it.
package enum AuditChain {
  /// What the first entry follows.
  package static let origin = String(repeating: "0", count: 64)

  /// The event in its place.
  package static func entry(
    for event: AuditEvent,
    after head: (sequence: Int64, hash: String)?
  ) -> AuditEntry {
    let sequence = (head?.sequence ?? 0) + 1
    let previous = head?.hash ?? origin
    return AuditEntry(
      sequence: sequence,
      at: event.at,
      doer: event.doer,
      action: event.action,
      subject: event.subject,
      data: event.data,
      previous: previous,
      hash: hash(of: event, sequence: sequence, previous: previous)
    )
  }

  /// What the entry's hash must be.
  package static func hash(of entry: AuditEntry) -> String {
    hash(of: AuditEvent(of: entry), sequence: entry.sequence, previous: entry.previous)
  }

  static func hash(of event: AuditEvent, sequence: Int64, previous: String) -> String {
    var bytes = Array("hegui-audit-v1\0".utf8)
    bytes.reserveCapacity(1024)
    event.write(sequence: sequence, previous: previous, to: &bytes)
    return SHA256.hash(data: bytes).hexadecimal
  }
}

extension AuditEvent {
  init(of entry: AuditEntry) {
    self.init(
      at: entry.at,
      doer: entry.doer,
      action: entry.action,
      subject: entry.subject,
      data: entry.data
    )
  }

  /// The canonical JSON, its members in their order: a record is long, and dictionaries are slow.
  fileprivate func write(sequence: Int64, previous: String, to bytes: inout [UInt8]) {
    func add(_ name: StaticString, _ value: JSON) {
      bytes += "\(name)".utf8
      value.write(to: &bytes)
    }
    add("{\"action\":", .string(action))
    add(",\"at\":", .string(at.description))
    add(",\"data\":", data)
    add(",\"doer\":{\"address\":", .string(doer.address))
    add(",\"display_name\":", .string(doer.displayName))
    add(",\"means\":", .string(doer.means))
    add(",\"request_id\":", .string(doer.requestID))
    add(",\"user\":", JSON(doer.user?.value))
    add("},\"previous\":", .string(previous))
    add(",\"sequence\":", .int(sequence))
    add(",\"subject\":{\"id\":", .string(subject.id))
    add(",\"kind\":", .string(subject.kind))
    add(",\"revision\":", subject.revision.map { .int(Int64($0)) } ?? .null)
    bytes += "}}".utf8
  }
}

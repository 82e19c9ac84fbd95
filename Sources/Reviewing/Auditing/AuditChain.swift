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
    func entry(_ hash: String) -> AuditEntry {
      AuditEntry(
        sequence: (head?.sequence ?? 0) + 1,
        at: event.at,
        doer: event.doer,
        action: event.action,
        subject: event.subject,
        canonicalData: event.data.canonicalText,
        previous: head?.hash ?? origin,
        hash: hash
      )
    }
    return entry(hash(of: entry("")))
  }

  /// What the entry's hash must be.
  package static func hash(of entry: AuditEntry) -> String { hash(of: entry, at: entry.sequence) }

  /// What it would have to be in another place.
  static func hash(of entry: AuditEntry, at sequence: Int64) -> String {
    var bytes = Array("hegui-audit-v1\0".utf8)
    bytes.reserveCapacity(1024)
    entry.write(sequence: sequence, to: &bytes)
    return SHA256.hash(data: bytes).hexadecimal
  }
}

extension AuditEntry {
  /// The canonical JSON, its members in their order: a record is long, and dictionaries are slow.
  fileprivate func write(sequence: Int64, to bytes: inout [UInt8]) {
    func add(_ name: String, _ text: String?) {
      bytes += name.utf8
      if let text { JSON.write(text, to: &bytes) } else { bytes += "null".utf8 }
    }
    add("{\"action\":", action)
    add(",\"at\":", at.description)
    bytes += ",\"data\":".utf8
    bytes += canonicalData.utf8
    add(",\"doer\":{\"address\":", doer.address)
    add(",\"display_name\":", doer.displayName)
    add(",\"means\":", doer.means)
    add(",\"request_id\":", doer.requestID)
    add(",\"user\":", doer.user?.value)
    add("},\"previous\":", previous)
    bytes += ",\"sequence\":".utf8
    bytes += String(sequence).utf8
    add(",\"subject\":{\"id\":", subject.id)
    add(",\"kind\":", subject.kind)
    bytes += ",\"revision\":".utf8
    bytes += (subject.revision.map { String($0) } ?? "null").utf8
    bytes += "}}".utf8
  }
}

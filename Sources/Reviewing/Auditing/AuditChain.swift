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
    var members = event.members
    members["previous"] = .string(previous)
    members["sequence"] = .int(sequence)
    let prefix = Array("hegui-audit-v1\0".utf8)
    return SHA256.hash(data: prefix + JSON.object(members).canonicalBytes).hexadecimal
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

  fileprivate var members: [String: JSON] {
    [
      "action": .string(action), "at": .string(at.description), "data": data,
      "doer": [
        "address": .string(doer.address), "display_name": .string(doer.displayName),
        "means": .string(doer.means), "request_id": .string(doer.requestID),
        "user": JSON(doer.user?.value),
      ],
      "subject": [
        "id": .string(subject.id), "kind": .string(subject.kind),
        "revision": subject.revision.map { .int(Int64($0)) } ?? .null,
      ],
    ]
  }
}

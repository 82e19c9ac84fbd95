package import Logging
package import Reviewing

/// Writes each event as one line of JSON; control characters cannot begin another.
package struct JSONLogHandler: LogHandler {
  package var logLevel = Logger.Level.info
  package var metadata: Logger.Metadata = [:]
  private let label: String
  private let clock: @Sendable () -> Timestamp
  private let write: @Sendable ([UInt8]) -> Void

  package init(
    label: String,
    clock: @escaping @Sendable () -> Timestamp,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.label = label
    self.clock = clock
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var members: [String: JSON] = [:]
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      members[key == "hb.request.id" ? "request_id" : key] = .string("\(value)")
    }
    members["ts"] = .string(clock().description)
    members["level"] = .string(event.level.rawValue)
    members["logger"] = .string(label)
    members["message"] = .string(event.message.description)
    write(JSON.object(members).canonicalBytes + [0x0A])
  }
}

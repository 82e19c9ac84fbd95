import Glibc
import SourceText

/// Standard output or standard error: bytes are gathered and written in large parts.
struct Stream {
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Nobody reads any more; the rest is dropped.
  private var isClosed = false

  static var output: Stream { Stream(descriptor: STDOUT_FILENO) }
  static var error: Stream { Stream(descriptor: STDERR_FILENO) }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  mutating func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }

  mutating func write(_ bytes: [UInt8]) throws(FileError) {
    guard bytes.count < largePart else {
      try flush()
      return try send(bytes)
    }
    pending += bytes
    if pending.count >= largePart { try flush() }
  }

  mutating func flush() throws(FileError) {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    try send(pending)
  }

  private mutating func send(_ bytes: [UInt8]) throws(FileError) {
    guard !isClosed else { return }
    do {
      try writeAll(bytes, to: descriptor, path: "standard output")
    } catch  where error.code == EPIPE {
      isClosed = true
    }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }
}

/// How many bytes are worth a call of their own.
private let largePart = 65_536

/// Writes a message to standard error, whatever becomes of it.
func warn(_ message: String) {
  try? writeAll(Array("hegui: \(message)\n".utf8), to: STDERR_FILENO, path: "standard error")
}

/// Writes all of the bytes to an open file.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
  var written = 0
  while written < bytes.count {
    let result = unsafe bytes[written...].withUnsafeBytes { rest in
      unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
    }
    if result < 0 {
      if errno == EINTR { continue }
      throw FileError(path: path, code: errno)
    }
    written += result
  }
}

package import SourceText

/// The public halves of keys that have signed before, one a line, oldest first: with them old checkpoints and permits
/// are still known for ours.
///
/// Whoever can write this file can write the key's as well, so it is guarded like it and no better.
package struct RetiredKeys: Sendable {
  package enum Failure: Error, Hashable, CustomStringConvertible {
    case file(FileError)
    case isNoKey(path: String, line: Int)

    package var description: String {
      switch self {
      case .file(let error): "\(error.path)：以前的公钥读不到（public keys of old）：\(error.reason)"
      case .isNoKey(let path, let line):
        "\(path):\(line)：不是公钥，请用同一次备份里的（not a public key; restore those of that backup）"
      }
    }
  }

  package let path: String

  package init(path: String) { self.path = path }

  /// None where there is no file.
  package func load() throws(Failure) -> [VerifyingKey] {
    let bytes: [UInt8]
    do { bytes = try readFile(path, limit: 1 << 20) } catch {
      if error.isMissing { return [] }
      throw .file(error)
    }
    var keys: [VerifyingKey] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard line.starts(with: Self.prefix.utf8),
        let bytes = Reviewing.bytes(ofBase64URL: line.dropFirst(Self.prefix.utf8.count)),
        let key = VerifyingKey(bytes: bytes)
      else { throw .isNoKey(path: path, line: index + 1) }
      keys.append(key)
    }
    return keys
  }

  /// The line that keeps a key.
  package static func line(of key: VerifyingKey) -> [UInt8] {
    Array("\(prefix)\(base64URL(key.bytes))\n".utf8)
  }

  private static let prefix = "hegui-ed25519-public:"
}

import Glibc
package import SourceText

/// The file that holds the signing key: one line, readable by its owner alone.
package enum KeyFile {
  package enum Failure: Error, Hashable, CustomStringConvertible {
    case file(FileError)
    case exists(path: String)
    case isShared(path: String, mode: String)
    case isNoKey(path: String)

    package var description: String {
      switch self {
      case .file(let error) where error.isMissing:
        "\(error.path)：没有签名密钥，请找回它的备份，新的关口用 hegui gate init 建"
          + "（no signing key: restore it; hegui gate init makes a new gate）"
      case .file(let error): "\(error.path)：签名密钥用不了（the signing key）：\(error.reason)"
      case .exists(let path):
        "\(path)：已经有密钥，新的会使它签的许可作废（there is a key; a new one would orphan its permits）"
      case .isShared(let path, let mode):
        "\(path)：别人也能读（mode \(mode)），请运行（others may read it, run）：chmod 600 \(path)"
      case .isNoKey(let path):
        "\(path)：不是签名密钥，请用同一次备份里的（not a signing key; restore the one of that backup）"
      }
    }
  }

  /// Makes a new key in a new file of mode 0600; never replaces one.
  @discardableResult
  package static func create(_ path: String) throws(Failure) -> SigningKey {
    let key = SigningKey()
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0, errno == EEXIST { throw .exists(path: path) }
    guard descriptor >= 0 else { throw .file(FileError(path: path, code: errno)) }
    defer { close(descriptor) }
    let line = Array("\(prefix)\(base64URL(key.seed))\n".utf8)
    // Shorter than a page and to a new file: written whole or not at all.
    let written = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    guard written == line.count, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      let code = errno
      unsafe unlink(path)
      throw .file(FileError(path: path, code: code))
    }
    return key
  }

  package static func load(_ path: String) throws(Failure) -> SigningKey {
    let bytes: [UInt8]
    do { bytes = try readFile(path, limit: 4096) } catch { throw .file(error) }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw .file(FileError(path: path, code: errno))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .isShared(path: path, mode: "0" + String(status.st_mode & 0o777, radix: 8))
    }
    guard bytes.starts(with: prefix.utf8), bytes.last == UInt8(ascii: "\n"),
      let seed = Reviewing.bytes(ofBase64URL: bytes.dropFirst(prefix.utf8.count).dropLast()),
      let key = SigningKey(seed: seed)
    else { throw .isNoKey(path: path) }
    return key
  }

  private static let prefix = "hegui-ed25519:"
}

import Crypto
import CryptoExtras
import Foundation
package import Reviewing

extension PasswordHash {
  /// scrypt with 32 MB for each try, so that guessing is dear (N = 2^15, r = 8, p = 1).
  package init(of password: String) throws {
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let key = try Self.key(password, salt, rounds: 1 << 15, blockSize: 8, parallelism: 1)
    self.init(rounds: 1 << 15, blockSize: 8, parallelism: 1, salt: salt, key: key)
  }

  func matches(_ password: String) -> Bool {
    let found = try? Self.key(
      password,
      salt,
      rounds: rounds,
      blockSize: blockSize,
      parallelism: parallelism
    )
    guard let found, found.count == key.count else { return false }
    return zip(found, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Spends the time of a real try, so that nobody learns which names there are.
  static func miss(_ password: String) { _ = nobody.matches(password) }

  private static let nobody = PasswordHash(
    rounds: 1 << 15,
    blockSize: 8,
    parallelism: 1,
    salt: [UInt8](repeating: 0, count: 16),
    key: [UInt8](repeating: 0, count: 32)
  )

  private static func key(
    _ password: String,
    _ salt: [UInt8],
    rounds: Int,
    blockSize: Int,
    parallelism: Int
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.utf8),
      salt: salt,
      outputByteCount: 32,
      rounds: rounds,
      blockSize: blockSize,
      parallelism: parallelism
    )
    return unsafe key.withUnsafeBytes { unsafe Array($0) }
  }
}

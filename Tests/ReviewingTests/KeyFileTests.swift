import FoundationEssentials
import Glibc
import Reviewing
import Testing

struct KeyFileTests {
  private let path = "/tmp/hegui-key-\(UUID().uuidString)"

  @Test func `a key is kept for its owner alone, and is the same again`() throws {
    defer { unsafe unlink(path) }
    let key = try KeyFile.create(path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try KeyFile.load(path).seed == key.seed)
    #expect(throws: KeyFile.Failure.exists(path: path)) { try KeyFile.create(path) }
  }

  @Test func `a key that others can read is refused with the remedy`() throws {
    defer { unsafe unlink(path) }
    try KeyFile.create(path)
    unsafe chmod(path, 0o640)
    let failure = #expect(throws: KeyFile.Failure.self) { try KeyFile.load(path) }
    #expect(failure?.description.contains("mode 0640") == true)
    #expect(failure?.description.hasSuffix("chmod 600 \(path)") == true)
  }

  @Test(arguments: ["", "hegui-ed25519:\n", "hegui-ed25519:AAAA\n", "-----BEGIN\n"])
  func `what is no key is told`(_ content: String) throws {
    defer { unsafe unlink(path) }
    try content.write(toFile: path, atomically: false, encoding: .utf8)
    unsafe chmod(path, 0o600)
    #expect(throws: KeyFile.Failure.isNoKey(path: path)) { try KeyFile.load(path) }
  }

  @Test func `a key that is not there is told, and how it is made`() {
    let failure = #expect(throws: KeyFile.Failure.self) { try KeyFile.load(path + "/none") }
    #expect(failure?.description.contains("hegui gate init") == true)
  }

  @Test func `retired keys are read in order, and what is none is told by its line`() throws {
    defer { unsafe unlink(path) }
    let retired = RetiredKeys(path: path)
    #expect(try retired.load() == [])
    let keys = [SigningKey(), SigningKey()].map(\.verifying)
    let lines = keys.flatMap { RetiredKeys.line(of: $0) }
    try Data(lines).write(to: URL(filePath: path))
    #expect(try retired.load() == keys)
    try Data(lines + Array("hegui-ed25519:AAAA\n".utf8)).write(to: URL(filePath: path))
    #expect(throws: RetiredKeys.Failure.isNoKey(path: path, line: 3)) { try retired.load() }
  }

  @Test func `base64 has one spelling`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(Reviewing.bytes(ofBase64URL: base64URL(bytes).utf8) == bytes)
    }
    for text in ["A", "AB", "AA==", "AA\n", "+/", "AAB"] {
      #expect(Reviewing.bytes(ofBase64URL: text.utf8) == nil)
    }
  }
}

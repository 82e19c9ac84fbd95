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
    #expect(failure?.description.hasSuffix("(mode 0640); run: chmod 600 \(path)") == true)
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

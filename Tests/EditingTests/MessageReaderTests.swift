import Reporting
import Testing

@testable import Editing

@Suite struct MessageReaderTests {
  private func messages(_ parts: [String]) throws -> [String] {
    var reader = MessageReader()
    var found: [String] = []
    for part in parts {
      reader.add(Array(part.utf8))
      while let message = try reader.next() {
        found.append(String(decoding: message, as: UTF8.self))
      }
    }
    return found
  }

  @Test func `messages are found whatever parts they come in`() throws {
    let stream =
      "Content-Length: 3\r\n\r\n一content-length:2\r\nContent-Type: x\r\n\r\n{}Content-Length: 0\n\n"
    #expect(try messages([stream]) == ["一", "{}", ""])
    let bytes = stream.utf8.map { [$0] }
    var reader = MessageReader()
    var found: [[UInt8]] = []
    for part in bytes {
      reader.add(part)
      while let message = try reader.next() { found.append(message) }
    }
    #expect(found == [Array("一".utf8), Array("{}".utf8), []])
    #expect(!reader.isInMessage)
  }

  @Test(
    arguments: [
      ("\r\n\r\n", MessageReader.Fault.noLength), ("{\"jsonrpc\": 1}\n", .noLength),
      ("hello\r\n", .badHeader), ("Content-Length: -1\r\n\r\n", .badHeader),
      ("Content-Length: x\r\n\r\n", .badHeader), ("Content-Type: a\r\n\r\n", .noLength),
      ("Content-Length: 99999999999999999999\r\n\r\n", .tooLong),
      ("Content-Length: 999999999\r\n\r\n", .tooLong),
      (String(repeating: "x", count: 9_000), .badHeader),
    ]
  )
  func `a broken header is a fault and no wait`(stream: String, fault: MessageReader.Fault) {
    // A line of JSON has a colon, so that it passes for a header until the empty line.
    #expect(throws: fault) { try messages([stream + "\r\n\r\n"]) }
  }

  @Test func `a session over streams ends with the right status`() throws {
    func status(_ messages: [String], cutting: Int = 0) throws -> (Int32, [UInt8]) {
      var server = LanguageServer(version: "0", language: .zh, judge: MarkJudge())
      var input = messages.flatMap { framed(Array($0.utf8)) }.dropLast(cutting)
      var output: [UInt8] = []
      let status = try server.serve(
        reading: {
          let part = Array(input.prefix(7))
          input = input.dropFirst(7)
          return part
        },
        isQuiet: { input.isEmpty },
        writing: { output += $0 }
      )
      return (status, output)
    }
    let initialize = #"{"id": 1, "method": "initialize", "params": {"capabilities": {}}}"#
    let open =
      #"{"method": "textDocument/didOpen", "params": {"textDocument": {"uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": "一,"}}}"#
    let shutdown = #"{"id": "x", "method": "shutdown"}"#
    let exit = #"{"method": "exit"}"#
    #expect(try status([initialize, shutdown, exit]).0 == 0)
    #expect(try status([initialize, exit]).0 == 1)
    let (ended, output) = try status([initialize, open])
    #expect(ended == 1)
    #expect(String(decoding: output, as: UTF8.self).contains("punctuation/comma"))
    #expect(throws: MessageReader.Fault.cutShort) { try status([initialize], cutting: 2) }
  }
}

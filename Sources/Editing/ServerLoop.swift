import Reporting

extension LanguageServer {
  /// Serves an editor until it says `exit` or its stream ends; returns the program's status.
  ///
  /// `read` waits for bytes and returns none at the stream's end; `isQuiet` tells whether it would have to wait.
  package mutating func serve(
    reading read: () throws -> [UInt8],
    isQuiet: () -> Bool,
    writing write: ([UInt8]) throws -> Void
  ) throws -> Int32 {
    var messages = MessageReader()
    func send(_ answers: [JSONValue]) throws {
      for answer in answers { try write(framed(answer.bytes)) }
    }
    while true {
      while let message = try messages.next() {
        try send(receive(message))
        if let exitStatus { return exitStatus }
      }
      if isQuiet() { try send(judgeChanges()) }
      let part = try read()
      if part.isEmpty {
        if messages.isInMessage { throw MessageReader.Fault.cutShort }
        // Who sends all at once and closes is told all the same.
        try send(judgeChanges())
        return 1
      }
      messages.add(part)
    }
  }
}

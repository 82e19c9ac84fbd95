import Glibc

// Built by scripts/fuzz alone, with libFuzzer's own `main`; HEGUI_FUZZ_PARSER names the parser.

private let parser: Parser = {
  let name = unsafe getenv("HEGUI_FUZZ_PARSER").map { unsafe String(cString: $0) } ?? ""
  let names = Parser.allCases.map(\.rawValue).joined(separator: ", ")
  require(Parser(rawValue: name) != nil, "HEGUI_FUZZ_PARSER is one of \(names)")
  return Parser(rawValue: name) ?? .decode
}()

/// What libFuzzer calls with every input; a trap is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  parser.feed(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

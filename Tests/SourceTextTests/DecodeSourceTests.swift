import SourceText
import Testing

/// One sentence of a hospital's page as bytes of several encodings.
private let sentence = "医院平安"
private let gb: [UInt8] = [0xD2, 0xBD, 0xD4, 0xBA, 0xC6, 0xBD, 0xB0, 0xB2]
private let big5: [UInt8] = [0xC2, 0xE5, 0xB0, 0x7C, 0xA5, 0xAD, 0xA6, 0x77]

private func decode(_ bytes: [UInt8]) throws -> Source {
  try decodeSource(path: "draft.html", bytes: bytes)
}

private func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

private func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
  text.utf16.flatMap { unit in
    let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    return bigEndian ? bytes.reversed() : bytes
  }
}

@Test func `valid UTF-8 is taken as it is`() throws {
  let source = try decode(ascii(sentence + " 𠮷🧧\r\n"))
  #expect(source.encoding == "UTF-8")
  #expect(source.bytes == ascii(sentence + " 𠮷🧧\r\n"))
  #expect(source.faults.isEmpty)
}

@Test func `an empty file is a draft`() throws {
  let source = try decode([])
  #expect(source.bytes.isEmpty && source.encoding == "UTF-8")
  #expect(
    source.digest == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  )
}

@Test func `a mark of UTF-8 stays in the text`() throws {
  let source = try decode([0xEF, 0xBB, 0xBF] + ascii("<meta charset=gbk>" + sentence))
  #expect(source.encoding == "UTF-8")
  #expect(source.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
}

@Test(arguments: [false, true])
func `UTF-16 with a mark becomes UTF-8 with a mark`(bigEndian: Bool) throws {
  let source = try decode(utf16("\u{FEFF}" + sentence, bigEndian: bigEndian))
  #expect(source.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
  #expect(source.bytes == [0xEF, 0xBB, 0xBF] + ascii(sentence))
}

@Test(arguments: [false, true])
func `UTF-16 without a mark is detected`(bigEndian: Bool) throws {
  let page = "<html>\n<p>Hospital notice 2026</p>\n<p>\(sentence)</p>\n</html>\n"
  let source = try decode(utf16(page, bigEndian: bigEndian))
  #expect(source.encoding == (bigEndian ? "UTF-16BE" : "UTF-16LE"))
  #expect(source.bytes == ascii(page))
}

@Test(arguments: [
  "<meta charset=gb2312>", "<META CHARSET='GBK'>", "<meta charset = \"gb18030\" />",
  "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">",
  "<?xml version=\"1.0\" encoding=\"GBK\"?>", "<!-- <meta charset=big5> --><meta charset=gbk>",
])
func `a declared GB encoding is read as GB18030`(head: String) throws {
  let source = try decode(ascii(head) + gb)
  #expect(source.encoding == "GB18030")
  #expect(source.bytes == ascii(head + sentence))
}

@Test func `a declared Big5 is read as Big5`() throws {
  let source = try decode(ascii("<meta charset=big5>") + big5)
  #expect(source.encoding == "Big5")
  #expect(source.bytes == ascii("<meta charset=big5>醫院平安"))
}

@Test func `a declaration of GBK over Chinese UTF-8 is stale`() throws {
  #expect(try decode(ascii("<meta charset=gbk>" + sentence)).encoding == "UTF-8")
}

@Test func `GBK pairs that could be UTF-8 follow the declaration`() throws {
  // 啤 is C6 A1 in GBK, which is a letter of two bytes in UTF-8.
  let source = try decode(ascii("<meta charset=gbk>") + [0xC6, 0xA1])
  #expect(source.encoding == "GB18030")
  #expect(source.string(in: SourceRange(18, 21)) == "啤")
}

@Test func `GBK without a declaration is detected`() throws {
  let page = ascii("<p>") + (0..<40).flatMap { _ in gb } + ascii("</p>")
  #expect(try decode(page).encoding == "GB18030")
  #expect(try decode(gb).encoding == "GB18030")
  #expect(try decode(ascii("<meta charset=utf-8>") + gb).encoding == "GB18030")
  #expect(try decode(ascii("<meta charset=iso-8859-1>") + gb).encoding == "GB18030")
}

@Test func `Big5 without a declaration is detected`() throws {
  // 醫院公告：的一是不了在有人
  let text: [UInt8] = [
    0xC2, 0xE5, 0xB0, 0x7C, 0xA4, 0xBD, 0xA7, 0x69, 0xA1, 0x47, 0xAA, 0xBA, 0xA4, 0x40, 0xAC, 0x4F,
    0xA4, 0xA3, 0xA4, 0x46, 0xA6, 0x62, 0xA6, 0xB3, 0xA4, 0x48,
  ]
  #expect(try decode((0..<20).flatMap { _ in text }).encoding == "Big5")
}

@Test func `damaged UTF-8 stays UTF-8 with its faults`() throws {
  let bytes = ascii("医院") + [0xFF, 0xE5, 0xB9] + ascii("平安") + [0xE5, 0xAE]
  let source = try decode(bytes)
  #expect(source.encoding == "UTF-8")
  #expect(source.bytes == ascii("医院\u{FFFD}\u{FFFD}平安\u{FFFD}"))
  #expect(source.faults == [SourceRange(6, 12), SourceRange(18, 21)])
}

@Test func `a replacement character of the author's is no fault`() throws {
  #expect(try decode(ascii("\u{FFFD}")).faults.isEmpty)
}

@Test func `faults of GB18030 are placed`() throws {
  let source = try decode(ascii("<meta charset=gbk>") + gb + [0xFF] + gb + [0xD6])
  #expect(source.faults == [SourceRange(30, 33), SourceRange(45, 48)])
}

@Test(
  arguments: [
    [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], [0x50, 0x4B, 3, 4, 20, 0], [0x89, 0x50, 0x4E, 0x47, 13],
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], [0xFF, 0xD8, 0xFF, 0xE0], [0x41, 0, 0, 0x42, 0, 7],
    [0x41, 0], [0],
  ] as [[UInt8]]
)
func `binary files are refused`(bytes: [UInt8]) throws {
  let error = #expect(throws: DecodingError.self) { try decode(bytes + [0, 1, 2]) }
  guard case .binary = error else {
    Issue.record("refused as \(String(describing: error))")
    return
  }
}

@Test(arguments: ["# 题\n\n你\0好,世界\n", "好\0", "<p>一段\0</p>"])
func `a stray zero in UTF-8 is no sign of UTF-16`(text: String) throws {
  let source = try decode(ascii(text))
  #expect(source.encoding == "UTF-8")
  #expect(source.bytes == ascii(text))
}

@Test func `an encoding that is not supported is named`() {
  #expect(throws: DecodingError.unsupportedEncoding("Shift_JIS")) {
    try decode(ascii("<meta charset=Shift_JIS>") + gb)
  }
  #expect(throws: DecodingError.unsupportedEncoding("UTF-32LE")) {
    try decode([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])
  }
}

@Test func `a file past the limit is refused`() {
  var options = DecodingOptions()
  options.maximumBytes = 3
  #expect(throws: DecodingError.tooLarge(limit: 3)) {
    try decodeSource(path: "a", bytes: ascii("abcd"), options: options)
  }
}

@Test func `a changed text goes back into its encoding`() throws {
  let head = ascii("<meta charset=gbk>")
  let source = try decode(head + gb)
  #expect(try source.encoded(source.bytes) == head + gb)
  let marked = utf16("\u{FEFF}" + sentence)
  let other = try decode(marked)
  #expect(try other.encoded(other.bytes) == marked)
  let damaged = try decode(head + gb + [0xFF])
  #expect(throws: SourceEncodingError.damaged) { try damaged.encoded(damaged.bytes) }
  let traditional = try decode(ascii("<meta charset=big5>") + big5)
  #expect(throws: SourceEncodingError.unencodable("🧧", encoding: "Big5", byteOffset: 1)) {
    try traditional.encoded(ascii("a🧧"))
  }
}

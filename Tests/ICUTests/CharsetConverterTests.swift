import ICU
import Testing

@Test(arguments: [
  ("gb18030", "GB18030"), ("big5", "Big5"), ("utf-16le", "UTF-16LE"), ("big5-hkscs", "Big5-HKSCS"),
])
func `a converter has the registered name`(alias: String, name: String) throws {
  #expect(try CharsetConverter(named: alias).name == name)
}

@Test(arguments: ["no-such-charset", ""])
func `an unknown name is an error`(alias: String) {
  #expect(throws: ICUError.unknownCharset(alias)) { try CharsetConverter(named: alias) }
}

@Test(arguments: ["GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Big5-HKSCS"])
func `text survives the way there and back`(name: String) throws {
  let converter = try CharsetConverter(named: name)
  let text = "醫院 2026：健康，「平安」。\r\n"
  let decoded = try converter.decode(converter.encode(text.utf8))
  #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
  #expect(decoded.faults.isEmpty)
}

@Test func `faulty bytes are replaced and placed`() throws {
  let converter = try CharsetConverter(named: "GB18030")
  // 中 FF 文, then a character cut in the middle.
  let decoded = try converter.decode([0xD6, 0xD0, 0xFF, 0xCE, 0xC4, 0x41, 0xD6])
  #expect(String(decoding: decoded.utf8, as: UTF8.self) == "中\u{FFFD}文A\u{FFFD}")
  #expect(decoded.faults == [3..<6, 10..<13])
}

@Test func `faults of UTF-16 are lone surrogates and half units`() throws {
  let converter = try CharsetConverter(named: "UTF-16LE")
  let decoded = try converter.decode([0x2D, 0x4E, 0x00, 0xD8, 0x41, 0x00, 0x42])
  #expect(String(decoding: decoded.utf8, as: UTF8.self) == "中\u{FFFD}A\u{FFFD}")
  #expect(decoded.faults == [3..<6, 7..<10])
}

@Test func `nothing but faults ends`() throws {
  let converter = try CharsetConverter(named: "GB18030")
  let decoded = try converter.decode([UInt8](repeating: 0xFF, count: 100))
  #expect(decoded.faults.count == 100)
}

@Test func `a character that the encoding lacks is named`() throws {
  let converter = try CharsetConverter(named: "Big5")
  #expect(throws: ICUError.unencodable("🧧", charset: "Big5", byteOffset: 6)) {
    try converter.encode("醫院🧧".utf8)
  }
}

@Test func `an empty text is an empty text`() throws {
  let converter = try CharsetConverter(named: "GB18030")
  #expect(try converter.encode([]).isEmpty)
  #expect(try converter.decode([]).utf8.isEmpty)
  #expect(try charsetGuesses([]).isEmpty)
}

package import Linting
import SourceText

/// Names findings so that they are known again after other parts of the draft have changed.
///
/// A name is made of the rule, the text and what stands close by on the same line, without white space; the
/// same again gets a number. Near confidential text a name is made of the position, so that nobody can try
/// out numbers until the name fits.
struct Fingerprints {
  private var names: [StableHash]

  /// Names the findings in any order; the same again is numbered in source order.
  init(of findings: [Finding], in source: Source, positions: Positions, veil: Veil) {
    names = findings.map { StableHash($0, in: source, positions: positions, veil: veil) }
    var counts: [UInt128: Int] = Dictionary(minimumCapacity: names.count)
    let starts = findings.map { $0.range.start }
    for index in findings.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) {
      let ordinal = counts[names[index].value, default: 0]
      counts[names[index].value] = ordinal + 1
      if ordinal > 0 { names[index].add("#\(ordinal)") }
    }
  }

  func write(_ index: Int, to writer: inout ByteWriter) { names[index].write(to: &writer) }

  /// Writes a name that no finding of another draft has.
  func write(_ index: Int, at path: String, to writer: inout ByteWriter) {
    var name = names[index]
    name.add(path)
    name.write(to: &writer)
  }

  /// Writes the name of what is told of a draft as a whole and once.
  static func write(_ rule: String, at path: String, to writer: inout ByteWriter) {
    var name = StableHash()
    name.add(rule)
    name.add(path)
    name.write(to: &writer)
  }
}

/// The names of a report's open findings without numbers: the same again has the same name.
package func unnumberedFingerprints(of report: DraftReport) -> [String] {
  let source = report.source ?? .nothing
  let positions = Positions(of: report.findings.map { $0.range }, in: source.bytes)
  let veil = Veil(of: report)
  return report.findings.map { finding in
    var writer = ByteWriter()
    StableHash(finding, in: source, positions: positions, veil: veil).write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// FNV-1a of 128 bits: the same in every process, unlike `Hasher`.
private struct StableHash {
  private(set) var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  init() {}

  init(_ finding: Finding, in source: Source, positions: Positions, veil: Veil) {
    add(finding.rule)
    let range = finding.range
    let start = max(0, range.start - reach)
    if veil.hidesAll || veil.covers(SourceRange(start, range.end + reach)) {
      let position = positions.position(of: range.start)
      add("@\(position.line):\(position.column)")
    } else if range.end > 0 {
      add(near: range, in: source.bytes.span)
    }
  }

  /// The parts of a name are parted by a byte that UTF-8 has not.
  mutating func add(_ part: String) {
    let bytes = part.utf8Span.span
    for index in bytes.indices { add(bytes[index]) }
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  private mutating func add(text bytes: Span<UInt8>, _ part: Range<Int>) {
    for index in part where !isBlank(bytes[index]) { add(bytes[index]) }
    add(0xFF)
  }

  private mutating func add(near range: SourceRange, in bytes: Span<UInt8>) {
    let start = min(range.start, bytes.count)
    let end = min(range.end, bytes.count)
    var before = start
    while before > 0, start - before < reach, !isLineEnd(bytes[before - 1]) { before -= 1 }
    while before < start, isContinuation(bytes[before]) { before += 1 }
    var after = end
    while after < bytes.count, after - end < reach, !isLineEnd(bytes[after]) { after += 1 }
    while after < bytes.count, after > end, isContinuation(bytes[after]) { after -= 1 }
    add(text: bytes, start..<end)
    add(text: bytes, before..<start)
    add(text: bytes, end..<after)
  }

  /// 32 digits.
  func write(to writer: inout ByteWriter) {
    for shift in stride(from: 124, through: 0, by: -4) {
      writer.write(byte: hexDigit(UInt8(truncatingIfNeeded: value &>> UInt128(shift)) & 0x0F))
    }
  }
}

/// How many bytes to either side belong to a name.
private let reach = 48

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineEnd(byte) }
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

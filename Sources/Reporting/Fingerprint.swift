package import Linting
import SourceText

/// Names findings so that they are known again after other parts of the draft have changed.
///
/// A name is made of the rule, the text and what stands close by on the same line, without white space; the
/// same again gets a number. Near confidential text a name is made of the position, so that nobody can try
/// out numbers until the name fits.
struct Fingerprints {
  private let names: [String]

  /// Names the findings in any order; the same again is numbered in source order.
  init(of findings: [Finding], in source: Source, positions: Positions, veil: Veil) {
    var counts: [UInt128: Int] = [:]
    var names = Array(repeating: "", count: findings.count)
    let order = findings.indices.sorted {
      (findings[$0].range.start, $0) < (findings[$1].range.start, $1)
    }
    for index in order {
      var hash = StableHash(findings[index], in: source, positions: positions, veil: veil)
      let ordinal = counts[hash.value, default: 0]
      counts[hash.value] = ordinal + 1
      if ordinal > 0 { hash.add("#\(ordinal)".utf8) }
      names[index] = hash.description
    }
    self.names = names
  }

  subscript(index: Int) -> String { names[index] }
}

/// The names of a report's open findings without numbers: the same again has the same name.
package func unnumberedFingerprints(of report: DraftReport) -> [String] {
  let source = report.source ?? .nothing
  let positions = Positions(of: report.findings.map(\.range), in: source.bytes)
  let veil = Veil(of: report)
  return report.findings.map {
    StableHash($0, in: source, positions: positions, veil: veil).description
  }
}

/// FNV-1a of 128 bits: the same in every process, unlike `Hasher`.
private struct StableHash: CustomStringConvertible {
  private(set) var value: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  init(_ finding: Finding, in source: Source, positions: Positions, veil: Veil) {
    add(finding.rule.utf8)
    let range = finding.range
    let start = max(0, range.start - reach)
    if veil.hidesAll || veil.covers(SourceRange(start, range.end + reach)) {
      let position = positions.position(of: range.start)
      add("@\(position.line):\(position.column)".utf8)
    } else if range.end > 0 {
      add(near: range, in: source.bytes)
    }
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  /// The parts of a name are parted by a byte that UTF-8 has not.
  mutating func add(_ part: some Sequence<UInt8>) {
    for byte in part { add(byte) }
    add(0xFF)
  }

  private mutating func add(text bytes: [UInt8], _ part: Range<Int>) {
    for index in part where !isBlank(bytes[index]) { add(bytes[index]) }
    add(0xFF)
  }

  mutating func add(near range: SourceRange, in bytes: [UInt8]) {
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

  var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(32)
    for half in [UInt64(truncatingIfNeeded: value >> 64), UInt64(truncatingIfNeeded: value)] {
      for shift in stride(from: 60, through: 0, by: -4) {
        digits.append(hexDigit(UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0x0F))
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// How many bytes to either side belong to a name.
private let reach = 48

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineEnd(byte) }
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

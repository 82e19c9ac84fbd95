package import Linting

/// What the overview of many drafts says of one.
package struct DraftRow: Hashable, Sendable {
  let path: String
  let verdict: Verdict
  /// Of the open findings.
  let severities: [Severity: Int]
  let groups: [String: Int]

  package init(of report: DraftReport) {
    path = report.path
    verdict = report.verdict
    severities = Dictionary(report.findings.map { ($0.severity, 1) }, uniquingKeysWith: +)
    groups = Dictionary(report.findings.map { ($0.group, 1) }, uniquingKeysWith: +)
  }

  /// The folder it lies in; empty for none.
  var folder: String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(decoding: bytes[..<slash], as: UTF8.self)
  }
}

/// The name of a draft in a page's anchors: letters and digits of its path, the rest by number.
func anchorName(of path: String) -> String {
  path.utf8.reduce(into: "d-") { name, byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: name.unicodeScalars.append(Unicode.Scalar(byte))
    default: name += "-\(byte)-"
    }
  }
}

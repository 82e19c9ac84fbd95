import Linting
import SourceText

/// What every report tells of a draft's findings: where they stand and by which name they are known again.
struct FindingFacts {
  let positions: Positions
  private let fingerprints: Fingerprints
  /// The open ones, then the suppressed ones.
  let findings: [Finding]

  /// `further` are ranges whose positions are asked for as well.
  init(of report: DraftReport, behind veil: Veil, further: [SourceRange] = []) {
    let suppressed = report.suppressed
    findings =
      suppressed.isEmpty ? report.findings : report.findings + suppressed.map { $0.finding }
    let source = report.source ?? .nothing
    let ranges = findings.map { $0.range } + suppressed.map { $0.suppression } + further
    positions = Positions(of: ranges, in: source.bytes)
    fingerprints = Fingerprints(of: findings, in: source, positions: positions, veil: veil)
  }

  func writeFingerprint(_ index: Int, to writer: inout ByteWriter) {
    fingerprints.write(index, to: &writer)
  }
}

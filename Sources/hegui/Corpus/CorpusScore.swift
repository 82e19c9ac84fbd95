import Linting
import SourceText

/// How findings compare with labels.
struct CorpusScore {
  struct Count {
    /// Expected and found.
    var hits = 0
    /// Expected, not found.
    var misses = 0
    /// Found, not expected.
    var alarms = 0

    var recall: Double { ratio(hits, hits + misses) }
    var precision: Double { ratio(hits, hits + alarms) }
    var f1: Double { ratio(2 * hits, 2 * hits + misses + alarms) }

    // Where nothing is expected and nothing found, all is right.
    private func ratio(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 1 : Double(part) / Double(whole)
    }

    mutating func add(_ other: Count) {
      hits += other.hits
      misses += other.misses
      alarms += other.alarms
    }
  }

  private(set) var groups: [String: Count] = [:]
  /// Each miss and false alarm, in words.
  private(set) var faults: [String] = []
  private(set) var passed = 0
  private(set) var failed = 0

  var overall: Count {
    groups.values.reduce(into: Count()) { $0.add($1) }
  }

  mutating func add(_ report: DraftReport, of example: CorpusCase) {
    guard let source = report.source, report.error == nil else {
      let reason = report.error?.message.zh ?? ""
      fail(["\(example.draftPath): 没能检查（not judged）：\(reason)"])
      for expectation in example.expectations {
        groups[group(expectation.rule), default: .init()].misses += 1
      }
      return
    }
    let lines = LineIndex(source.bytes)
    let matching = Matching(example.expectations, report.findings, source: source, lines: lines)
    for rule in matching.hitRules { groups[group(rule), default: .init()].hits += 1 }
    var faults: [String] = []
    for expectation in matching.misses {
      groups[group(expectation.rule), default: .init()].misses += 1
      faults.append(
        "\(example.draftPath):\(expectation.line): 漏报 miss \(expectation.rule) 「\(expectation.text)」"
      )
    }
    for finding in matching.alarms {
      groups[finding.group, default: .init()].alarms += 1
      let start = lines.position(of: finding.range.start)
      let text = source.string(in: finding.range).prefix(40)
      faults.append(
        "\(example.draftPath):\(start.line):\(start.column): 误报 false alarm \(finding.rule) 「\(text)」"
      )
    }
    fail(faults)
  }

  private mutating func fail(_ faults: [String]) {
    self.faults += faults
    if faults.isEmpty { passed += 1 } else { failed += 1 }
  }

  private func group(_ rule: String) -> String { String(rule.prefix { $0 != "/" }) }
}

/// Which finding answers which label; each answers one at most.
///
/// Further findings of a rule within the text of a label that one of them has answered are no alarms: a label of a
/// whole clause stands for all that the rule finds there.
private struct Matching {
  let hitRules: [String]
  let misses: [CorpusCase.Expectation]
  let alarms: [Finding]

  init(
    _ expectations: [CorpusCase.Expectation],
    _ findings: [Finding],
    source: Source,
    lines: LineIndex
  ) {
    var open = findings
    var hits: [String] = []
    var answered: [(rule: String, places: [SourceRange])] = []
    var left = expectations
    // Labels that name a range exactly go first, so that none loses its finding to a looser one.
    for isExact in [true, false] {
      var unanswered: [CorpusCase.Expectation] = []
      for expectation in left {
        let places = Self.places(of: expectation, in: source, lines)
        let answer = open.firstIndex {
          Self.answers($0, expectation, at: places, isExact: isExact)
        }
        if let answer {
          open.remove(at: answer)
          hits.append(expectation.rule)
          answered.append((expectation.rule, places))
        } else {
          unanswered.append(expectation)
        }
      }
      left = unanswered
    }
    hitRules = hits
    misses = left
    alarms = open.filter { finding in
      !answered.contains { label in
        label.rule == finding.rule
          && label.places.contains {
            $0.start <= finding.range.start && finding.range.end <= $0.end && !$0.isEmpty
          }
      }
    }
  }

  private static func answers(
    _ finding: Finding,
    _ expectation: CorpusCase.Expectation,
    at places: [SourceRange],
    isExact: Bool
  ) -> Bool {
    guard finding.rule == expectation.rule else { return false }
    return places.contains { isExact ? $0 == finding.range : touches($0, finding.range) }
  }

  private static func touches(_ place: SourceRange, _ range: SourceRange) -> Bool {
    place.overlaps(range)
      || (place.isEmpty || range.isEmpty)
        && place.start <= range.end && range.start <= place.end
  }

  /// Where the text of a label stands on its line; the line's start for an empty text.
  private static func places(
    of expectation: CorpusCase.Expectation,
    in source: Source,
    _ lines: LineIndex
  ) -> [SourceRange] {
    guard let line = lines.range(ofLine: expectation.line) else { return [] }
    let wanted = Array(expectation.text.utf8)
    guard !wanted.isEmpty else {
      return expectation.line == 1 ? [SourceRange(0, 0)] : [SourceRange(line.start, line.start)]
    }
    guard wanted.count <= line.count else { return [] }
    return (line.start...(line.end - wanted.count)).compactMap { start in
      source.bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        ? SourceRange(start, start + wanted.count) : nil
    }
  }
}

/// The lists of a Word document and how far each has counted.
struct WordNumbering {
  struct Level {
    var start = 1
    var format = "decimal"
    /// Such as `%1.` with the level's number behind the percent sign.
    var text = ""
    /// What follows the number: `tab`, `space` or `nothing`.
    var suffix = "tab"
    /// The style whose paragraphs are of this level.
    var style: String?
  }

  fileprivate struct Instance {
    var list = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  fileprivate var lists: [String: [Int: Level]] = [:]
  fileprivate var instances: [String: Instance] = [:]
  /// By list, the numbers of its levels.
  private var counts: [String: [Int: Int]] = [:]
  private var started: Set<String> = []

  /// What stands before a paragraph of a list.
  enum Mark: Hashable {
    case bullet
    /// A plain number with a full stop, as in any list: `1.`
    case plain(String)
    /// Any other, as it is read: `（一）`.
    case other(String)
  }

  /// The mark of the next paragraph of a list; nil where there is none.
  mutating func next(_ id: String, level: Int?, style: String?) -> Mark? {
    guard let instance = instances[id], let levels = lists[instance.list] else { return nil }
    let level = level ?? levels.first { $0.value.style != nil && $0.value.style == style }?.key ?? 0
    guard let own = instance.levels[level] ?? levels[level] else { return nil }
    var counts = counts[instance.list] ?? [:]
    if started.insert(id).inserted {
      for (level, start) in instance.starts { counts[level] = start - 1 }
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    self.counts[instance.list] = counts
    if own.format == "bullet" { return .bullet }
    guard own.format != "none", !own.text.isEmpty else { return nil }
    let text = number(own.text, counts) { instance.levels[$0] ?? levels[$0] }
    if own.format == "decimal", own.text == "%\(level + 1)." { return .plain(text) }
    let last = text.unicodeScalars.last ?? " "
    let isParted = own.suffix == "nothing" || last.value >= 0x3000
    return .other(isParted ? text : text + " ")
  }

  private func number(_ text: String, _ counts: [Int: Int], _ level: (Int) -> Level?) -> String {
    var result = ""
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let digit = scalars.next(), let place = Int(String(digit)), place > 0 else { continue }
      let named = level(place - 1) ?? Level()
      result += listNumber(counts[place - 1] ?? named.start, as: named.format)
    }
    return result
  }
}

struct NumberingReader: XMLHandler {
  private(set) var result = WordNumbering()
  private var list: String?
  private var instance: String?
  private var place = 0
  private var level = WordNumbering.Level()
  private var isInLevel = false

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    let value = attributes["val"]
    switch tag {
    case .abstractNumbering: list = attributes["abstractNumId"]
    case .numberingInstance:
      instance = attributes["numId"]
      if let instance { result.instances[instance] = WordNumbering.Instance() }
    case .abstractNumberingID:
      if let instance { result.instances[instance]?.list = value ?? "" }
    case .levelOverride: place = attributes.listLevel("ilvl") ?? 0
    case .startOverride:
      let start = bounded(value)
      if let instance { result.instances[instance]?.starts[place] = start }
    case .level:
      place = attributes.listLevel("ilvl") ?? 0
      level = WordNumbering.Level()
      isInLevel = true
    case .start where isInLevel: level.start = bounded(value)
    case .numberFormat where isInLevel: level.format = value ?? ""
    case .levelText where isInLevel: level.text = String((value ?? "").prefix(40))
    case .suffix where isInLevel: level.suffix = value ?? ""
    case .paragraphStyle where isInLevel: level.style = value
    default: break
    }
  }

  mutating func end(_ tag: WordTag) {
    switch tag {
    case .level:
      isInLevel = false
      if let instance {
        result.instances[instance]?.levels[place] = level
      } else if let list {
        result.lists[list, default: [:]][place] = level
      }
    case .abstractNumbering: list = nil
    case .numberingInstance: instance = nil
    default: break
    }
  }

  mutating func text(_ bytes: ByteView) {}

  private func bounded(_ value: String?) -> Int {
    min(max(0, value.flatMap { Int($0) } ?? 1), 1_000_000)
  }
}

extension XMLAttributes {
  /// The level of a list, from 0 to the last one that Word has, 8; nil where an attribute tells none.
  func listLevel(_ name: StaticString) -> Int? {
    self[name].flatMap { Int($0) }.map { min(max(0, $0), 8) }
  }
}

import Linting
import Reading
import Reporting
import Reviewing

/// Writes the blocks, tables and placeholders of a draft in reading order.
struct PreviewWriter {
  let draft: Draft
  let marked: MarkedText
  let severities: [Severity]
  /// Without looks, but with what nobody sees.
  let isPlain: Bool
  let words: Words
  /// The findings whose names stand in what was written.
  var placed: Set<Int> = []
  /// Findings about the addresses of links, by where the links' texts end.
  let atLinkEnds: [Int: [Int]]
  /// The tables by the index of their first cell.
  private let tables: [Int: Table]
  private let tableCells: Set<Int>

  init(_ draft: Draft, _ findings: [ReviewFinding], isPlain: Bool, words: Words) {
    self.draft = draft
    self.isPlain = isPlain
    self.words = words
    severities = findings.map(\.severity)
    let marked = MarkedText(
      draft,
      at: findings.map { $0.start.byte..<max($0.start.byte, $0.end.byte) }
    )
    self.marked = marked
    let links = draft.links.map { ($0.text.upperBound, marked.findings(in: $0.destination.source)) }
    atLinkEnds = Dictionary(links.filter { !$0.1.isEmpty }) { $0 + $1 }
    let rows = draft.tables.map { ($0, $0.rows.joined().filter { $0 >= 0 }) }
    tables = Dictionary(rows.compactMap { table, cells in cells.first.map { ($0, table) } }) { $1 }
    tableCells = Set(rows.flatMap { $0.1 })
  }

  mutating func article() -> SafeHTML {
    var parts: [SafeHTML] = []
    var insets = insets[...]
    if draft.titleBlock == nil { parts.append(metadata()) }
    var index = 0
    while index < draft.blocks.count {
      let block = draft.blocks[index]
      defer { index += 1 }
      guard !block.isHidden else { continue }
      while let inset = insets.first, inset.anchor < block.text.lowerBound {
        parts.append(write(insets.removeFirst().inset))
      }
      if let table = tables[index] {
        parts.append(write(table))
      } else if !tableCells.contains(index) {
        if block.kind == .listItem {
          parts.append(list(from: &index))
        } else {
          parts.append(write(block, isTitle: index == draft.titleBlock))
        }
      }
      if index == draft.titleBlock { parts.append(metadata()) }
    }
    parts += insets.map { write($0.inset) }
    parts.append(hiddenPart())
    return SafeHTML(parts)
  }

  /// The items that follow one another; leaves `index` at the last.
  private mutating func list(from index: inout Int) -> SafeHTML {
    var items: [SafeHTML] = []
    while true {
      items.append("<li>\(pieces(of: draft.blocks[index]))</li>")
      let next = index + 1
      guard next < draft.blocks.count, draft.blocks[next].kind == .listItem,
        !tableCells.contains(next), next != draft.titleBlock
      else { break }
      index = next
    }
    return "<ul>\(items)</ul>\n"
  }

  private mutating func write(_ block: Block, isTitle: Bool) -> SafeHTML {
    let inner = pieces(of: block)
    if isTitle || block.kind == .title { return "<h1>\(inner)</h1>\n" }
    switch block.kind {
    case .heading(let level):
      return switch level {
      case ...2: "<h2>\(inner)</h2>\n"
      case 3: "<h3>\(inner)</h3>\n"
      default: "<h4>\(inner)</h4>\n"
      }
    case .code: return "<pre>\(inner)</pre>\n"
    case .caption: return "<p class=\"caption\">\(inner)</p>\n"
    case .note: return "<p class=\"note\">\(inner)</p>\n"
    default:
      return block.context.contains(.quote)
        ? "<blockquote>\(inner)</blockquote>\n" : "<p>\(inner)</p>\n"
    }
  }

  private mutating func write(_ table: Table) -> SafeHTML {
    var rows: [SafeHTML] = []
    for row in table.rows {
      var cells: [SafeHTML] = []
      for cell in row {
        let inner =
          draft.blocks.indices.contains(cell) ? pieces(of: draft.blocks[cell]) : "" as SafeHTML
        cells.append("<td>\(inner)</td>")
      }
      rows.append("<tr>\(cells)</tr>")
    }
    return "<table><tbody>\(rows)</tbody></table>\n"
  }

  /// What the draft says of itself, below its title.
  private mutating func metadata() -> SafeHTML {
    var parts: [SafeHTML] = []
    for entry in draft.metadata.entries
    where [.frontMatter, .metaElement].contains(entry.origin) && entry.key != "title" {
      let found = marked.findings(in: entry.value.source)
      guard isPlain || !found.isEmpty || Self.shownToReaders.contains(entry.key) else { continue }
      let value = shown(entry.value.string)
      let label = Self.labels[entry.key].map { words($0) } ?? entry.key
      parts.append("<span>\(label) \(marks(found, around: value))\(numbers(found))</span> ")
    }
    return parts.isEmpty ? "" : "<p class=\"meta\">\(parts)</p>\n"
  }

  private static let shownToReaders: Set<String> = ["author", "source", "date"]

  private static let labels: [String: PreviewPhrase] = [
    "author": .author, "source": .source, "date": .date, "expires": .expires,
    "class": .draftClass,
  ]

  private mutating func hiddenPart() -> SafeHTML {
    var parts: [SafeHTML] = []
    for block in draft.blocks where block.isHidden { parts.append("<p>\(pieces(of: block))</p>") }
    guard !parts.isEmpty else { return "" }
    return "<section class=\"hidden\"><h2>\(words(PreviewPhrase.hiddenPart))</h2>\(parts)</section>"
  }
}

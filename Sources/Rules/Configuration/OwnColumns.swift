import ChineseText
import SourceText

/// A column that a list of an organisation may have.
enum OwnColumn: Int, CaseIterable {
  case term
  case category
  case level
  case scope
  case variants
  case allow
  case replacement
  case expires
  case note
}

/// Where the columns of a line are.
struct OwnColumns {
  /// By column, its place in the line; nil where the list has none such.
  private var places: [Int?] = OwnColumn.allCases.indices.map { $0 }
  private(set) var count = OwnColumn.allCases.count
  /// Of the line that was read last.
  private var cells: [Range<Int>] = []

  init() {}

  init(_ names: [String]) {
    places = OwnListFile.columnNames.map { names.firstIndex(of: $0) }
    count = names.count
  }

  /// Finds the cells of a line; says how many there are.
  mutating func read(_ line: Range<Int>, of source: [UInt8]) -> Int {
    cells.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    var at = start
    while at <= line.upperBound {
      if at == line.upperBound || source[at] == 0x09 {
        let cell = source.trimmed(start..<at)
        let isDash = cell.count == 1 && source[cell.lowerBound] == 0x2D
        cells.append(isDash ? cell.lowerBound..<cell.lowerBound : cell)
        start = at + 1
      }
      at += 1
    }
    return cells.count
  }

  /// Empty where the line is shorter.
  subscript(column: OwnColumn) -> Range<Int> {
    guard let place = places[column.rawValue], place < cells.count else { return 0..<0 }
    return cells[place]
  }
}

/// What was made of a cell, kept for the next line that says the same.
struct CellMemo<Value> {
  private var cell: Range<Int>?
  private(set) var value: Value?

  init() {}

  init(_ cell: Range<Int>, _ value: Value) {
    self.cell = cell
    self.value = value
  }

  func holds(_ other: Range<Int>, _ source: [UInt8]) -> Bool {
    guard let cell, cell.count == other.count else { return false }
    for index in 0..<cell.count
    where source[cell.lowerBound + index] != source[other.lowerBound + index] {
      return false
    }
    return true
  }
}

extension [UInt8] {
  /// The texts of a cell that commas or marks of enumeration part.
  func parts(of cell: Range<Int>) -> [Range<Int>] {
    guard !cell.isEmpty else { return [] }
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    var at = start
    while at < cell.upperBound {
      guard let scalar = scalar(at: at) else { break }
      let end = at + UTF8.width(scalar)
      if "、，；｜,;|".unicodeScalars.contains(scalar) {
        parts.append(trimmed(start..<at))
        start = end
      }
      at = end
    }
    parts.append(trimmed(start..<cell.upperBound))
    return parts.filter { !$0.isEmpty }
  }

  /// A range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low] == 0x20 || self[low] == 0x0D { low += 1 }
    while high > low, self[high - 1] == 0x20 || self[high - 1] == 0x0D { high -= 1 }
    return low..<high
  }
}

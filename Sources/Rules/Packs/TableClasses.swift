import ChineseText
import Linting
import SourceText

/// The word classes of a pattern table: `# class disease: 高血压|糖尿病` in its head, `«disease»` in its entries.
///
/// In the column of words a class stands for each of its words, elsewhere for the expression of one of them.
struct TableClasses {
  private let file: String
  private var classes: [(name: String, words: String)] = []
  private var wordsColumn = -1
  private var line = 0

  /// A table without classes that says the same, each entry in the line where it was.
  static func expanded(_ bytes: [UInt8], file: String) throws(RulePackError) -> [UInt8] {
    guard bytes.firstOffset(of: "«", in: bytes.indices) != nil else { return bytes }
    var reader = TableClasses(file: file)
    var expanded: [UInt8] = []
    expanded.reserveCapacity(bytes.count * 2)
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.line += 1
      if reader.line > 1 { expanded.append(0x0A) }
      let text = String(decoding: line, as: UTF8.self)
      if line.first == UInt8(ascii: "#") { try reader.readHeader(text) }
      expanded += line.first == UInt8(ascii: "#") ? Array(line) : Array(try reader.entry(text).utf8)
    }
    return expanded
  }

  private init(file: String) { self.file = file }

  private mutating func readHeader(_ text: String) throws(RulePackError) {
    if text.opens(with: "# columns:") {
      let names = text.unicodeScalars.split { " \t:#".unicodeScalars.contains($0) }.dropFirst()
      wordsColumn = names.map(String.init).firstIndex(of: "words") ?? -1
    }
    guard text.opens(with: "# class ") else { return }
    let parts = text.unicodeScalars.dropFirst(8).split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else {
      throw RulePackError(
        file,
        line: line,
        Localized("词类写成：# class 名字: 词|词", "write a class as \"# class name: 词|词\"")
      )
    }
    let name = String(parts[0])
    guard !classes.contains(where: { $0.name == name }) else {
      throw RulePackError(
        file,
        line: line,
        Localized("词类「\(name)」上面已经有了", "the class \"\(name)\" stands above already")
      )
    }
    let words = try filled(parts[1].drop { $0 == " " }, between: "|")
    classes.append((name, words))
  }

  private func entry(_ text: String) throws(RulePackError) -> String {
    var columns: [String] = []
    for column in text.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false) {
      let isWords = columns.count == wordsColumn
      columns.append(try filled(column, between: isWords ? " " : nil))
    }
    return columns.joined(separator: "\t")
  }

  /// A text with its classes written out: as words parted by a separator, or as a group of alternatives.
  private func filled(
    _ text: Substring.UnicodeScalarView,
    between separator: String?
  ) throws(RulePackError) -> String {
    var filled = ""
    var rest = text
    while let open = rest.firstIndex(of: "«") {
      filled += String(rest[..<open])
      rest = rest[rest.index(after: open)...]
      let name = String(rest.prefix { $0 != "»" })
      guard let known = classes.first(where: { $0.name == name }) else {
        throw RulePackError(
          file,
          line: line,
          Localized("没有词类「\(name)」", "unknown class \"\(name)\"")
            .suggesting(nearest(to: name, among: classes.map(\.name)))
        )
      }
      if let separator {
        filled += known.words.replacing("|", with: separator)
      } else {
        filled += "(?:\(known.words))"
      }
      rest = rest.drop { $0 != "»" }.dropFirst()
    }
    return filled + String(rest)
  }
}

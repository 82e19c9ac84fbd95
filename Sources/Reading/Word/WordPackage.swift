/// The parts of a Word document's file.
struct WordPackage {
  private var archive: ZIPArchive
  /// The path of the main part, usually `word/document.xml`.
  private(set) var mainPath = ""

  /// `fileBytes` of the limits bounds the file, and five times as much what it holds.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(WordFault) {
    guard bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .oldOrLocked }
    do { archive = try ZIPArchive(bytes, limit: limits.fileBytes * 5) } catch { throw .init(error) }
    let root = try relationships(of: "")
    guard let main = try root.path(of: "officeDocument"), archive.has(main) else {
      throw .noDocument
    }
    mainPath = main
  }

  /// Where a relationship of a part leads: for a part of this package its path, else the address as written.
  struct Relationship: Hashable {
    /// The last word of the type's address: `hyperlink`, `image`, `styles`.
    let type: String
    let target: String
    let isExternal: Bool
  }

  /// The relationships of a part by their ids; of the package for an empty path.
  mutating func relationships(of path: String) throws(WordFault) -> [String: Relationship] {
    let folder = folder(of: path)
    var reader = RelationshipReader(folder: folder)
    try read(folder + "_rels/" + path.dropFirst(folder.count) + ".rels", into: &reader)
    return reader.found
  }

  /// Reads the XML of a part; nothing where there is no such part.
  mutating func read<Handler: XMLHandler>(
    _ path: String,
    into handler: inout Handler
  ) throws(WordFault) {
    let part: [UInt8]?
    do { part = try archive.file(path) } catch { throw .init(error) }
    guard let part else { return }
    do { try readXML(part, into: &handler) } catch {
      switch error {
      case .malformed(let line): throw .brokenPart(path, line: line)
      case .documentType: throw .documentType(path)
      }
    }
  }

  /// Whether somebody has signed the document, which a change would belie.
  var isSigned: Bool { archive.records.contains { $0.name.hasPrefix("_xmlsignatures/") } }

  /// The main part's bytes.
  var mainPart: [UInt8]? {
    mutating get { try? archive.file(mainPath) }
  }

  /// The file with another main part; nil where it cannot be packed.
  func replacingMain(with part: [UInt8]) -> [UInt8]? { archive.replacing(mainPath, with: part) }

  /// The size of an image of the package; nil where it has none or is none.
  func pixels(of path: String) -> PixelSize? {
    // Cameras write some ten thousand bytes before the size.
    guard let head = archive.head(of: path, count: 1 << 17) else { return nil }
    return imageSize { offset, count in
      let start = min(max(0, offset), head.count)
      return Array(head[start..<min(start + count, head.count)])
    }
  }
}

extension [String: WordPackage.Relationship] {
  /// The path of the part of a type that a document has at most one of; nil where there is none.
  func path(of type: String) throws(WordFault) -> String? {
    let paths = Set(values.filter { $0.type == type && !$0.isExternal }.map(\.target))
    // One reader would show the one part, another the other.
    guard paths.count < 2 else { throw .damaged }
    return paths.first
  }
}

/// Up to and with the last slash.
private func folder(of path: String) -> Substring {
  path.utf8.lastIndex(of: 0x2F).map { path[...$0] } ?? ""
}

private struct RelationshipReader: XMLHandler {
  let folder: Substring
  private(set) var found: [String: WordPackage.Relationship] = [:]

  init(folder: Substring) { self.folder = folder }

  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes) {
    guard tag == .relationship, let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    let isExternal = attributes["TargetMode"] == "External"
    found[id] = WordPackage.Relationship(
      type: type.split(separator: "/").last.map(String.init) ?? type,
      target: isExternal ? target : resolved(target),
      isExternal: isExternal
    )
  }

  mutating func end(_ tag: WordTag) {}
  mutating func text(_ bytes: ByteView) {}

  /// A path from the package's root; `..` never leads out of it.
  private func resolved(_ target: String) -> String {
    let isAbsolute = target.utf8.first == 0x2F
    var steps: [Substring] = []
    for step in ((isAbsolute ? "" : folder) + target).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

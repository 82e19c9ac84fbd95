import SourceText

/// A file that rules are read from; its bytes are read when they are needed.
struct RuleFile {
  let path: String
  /// How much is read of a pack.
  let extent: PackReader.Extent
  /// What the file was when it was added; nil where the bytes were given.
  let stamp: FileStamp?
  private let given: [UInt8]

  init(path: String, extent: PackReader.Extent) throws(RulePackError) {
    self.path = path
    self.extent = extent
    given = []
    do {
      stamp = try FileStamp(of: path)
    } catch {
      throw RulePackError(path, .unreadable(error))
    }
  }

  init(path: String, extent: PackReader.Extent, stamp: FileStamp) {
    self.path = path
    self.extent = extent
    self.stamp = stamp
    given = []
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    extent = .whole
    stamp = nil
    given = bytes
  }

  /// The last part of the path.
  var name: Substring {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...]
  }

  func bytes() throws(RulePackError) -> [UInt8] {
    guard stamp != nil else { return given }
    do {
      return try readFile(path)
    } catch {
      throw RulePackError(path, .unreadable(error))
    }
  }
}

/// Where compiled lists are kept between runs, one file for each set of lists.
struct MatcherCache {
  private let folder: String?

  /// A folder of nil or without a name is nowhere.
  init(folder: String?) { self.folder = folder?.isEmpty == true ? nil : folder }

  /// The compiled form of the lists: mapped from its file, or made and kept there.
  ///
  /// A file that cannot be written is no fault: the next run compiles again.
  func image(of lists: [TermList]) throws(TermListError) -> MatcherImage {
    let key = Self.key(of: lists)
    let file = folder.map { "\($0)/\(CacheFolder.prefix)\(key.hexadecimal)\(CacheFolder.suffix)" }
    if let file, let image = MatcherImage(file: file, key: key), image.lists.count == lists.count {
      return image
    }
    let image = MatcherImage(try TermCompiler.compile(lists), key: key)
    if let folder, let file {
      unsafe image.withBytes { bytes in unsafe CacheFolder(path: folder).write(bytes, to: file) }
    }
    return image
  }

  /// A hash of all that the compiled form depends on: the lists, the folding, the layout.
  static func key(of lists: [TermList]) -> ContentHash {
    var words: [UInt64] = [UInt64(MatcherLayout.version)]
    for list in lists {
      let hash = ContentHash(list.bytes, seed: UInt64(list.form.rawValue))
      words += [hash.low, hash.high]
    }
    for table in [FoldingForms.simplified, FoldingForms.expansions] {
      let hash = unsafe ContentHash(
        UnsafeRawBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount),
        seed: 0
      )
      words += [hash.low, hash.high]
    }
    return unsafe words.withUnsafeBytes { bytes in unsafe ContentHash(bytes, seed: 1) }
  }
}

extension ContentHash {
  init(_ bytes: [UInt8], seed: UInt64) {
    self = unsafe bytes.withUnsafeBytes { bytes in unsafe Self(bytes, seed: seed) }
  }
}

/// Where compiled lists are kept between runs, one file for each set of lists.
struct MatcherCache {
  /// Nil is nowhere.
  let folder: CacheFolder?

  /// The compiled form of the lists: mapped from its file, or made and kept there.
  ///
  /// A file that cannot be written is no fault: the next run compiles again.
  func image(of lists: [TermList]) throws(TermListError) -> MatcherImage {
    let key = Self.key(of: lists, program: folder?.program ?? 0)
    let file = folder.map { $0.file(.terms, key) }
    if let file, let image = MatcherImage(file: file, key: key), image.lists.count == lists.count {
      return image
    }
    let image = MatcherImage(try TermCompiler.compile(lists), key: key)
    if let folder, let file {
      unsafe image.withBytes { bytes in unsafe folder.write(bytes, to: file) }
    }
    return image
  }

  /// A hash of all that the compiled form depends on: the lists, the program, the folding, the layout.
  static func key(of lists: [TermList], program: UInt64 = 0) -> ContentHash {
    var words: [UInt64] = [UInt64(MatcherLayout.version), program]
    words.reserveCapacity(3 * lists.count + 6)
    for list in lists {
      let hash = list.hash
      words += [UInt64(list.form.rawValue), hash.low, hash.high]
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
  package init(_ bytes: [UInt8], seed: UInt64 = 0) {
    self = unsafe bytes.withUnsafeBytes { bytes in unsafe Self(bytes, seed: seed) }
  }
}

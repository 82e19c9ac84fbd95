import Glibc
import Linting

@testable import ChineseText

/// Reads bytes as a term list, and looks for its terms in the list itself.
func searchAndCheck(list bytes: [UInt8]) {
  let list = TermList(name: "fuzz", file: "fuzz.txt", bytes: bytes)
  guard let matcher = try? TermMatcher(lists: [list], lexicon: nil, cacheFolder: nil) else {
    return
  }
  checkLaws(of: matcher, in: bytes)
}

/// Loads a cache file that was changed as the bytes say, and searches with what it holds.
///
/// Every six bytes are a place in the file and what stands there; the checksum is made to fit.
func searchAndCheck(cacheDamage bytes: [UInt8]) {
  var image = CacheSample.image
  for change in stride(from: 0, to: bytes.count - 5, by: 6) {
    let place = bytes[change..<change + 4].reduce(0) { $0 << 8 | Int($1) } % (image.count - 1)
    image[place] = bytes[change + 4]
    image[place + 1] = bytes[change + 5]
  }
  unsafe image.withUnsafeMutableBytes { unsafe MatcherLayout.seal($0) }
  CacheSample.write(image)
  guard
    let matcher = try? TermMatcher(
      lists: CacheSample.lists,
      lexicon: nil,
      cacheFolder: CacheFolder(path: CacheSample.folder)
    )
  else { return require(false, "a damaged cache file keeps the lists from loading") }
  checkLaws(of: matcher, in: CacheSample.text)
}

/// Hits lie inside the text, and their entries can be asked for.
private func checkLaws(of matcher: TermMatcher, in text: [UInt8]) {
  for hits in matcher.hits(in: text, blocks: [0..<text.count]) {
    var start = 0
    for hit in hits {
      require(hit.range.lowerBound >= start, "hits are out of order")
      require(hit.range.upperBound <= text.count, "a hit lies outside")
      start = hit.range.lowerBound
      _ = matcher.entry(of: hit)
    }
  }
}

/// Lists of every kind, and the file that keeps their compiled form.
private enum CacheSample {
  static let text = Array("帐\u{200B}号和蚊帐号，登帐号，𠮷 野5㎏，u1s1、COVID-19，大麻煩与大麻。".utf8)

  static let lists = [
    TermList(
      name: "a",
      file: "a.txt",
      bytes: Array("# skip: symbols\n帐号\t账号\tE\t¬词{蚊帐号}\n+登帐号\n𠮷野\n大麻\n+大麻烦\n".utf8)
    ),
    TermList(name: "b", file: "b.txt", bytes: Array("u1s1\nCOVID-19\n号\n".utf8)),
    .literals(name: "c", ["帐", "kg", "帐号和"]),
  ]

  static let folder: String = "/tmp/hegui-fuzz-\(getpid())"

  static let image: [UInt8] = {
    do {
      let image = MatcherImage(try TermCompiler.compile(lists), key: MatcherCache.key(of: lists))
      return unsafe image.withBytes { unsafe Array($0) }
    } catch {
      require(false, "the lists compile: \(error)")
      return []
    }
  }()

  static func write(_ image: [UInt8]) {
    let key = MatcherCache.key(of: lists)
    guard let folder = CacheFolder(path: folder) else { return }
    folder.write(image, to: folder.file(.terms, key))
  }
}

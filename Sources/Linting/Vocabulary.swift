package import ChineseText
import Reading

/// All that rules look for by name, found in one scan of a draft's prose.
///
/// A class: every copy of a scanned draft holds it, and jobs that count many references to what they share
/// wait for each other.
package final class Vocabulary: Sendable {
  /// Index of a list in the matcher, by its name.
  private let indices: KeyTable
  /// By index in the matcher.
  private let names: [String]
  /// Index of a pattern's literals in the matcher, by the pattern's key.
  private let patternIndices: KeyTable
  private let matcher: TermMatcher?

  /// Builds the one matcher of the term lists and of the literals of `patterns`.
  ///
  /// `allowed` phrases win over the hits of every list that they touch. A cache folder of nil means that
  /// nothing is kept between runs.
  package init(
    lists: [TermList],
    patterns: [GatedPattern],
    allowed: [String] = [],
    lexicon: Lexicon?,
    cacheFolder: CacheFolder?
  ) throws {
    var patternIndices = KeyTable(capacity: patterns.count)
    var literals: [TermList] = []
    for pattern in patterns
    where patternIndices.add(pattern.key, lists.count + literals.count) {
      literals.append(.literals(name: "pattern:", hash: pattern.hash) { pattern.literals })
    }
    self.patternIndices = patternIndices
    let phrases =
      allowed.isEmpty ? [] : [TermList.words(name: allowedList, allowed, allowed: [])]
    let all = lists + literals + phrases
    names = all.map(\.name)
    var indices = KeyTable(capacity: all.count)
    for index in all.indices { _ = indices.add(KeyTable.key(of: names[index]), index) }
    self.indices = indices
    matcher =
      all.isEmpty ? nil : try TermMatcher(lists: all, lexicon: lexicon, cacheFolder: cacheFolder)
  }

  func terms(in draft: Draft) -> FoundTerms {
    terms(in: draft.text, blocks: draft.blocks.map(\.text))
  }

  fileprivate func terms(in text: [UInt8], blocks: [Range<Int>]) -> FoundTerms {
    guard let matcher, !text.isEmpty else { return FoundTerms(vocabulary: self, hits: TermHits()) }
    return FoundTerms(vocabulary: self, hits: matcher.hits(in: text, blocks: blocks))
  }

  /// How many lists and patterns there are.
  var count: Int { names.count }

  /// The indices of lists and of the literals of patterns, those that are known.
  func indices(of lists: [String], _ patterns: [GatedPattern]) -> [Int] {
    lists.compactMap(index(of:)) + patterns.compactMap(index(of:))
  }

  fileprivate func index(of list: String) -> Int? {
    indices[KeyTable.key(of: list)].flatMap { names[$0] == list ? $0 : nil }
  }

  fileprivate func index(of pattern: GatedPattern) -> Int? { patternIndices[pattern.key] }

  fileprivate func entry(of hit: TermHit) -> TermEntry? { matcher?.entry(of: hit) }
}

/// Where the terms of a vocabulary stand in one draft, guards and allow phrases applied.
package struct FoundTerms: Sendable {
  private let vocabulary: Vocabulary
  private let hits: TermHits
  private let allowed: [Range<Int>]

  fileprivate init(vocabulary: Vocabulary, hits: TermHits) {
    self.vocabulary = vocabulary
    self.hits = hits
    let index = vocabulary.index(of: allowedList)
    allowed = index.map { $0 < hits.endIndex ? hits[$0].map(\.range) : [] } ?? []
  }

  /// Whether allow phrases were found.
  var holdsAllowed: Bool { !allowed.isEmpty }

  /// The indices of lists and literals that have hits, allowed ones included, ascending.
  var lists: [Int] { hits.lists }

  /// Where the terms of the same vocabulary stand in another text.
  func beside(_ text: [UInt8], blocks: [Range<Int>]) -> FoundTerms {
    vocabulary.terms(in: text, blocks: blocks)
  }

  func hits(of list: String) -> [ListHit] {
    let found = found(vocabulary.index(of: list))
    guard !found.isEmpty else { return [] }
    // Of many hits most are of few entries.
    var entries: [Int: TermEntry] = [:]
    return found.compactMap { hit in
      guard !isAllowed(hit.range), let entry = entries[hit.entry] ?? vocabulary.entry(of: hit)
      else {
        return nil
      }
      if found.count > 8 { entries[hit.entry] = entry }
      return ListHit(range: hit.range, entry: entry)
    }
  }

  /// Where the hits of a list stand.
  func ranges(of list: String) -> [Range<Int>] {
    found(vocabulary.index(of: list)).compactMap { isAllowed($0.range) ? nil : $0.range }
  }

  /// The hits of a list without their entries.
  func termHits(of list: String) -> ArraySlice<TermHit> {
    let hits = found(vocabulary.index(of: list))
    return allowed.isEmpty ? hits : hits.filter { !isAllowed($0.range) }[...]
  }

  func entry(of hit: TermHit) -> TermEntry? { vocabulary.entry(of: hit) }

  /// The literals of a pattern, where allow phrases stand too.
  func literals(of pattern: GatedPattern) -> ArraySlice<TermHit> {
    found(vocabulary.index(of: pattern))
  }

  /// Whether an allowed phrase touches a hit; these are ascending and apart.
  private func isAllowed(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, allowed.count)
    while low < high {
      let middle = (low + high) / 2
      if allowed[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < allowed.count && allowed[low].lowerBound < range.upperBound
  }

  private func found(_ index: Int?) -> ArraySlice<TermHit> {
    guard let index, index < hits.endIndex else { return [] }
    return hits[index]
  }
}

/// Indices by keys that are hashes already; a draft asks for hundreds.
private struct KeyTable: Sendable {
  /// A power of two of them, at most half in use; an index below 0 marks a free one.
  private var slots: [(key: UInt64, index: Int)]

  /// A name's FNV-1a hash of 64 bits, which no other name of a few hundred shares.
  static func key(of name: String) -> UInt64 {
    let bytes = name.utf8.span
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { key = (key ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return key
  }

  init(capacity: Int) {
    var count = 2
    while count < 2 * capacity { count *= 2 }
    slots = [(key: UInt64, index: Int)](repeating: (0, -1), count: count)
  }

  /// False where the key is there already; its index stays.
  mutating func add(_ key: UInt64, _ index: Int) -> Bool {
    let slot = slot(of: key)
    guard slots[slot].index < 0 else { return false }
    slots[slot] = (key, index)
    return true
  }

  subscript(key: UInt64) -> Int? {
    let index = slots[slot(of: key)].index
    return index < 0 ? nil : index
  }

  /// Where a key is, or would be.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    while slots[slot].index >= 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

/// The name of the list of allowed phrases; no file's name has a colon.
private let allowedList = "allow:"

/// A hit of a term list together with what its entry says.
package struct ListHit: Hashable, Sendable {
  package let range: Range<Int>
  package let entry: TermEntry

  package init(range: Range<Int>, entry: TermEntry) {
    self.range = range
    self.entry = entry
  }
}

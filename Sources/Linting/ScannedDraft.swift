package import ChineseText
package import Reading
package import SourceText

/// A draft with all that the shared scanners found in it: what a rule judges.
package struct ScannedDraft: Sendable {
  package let draft: Draft
  package let scan: TextScan
  package let profile: Profile
  /// The day that rules compare with; never the clock.
  package let today: Day
  /// Hits by name of term list, guards and allow phrases applied, ascending.
  private let hits: [String: [ListHit]]

  package init(
    draft: Draft,
    scan: TextScan,
    profile: Profile,
    today: Day,
    hits: [String: [ListHit]]
  ) {
    self.draft = draft
    self.scan = scan
    self.profile = profile
    self.today = today
    self.hits = hits
  }

  package func hits(in list: String) -> [ListHit] { hits[list] ?? [] }

  package func source(of range: Range<Int>) -> SourceRange { draft.sourceRange(of: range) }

  package var text: [UInt8] { draft.text }

  /// The index in `draft.blocks` of the block that holds an offset of the prose; nil between blocks.
  package func blockIndex(at offset: Int) -> Int? {
    var low = 0
    var high = draft.blocks.count
    while low < high {
      let middle = (low + high) / 2
      let range = draft.blocks[middle].text
      if range.contains(offset) { return middle }
      if offset < range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return nil
  }

  package func block(at offset: Int) -> Block? { blockIndex(at: offset).map { draft.blocks[$0] } }

  /// The sentence that holds an offset; empty between blocks.
  package func sentence(at offset: Int) -> Range<Int> {
    guard let block = block(at: offset) else { return offset..<offset }
    return sentenceRange(around: offset, in: block.text, of: draft.text)
  }
}

/// A hit of a term list together with what its entry says.
package struct ListHit: Hashable, Sendable {
  package let range: Range<Int>
  package let entry: TermEntry

  package init(range: Range<Int>, entry: TermEntry) {
    self.range = range
    self.entry = entry
  }
}

/// A day of the Gregorian calendar.
package struct Day: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day there is not.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.count(ofMonth: month, in: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  package static func count(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

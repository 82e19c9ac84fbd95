package import ChineseText
package import Reading
package import SourceText

/// A draft with all that the shared scanners found in it: what a rule judges.
///
/// A class: hundreds of rules hand it on, and a copy would count references by the dozen.
package final class ScannedDraft: Sendable {
  package let draft: Draft
  /// Of the visible blocks.
  package let scan: TextScan
  /// Of the hidden blocks, for privacy and secrecy.
  package let hiddenScan: TextScan
  package let profile: Profile
  /// The day that rules compare with; never the clock.
  package let today: Day
  /// Hosts of the organisation's own, in lower case.
  package let ownHosts: [String]
  /// By name, the columns of the organisation.
  package let columns: [String: ColumnSetting]
  /// A report lists no more: a rule that tells nothing confidential may stop when it has found more in source order.
  package let maximumFindings: Int
  /// The brackets and quotes of the visible prose, paired.
  package let brackets: BracketPairs
  package let quotes: QuotePairs
  /// Of the prose, visible and hidden.
  package let grams: TextGrams
  /// Of all blocks.
  let sentences: DraftSentences
  /// Text marked as another language than simplified Chinese, ascending and apart.
  package let foreignSpans: [Range<Int>]
  /// Whether a number as long as a person's may stand in the prose, visible or hidden.
  package let mayHoldLongNumber: Bool
  let terms: FoundTerms
  /// Nil where nothing stands beside the prose.
  package let asides: ScannedAsides?
  @usableFromInline let facts = DraftFacts()
  /// Where the visible prose ends.
  private let visibleEnd: Int

  package init(
    draft: Draft,
    scan: TextScan,
    hiddenScan: TextScan,
    foreignSpans: [Range<Int>],
    profile: Profile,
    today: Day,
    ownHosts: [String] = [],
    columns: [String: ColumnSetting] = [:],
    maximumFindings: Int,
    terms: FoundTerms
  ) {
    self.draft = draft
    self.scan = scan
    self.hiddenScan = hiddenScan
    self.foreignSpans = foreignSpans
    self.profile = profile
    self.today = today
    self.ownHosts = ownHosts
    self.columns = columns
    self.maximumFindings = maximumFindings
    self.terms = terms
    asides = ScannedAsides(draft, besideProseWith: terms)
    brackets = bracketPairs(of: scan, in: draft)
    quotes = quotePairs(of: scan, in: draft)
    grams = TextGrams(draft.text)
    sentences = DraftSentences(draft)
    mayHoldLongNumber = draft.text.mayHoldLongNumber
    visibleEnd = draft.blocks.first(where: \.isHidden)?.text.lowerBound ?? draft.text.count
  }

  /// Hits of a term list in the visible prose, guards and allow phrases applied, ascending.
  package func hits(in list: String) -> [ListHit] {
    let hits = terms.hits(of: list)
    return isVisible(hits.last?.range) ? hits : hits.filter { isVisible($0.range) }
  }

  /// Where `hits(in:)` of a term list stand.
  package func hitRanges(in list: String) -> [Range<Int>] {
    terms.ranges(of: list).filter(isVisible)
  }

  /// Hits of a term list in hidden text.
  package func hiddenHits(in list: String) -> [ListHit] {
    terms.hits(of: list).filter { !isVisible($0.range) }
  }

  /// Hits of a list in the visible prose without what their entries say, ascending.
  package func termHits(in list: String) -> ArraySlice<TermHit> {
    let hits = terms.termHits(of: list)
    return isVisible(hits.last?.range) ? hits : hits.prefix { isVisible($0.range) }
  }

  /// The same, and those in hidden text behind them.
  package func allTermHits(in list: String) -> ArraySlice<TermHit> { terms.termHits(of: list) }

  /// What the entry of a hit says, in the prose or beside it.
  package func entry(of hit: TermHit) -> TermEntry? { terms.entry(of: hit) }

  /// Literals of a pattern in the visible prose.
  func literalHits(of pattern: GatedPattern) -> ArraySlice<TermHit> {
    let hits = terms.literals(of: pattern)
    return isVisible(hits.last?.range) ? hits : hits.prefix { isVisible($0.range) }
  }

  /// Literals of a pattern in hidden text.
  func hiddenLiteralHits(of pattern: GatedPattern) -> ArraySlice<TermHit> {
    let hits = terms.literals(of: pattern)
    return isVisible(hits.last?.range) ? [] : hits.drop { isVisible($0.range) }
  }

  /// Whether a hit stands in the visible prose; true of none.
  private func isVisible(_ hit: Range<Int>?) -> Bool {
    hit.map { $0.lowerBound < visibleEnd } ?? true
  }

  package func source(of range: Range<Int>) -> SourceRange { draft.sourceRange(of: range) }

  /// That of the draft.
  @inlinable
  package var text: [UInt8] {
    @inline(__always) get { draft.text }
  }

  /// Whether a literal of a pattern stands anywhere, in hidden text and beside the prose too.
  package func holdsLiteral(of pattern: GatedPattern) -> Bool {
    !terms.literals(of: pattern).isEmpty || asides?.terms.literals(of: pattern).isEmpty == false
  }

  /// Whether phrases that are allowed have hits, so that others may be left out.
  package var holdsAllowed: Bool { terms.holdsAllowed }

  /// What is known of the file that an address names beside the draft; nil where nothing is.
  package func file(at address: Placed) -> FileBeside? {
    draft.filesBeside.isEmpty ? nil : draft.filesBeside[address.string]
  }

  /// The index in `draft.blocks` of the block that holds an offset of the prose; nil between blocks.
  package func blockIndex(at offset: Int) -> Int? { sentences.block(at: offset) }

  package func block(at offset: Int) -> Block? { blockIndex(at: offset).map { draft.blocks[$0] } }

  /// Whether what some matches need may stand in one of the sentences that hold some offsets; false only where it does
  /// in none.
  package func mayHold(matchWith needed: NeededLiterals, inSentencesAt offsets: [Int]) -> Bool {
    sentences.mayHold(matchWith: needed, inSentencesAt: offsets)
  }

  /// Where the sentence that holds an offset ends, if what some matches need does not stand in it; nil where it may.
  package func end(ofSentenceAt offset: Int, lacking needed: NeededLiterals) -> Int? {
    sentences.end(ofLackingSentenceAt: offset, needed)
  }

  /// The sentence that holds an offset; empty between blocks.
  package func sentence(at offset: Int) -> Range<Int> { sentences.sentence(at: offset, in: draft) }
}

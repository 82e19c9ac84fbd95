// Stand-ins until the matcher and the counting land: whoever lands them deletes this file.
package struct TermListError: Error { package let file: String; package let line: Int }
package struct TermList: Sendable {
  package let name: String
  package init(name: String, file: String, bytes: [UInt8]) { self.name = name }
  package static func literals(name: String, _ l: [String]) -> Self { Self(name: name, file: "", bytes: []) }
  package static func words(name: String, _ l: [String], allowed: [String]) -> Self { Self(name: name, file: "", bytes: []) }
}
package struct Lexicon: Sendable { package init(bytes: [UInt8]) {} }
package struct TermMatcher: Sendable {
  package init(lists: [TermList], lexicon: Lexicon?, cacheFolder: String?) throws {}
  package func hits(in text: [UInt8], blocks: [Range<Int>]) -> [[TermHit]] { [] }
  package func entry(of hit: TermHit) -> TermEntry? { nil }
}
package enum CountingMode: String, Sendable { case word, half, char }
package func countedLength(of r: Range<Int>, in t: [UInt8], mode: CountingMode) -> Int { 0 }

import Console
import Foundation
import Linting
import Reporting
import TestSupport
import Testing

struct CatalogueTests {
  private var phrases: [(name: String, text: Localized)] {
    Catalogue.all.flatMap { type in entries(of: type) }
  }

  private func entries<Part: Phrases>(of type: Part.Type) -> [(name: String, text: Localized)] {
    type.allCases.map { ("\(type).\($0.rawValue)", $0.text) }
  }

  @Test func `every phrase says something in both languages`() {
    for (name, text) in phrases {
      #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(name)")
      #expect(placeholders(of: text.zh) == placeholders(of: text.en), "\(name)")
    }
    #expect(!phrases.isEmpty)
  }

  @Test func `English phrases hold no Chinese, but for the name of the language`() {
    for (name, text) in phrases where text.en != "中文" {
      #expect(!text.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(name)")
    }
  }

  @Test func `names in braces are filled in, whatever they hold`() {
    let words = Words(.zh)
    #expect(words(CommonPhrase.revision, count: 3) == "第 3 稿")
    #expect(words(CommonPhrase.requestID, ["id": "{id}"]).hasSuffix("{id}"))
    #expect(words(CommonPhrase.requestID, [:]) == "如需他人协助，请告知编号 ")
  }

  /// Those that are known by their raw values are said wherever such a value comes from.
  @Test func `every phrase is said somewhere`() throws {
    let sources = try Self.sources()
    for type in Catalogue.all where !Self.isNamedByValue(type, in: sources) {
      let places = sources.values.filter { $0.contains("\(type)") }
      for name in Self.cases(of: type) {
        let told = try Regex("(?:\\b\(type)|(?<![A-Za-z0-9_)\\]?!}\"]))\\.\(name)\\b")
        #expect(places.contains { $0.contains(told) }, "\(type).\(name)")
      }
    }
  }

  @Test func `whatever an entry of the record holds has a name`() throws {
    let steps = try Self.sources().values.flatMap { text in
      text.matches(of: /record\["([a-z_]+)"\]/).map { String($0.output.1) }
    }
    #expect(steps.count > 40)
    for name in Set(steps) { #expect(EntryDataPhrase(rawValue: name) != nil, "\(name)") }
  }

  /// The text of every source, without what `case`s say.
  private static func sources() throws -> [String: String] {
    let root = Repository.root + "/Sources"
    let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap {
      $0 as? String
    }
    var sources: [String: String] = [:]
    for name in names where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      sources[name] = text.replacing(/case [^:\n]*:/, with: "")
    }
    return sources
  }

  private static func isNamedByValue(
    _ type: any Phrases.Type,
    in sources: [String: String]
  ) -> Bool {
    sources.values.contains { $0.contains("\(type)(rawValue") || $0.contains("\(type).allCases") }
  }

  private static func cases<Part: Phrases>(of type: Part.Type) -> [String] {
    type.allCases.map { "\($0)" }
  }

  private func placeholders(of text: String) -> Set<String> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(parts.compactMap { $0.split(separator: "}").first.map(String.init) })
  }
}

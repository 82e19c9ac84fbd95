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
    let sources = try Self.sources(of: ["Console", "Serving"])
    let said = sources.map { (text: $0, members: Self.members(in: $0)) }
    for type in Catalogue.all {
      let places = said.filter { $0.text.contains("\(type)") }
      let isNamedByValue = places.contains {
        $0.text.contains("\(type)(rawValue") || $0.text.contains("\(type).allCases")
          || $0.text.contains("enum \(type):") && $0.text.contains("allCases")
      }
      guard !isNamedByValue else { continue }
      for name in Self.cases(of: type) {
        let isSaid = places.contains {
          $0.members.contains(".\(name)") || $0.members.contains("\(type).\(name)")
        }
        #expect(isSaid, "\(type).\(name)")
      }
    }
  }

  @Test func `whatever an entry of the record holds has a name`() throws {
    let parts = try Self.sources(of: ["Reviewing"]).flatMap { text in
      text.split(separator: "record[\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    }
    let names = Set(parts.map(String.init))
    #expect(names.count > 40)
    for name in names { #expect(EntryDataPhrase(rawValue: name) != nil, "\(name)") }
  }

  /// The texts of modules, without what their `case`s match.
  private static func sources(of modules: [String]) throws -> [String] {
    try modules.flatMap { module in
      let root = Repository.root + "/Sources/" + module
      let names = try #require(FileManager.default.enumerator(atPath: root))
        .compactMap { $0 as? String }
      return try names.filter { $0.hasSuffix(".swift") }.map { name in
        let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
        let lines = text.split(separator: "\n").map { line -> Substring in
          let code = line.drop { $0 == " " }
          return code.hasPrefix("case ") ? code.drop { $0 != ":" } : code
        }
        return lines.joined(separator: "\n")
      }
    }
  }

  /// `.name` where nothing stands before it, and `Type.name`.
  private static func members(in text: String) -> Set<String> {
    func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == 0x5F || isLetter(byte) }
    func isLetter(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    let closing = Set(")]}?!\"".utf8)
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    var members: Set<String> = []
    for (before, after) in zip(parts, parts.dropFirst()) {
      let owner = before.reversed().prefix(while: isWord).reversed()
      guard !owner.isEmpty || before.last.map({ !closing.contains($0) }) ?? true else { continue }
      let name = after.prefix(while: isWord)
      members.insert(
        String(decoding: owner, as: UTF8.self) + "." + String(decoding: name, as: UTF8.self)
      )
    }
    return members
  }

  private static func cases<Part: Phrases>(of type: Part.Type) -> [String] {
    type.allCases.map { "\($0)" }
  }

  private func placeholders(of text: String) -> Set<String> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(parts.compactMap { $0.split(separator: "}").first.map(String.init) })
  }
}

import Console
import Linting
import Reporting
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

  private func placeholders(of text: String) -> Set<String> {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    return Set(parts.compactMap { $0.split(separator: "}").first.map(String.init) })
  }
}

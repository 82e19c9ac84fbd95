package import Linting
package import Reporting
package import Reviewing

/// Picks one of two languages and writes times as people read them.
package struct Words: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// As in an attribute `lang`.
  package var tag: String { language == .zh ? "zh-CN" : "en" }

  package func callAsFunction(_ zh: String, _ en: String) -> String {
    language == .zh ? zh : en
  }

  package func callAsFunction(_ text: Localized) -> String { text.text(in: language) }

  package func callAsFunction(_ phrase: some Phrases) -> String { self(phrase.text) }

  /// With the names in braces filled in.
  package func callAsFunction(_ phrase: some Phrases, _ values: [String: String]) -> String {
    var filled: [UInt8] = []
    var rest = Array(self(phrase).utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
        filled.append(byte)
        continue
      }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      filled += (values[name] ?? "").utf8
      rest = rest[(end + 1)...]
    }
    return String(decoding: filled, as: UTF8.self)
  }

  package func callAsFunction(_ phrase: some Phrases, count: Int) -> String {
    self(phrase, ["count": String(count)])
  }

  /// In China, to the minute.
  package func time(_ moment: Timestamp?) -> String {
    guard let moment else { return "" }
    let text = moment.adding(hours: 8).description.utf8.prefix(16)
    return String(decoding: text.map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }, as: UTF8.self)
  }

  package func flag(_ value: Bool) -> String { value ? self("是", "yes") : self("否", "no") }
}

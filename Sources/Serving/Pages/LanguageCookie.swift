import HTTPTypes
import Reporting

/// Keeps the language that somebody has switched to.
enum LanguageCookie {
  static func setting(_ language: Language) -> String {
    "lang=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
  }

  /// Nil where nobody has switched.
  static func language(in headers: HTTPFields) -> Language? {
    for field in headers[values: .cookie] {
      for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
        let text = pair.drop { $0 == 0x20 }
        guard text.starts(with: "lang=".utf8) else { continue }
        return Language(rawValue: String(decoding: Array(text.dropFirst(5)), as: UTF8.self))
      }
    }
    return nil
  }
}

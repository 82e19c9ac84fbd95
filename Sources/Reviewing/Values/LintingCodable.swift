package import Linting
package import Reading

extension Severity: Codable {}
extension Escalation: Codable {}
extension Verdict: Codable {}
extension DraftFormat: Codable {}

extension Localized: Codable {
  private enum Key: String, CodingKey { case zh, en }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      try container.decode(String.self, forKey: .zh),
      try container.decode(String.self, forKey: .en)
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(zh, forKey: .zh)
    try container.encode(en, forKey: .en)
  }
}

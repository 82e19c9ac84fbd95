import Linting
import Reporting
import Reviewing

/// All that an entry holds.
extension AuditPage {
  func details(of entry: AuditEntry, in frame: Frame) -> SafeHTML {
    let words = frame.words
    let only = words(AuditPhrase.onlyThis, ["name": entry.subject.id])
    let means = MeansPhrase(rawValue: entry.doer.means).map { words($0) } ?? entry.doer.means
    var pairs: [(label: String, value: SafeHTML)] = [
      (
        words(AuditPhrase.subject),
        "<a href=\"/audit?subject=\(percentEncoded(entry.subject.id))\">\(only)</a>"
      ),
      (words(AuditPhrase.means), "\(means)"),
      (words(AuditPhrase.address), "<code>\(entry.doer.address)</code>"),
      (words(AuditPhrase.request), "<code>\(entry.doer.requestID)</code>"),
    ]
    pairs += data(of: entry, words)
    pairs.append((words(AuditPhrase.hash), "<code>\(entry.hash)</code>"))
    return """
      <details><summary>\(String(entry.sequence))</summary>\
      \(frame.pairs(pairs.filter { !$0.value.isEmpty }))</details>
      """
  }

  private func data(of entry: AuditEntry, _ words: Words) -> [(label: String, value: SafeHTML)] {
    guard case .object(let members) = entry.data else {
      return [(words(AuditPhrase.data), "<code>\(entry.data.told(words))</code>")]
    }
    return members.sorted { $0.key < $1.key }.map { key, value in
      let known = EntryDataPhrase(rawValue: key)
      let text = value.told(words)
      var shown: SafeHTML = "<code>\(text)</code>"
      if let word = known?.word(for: text, words) { shown = "\(word)" }
      return (label: known.map { words($0) } ?? key, value: shown)
    }
  }
}

extension EntryDataPhrase {
  /// What a value is called; nil for what has no other name than itself.
  fileprivate func word(for value: String, _ words: Words) -> String? {
    switch self {
    case .channel: words.channel(value)
    case .means: MeansPhrase(rawValue: value).map { words($0) }
    case .verdict: Verdict(rawValue: value).map { words($0.name) }
    case .blocking, .disabled, .emergency, .late, .differences, .warningsNow, .lostUpTo: value
    default: nil
    }
  }
}

extension JSON {
  fileprivate func told(_ words: Words) -> String {
    switch self {
    case .string(let text): text
    case .bool(let value): words.flag(value)
    case .array(let values):
      values.map { $0.told(words) }.joined(separator: words("、", ", "))
    default: String(decoding: canonicalBytes, as: UTF8.self)
    }
  }
}

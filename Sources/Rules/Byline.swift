import Linting
import Reading
import SourceText

/// Who a draft names, in its metadata and in the line below its title.
struct Byline {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  func names(_ key: String) -> Bool {
    draft.metadata.entries.contains { $0.key == key && !isUnfilled($0.value.string) }
  }

  /// Where a field of the front matter stands that has no value, and nothing else says it either.
  func unfilled(_ key: String) -> SourceRange? {
    guard !draft.metadata.entries.isEmpty, !names(key) else { return nil }
    let entry = draft.metadata.entries.first {
      $0.key == key && ($0.origin == .frontMatter || $0.origin == .metaElement)
    }
    guard let place = entry?.value.source, place.isEmpty else { return entry?.value.source }
    // Of a field without a value the key is shown.
    var start = min(place.start, draft.source.bytes.count)
    while start > 0, draft.source.bytes[start - 1] != 0x0A { start -= 1 }
    var end = place.start
    while end > start, draft.source.bytes[end - 1] <= 0x20 { end -= 1 }
    return SourceRange(start, end)
  }

  /// Whether visible lines name all of some keys.
  func lineNames(_ keys: [String]) -> Bool {
    keys.allSatisfy { key in
      draft.metadata.entries.contains { $0.key == key && $0.origin == .visibleLine }
    }
  }

  /// The last line that names a person.
  var line: Range<Int>? {
    let persons = ["author", "editor", "reviewer"]
    let entry = draft.metadata.entries.last {
      $0.origin == .visibleLine && persons.contains($0.key)
    }
    guard let entry else { return nil }
    return draft.blocks.first { !$0.isHidden && $0.source.contains(entry.value.source) }?.text
  }

  /// The fault of a name that is not filled in, or missing in a line that has the others.
  func faults(for key: String, beside others: [String], _ message: Localized) -> [Fault] {
    if let place = unfilled(key) { return [Fault(range: 0..<0, message: message, source: place)] }
    guard !names(key) else { return [] }
    if lineNames(others), let line { return [Fault(range: line, message: message)] }
    // A form that is filled in but for one name.
    if isReported || key == "reviewer" && names("class"), line == nil, others.allSatisfy(names) {
      return [Fault(range: 0..<0, message: message, source: .init(0, 0))]
    }
    // Of a page that is complete but for its people every one of them is missing, and where its form is filled in
    // those who answer for it are, too.
    guard isReported, lineNames(["source", "date"]),
      line == nil || names("column") && !names("editor") && !names("reviewer")
    else { return [] }
    return [Fault(range: 0..<0, message: message, source: .init(0, 0))]
  }

  /// Whether a draft declares that it is news or a portrait, which somebody writes.
  var isReported: Bool {
    let kind = draft.metadata.entries.first { $0.key == "class" }
    return kind.map { ["news", "interview"].contains($0.value.string) } ?? false
  }
}

/// Whether a value of metadata says nothing: blank, a dash, 待补.
func isUnfilled(_ value: String) -> Bool {
  let value = value.trimmingBlanks
  if value.isEmpty
    || value.unicodeScalars.allSatisfy({ "-—–_?？.…XxＸ×".unicodeScalars.contains($0) })
  {
    return true
  }
  return blanks.contains(value) || value.hasPrefix("待补") || value.hasPrefix("待定")
    || value.hasPrefix("待填") || value.hasPrefix("请填写") || value.hasPrefix("【请填写")
}

private let blanks: Set = ["无", "暂无", "空", "N/A", "NA", "n/a", "TODO", "TBD", "null", "~"]

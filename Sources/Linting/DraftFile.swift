package import Reading
import SourceText

/// A draft as it lies in a file.
package struct DraftFile {
  /// Tells what rules may know of the files that a draft names.
  package typealias Look = (Draft) -> [String: FileBeside]

  package let path: String
  package let bytes: [UInt8]
  package let format: DraftFormat
  /// Nil where nothing is known.
  package let look: Look?

  package init(path: String, bytes: [UInt8], format: DraftFormat, lookingBeside look: Look?) {
    self.path = path
    self.bytes = bytes
    self.format = format
    self.look = look
  }
}

/// A draft, or the report that says why it cannot be judged.
enum ReadDraft {
  case read(Draft)
  case unread(DraftReport)

  /// Nil where it cannot be judged.
  var draft: Draft? {
    if case .read(let draft) = self { draft } else { nil }
  }

  static func unread(
    _ source: Source,
    as format: DraftFormat,
    _ failure: DraftFailure
  ) -> ReadDraft {
    .unread(DraftReport(path: source.path, format: format, failure: failure, source: source))
  }
}

/// A draft and what the rules that were asked of it have found.
struct JudgedDraft {
  let draft: ScannedDraft
  /// The rules that are asked.
  let asked: RuleSet
  var found: GatheredFindings
  /// Why it is not judged to the end.
  private(set) var failure: DraftFailure?
  /// Asked for each rule, where the failure itself would be copied.
  private(set) var hasFailed = false

  init(_ draft: ScannedDraft, asked: RuleSet, limit: Int) {
    self.draft = draft
    self.asked = asked
    found = GatheredFindings(limit: limit)
  }

  /// No more rules are asked.
  mutating func fail(_ failure: DraftFailure) {
    self.failure = failure
    hasFailed = true
  }
}

import Linting
import Reporting
import SourceText

/// The fixes that are offered for a part of a document.
struct CodeActions {
  let document: OpenDocument
  let judged: JudgedDocument
  let language: Language
  /// Whether the editor takes changes of a named version of a document.
  let namesVersions: Bool

  private static let quickFix = "quickfix"
  private static let fixAll = "source.fixAll.hegui"
  static let kinds: JSONValue = [.string(quickFix), .string(fixAll)]

  /// `wanted` are the kinds asked for; nil for all.
  func actions(in range: SourceRange, wanted: [String]?) -> [JSONValue] {
    var actions: [JSONValue] = []
    if isWanted(Self.quickFix, wanted) {
      for (finding, diagnostic) in zip(judged.findings, judged.diagnostics) {
        guard let fix = finding.fix, isMeant(finding, by: range) else { continue }
        actions.append(quickFix(fix, of: diagnostic))
      }
    }
    if isWanted(Self.fixAll, wanted), let all = fixAll(isAskedFor: wanted != nil) {
      actions.append(all)
    }
    return actions
  }

  private func isWanted(_ kind: String, _ wanted: [String]?) -> Bool {
    guard let wanted else { return true }
    return wanted.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty }
  }

  /// What is said of the whole draft is meant by its first line.
  private func isMeant(_ finding: Finding, by range: SourceRange) -> Bool {
    if finding.range.end == 0 {
      let firstLine = document.text.bytes.firstIndex(of: 0x0A) ?? document.text.bytes.count
      return range.start <= firstLine
    }
    return finding.range.start <= range.end && range.start <= finding.range.end
  }

  private func quickFix(_ fix: Fix, of diagnostic: JSONValue) -> JSONValue {
    var title = fix.title.text(in: language)
    if fix.safety == .unsafe {
      let note = fix.safety.name.text(in: language)
      title += language == .zh ? "（\(note)）" : " (\(note))"
    }
    return [
      "title": .string(title), "kind": .string(Self.quickFix), "diagnostics": [diagnostic],
      "isPreferred": .bool(fix.safety == .safe), "edit": edit(fix.edits),
    ]
  }

  /// All safe fixes at once; nil where there are none, or a single one that is offered alone.
  private func fixAll(isAskedFor: Bool) -> JSONValue? {
    let selection = FixSelection(of: judged.findings, unsafe: false)
    guard selection.count > (isAskedFor ? 0 : 1) else { return nil }
    let title = Localized(
      "改掉全部有把握的问题（\(selection.count) 处）",
      "make all safe fixes (\(selection.count))"
    )
    return [
      "title": .string(title.text(in: language)), "kind": .string(Self.fixAll),
      "edit": edit(selection.edits),
    ]
  }

  private func edit(_ edits: [Edit]) -> JSONValue {
    let places = document.text.places(of: edits.map(\.range))
    let changes = edits.map { edit -> JSONValue in
      ["range": places.range(edit.range), "newText": .string(edit.text)]
    }
    guard namesVersions else { return ["changes": .object([document.address: .array(changes)])] }
    let version = document.version.map { JSONValue.number($0) } ?? .null
    return [
      "documentChanges": [
        [
          "textDocument": ["uri": .string(document.address), "version": version],
          "edits": .array(changes),
        ]
      ]
    ]
  }
}

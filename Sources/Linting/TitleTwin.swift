import Reading
import SourceText

/// The place where a page says its title a second time: what is changed in the title is changed there, too.
struct TitleTwin {
  private let title: SourceRange
  /// How far the twin stands from the title, in bytes.
  private let shift: Int

  /// Nil where the title stands once, or not in the same words.
  ///
  /// A page's `<title>` repeats the heading, alone or before the name of the site; a heading of Markdown repeats the
  /// title of the front matter.
  init?(of draft: Draft) {
    guard let block = draft.title, !block.source.isEmpty,
      let place = Self.pageTitle(of: draft) ?? Self.heading(of: draft, like: block)
    else { return nil }
    let bytes = draft.source.bytes
    let words = bytes[block.source.start..<block.source.end]
    guard place.count >= words.count, bytes[place.start...].starts(with: words),
      place.count == words.count || Self.isSeparator(bytes[place.start + words.count..<place.end])
    else { return nil }
    title = block.source
    shift = place.start - block.source.start
  }

  /// The finding with a fix that changes both places.
  func mending(_ finding: Finding) -> Finding {
    guard let fix = finding.fix, fix.edits.allSatisfy({ title.contains($0.range) }) else {
      return finding
    }
    let copies = fix.edits.map { edit in
      Edit(SourceRange(edit.range.start + shift, edit.range.end + shift), edit.text)
    }
    var finding = finding
    let edits = shift < 0 ? copies + fix.edits : fix.edits + copies
    finding.fix = Fix(fix.title, fix.safety, edits)
    return finding
  }

  private static func pageTitle(of draft: Draft) -> SourceRange? {
    draft.skipped.first { $0.reason == .pageTitle }?.range
  }

  /// The first heading of the text where the title is one of the front matter.
  private static func heading(of draft: Draft, like title: Block) -> SourceRange? {
    guard draft.format == .markdown, title.kind == .title else { return nil }
    return draft.blocks.first { $0.headingLevel == 1 }?.source
  }

  /// Whether what follows the title is set off from it, as a site's name is.
  private static func isSeparator(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: rest.prefix(16), as: UTF8.self).unicodeScalars
    guard let first = text.first(where: { $0 != " " && $0 != "\u{3000}" }) else { return true }
    return "-_|–—―·・－＿｜".unicodeScalars.contains(first)
  }
}

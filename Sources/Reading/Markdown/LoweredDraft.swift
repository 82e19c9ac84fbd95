import SourceText

/// A Markdown draft as HTML, every byte of which maps to the source.
///
/// The HTML is UTF-8 with LF line ends. What the SAX reader may rely on:
/// - Blocks are `p`, `h1`…`h6`, `ul`, `ol`, `li`, `blockquote`, `pre` with `code`, `hr`, and `table` with
///   `thead`, `tbody`, `tr`, `th`, `td`. Items of a tight list hold text without `p`.
/// - Inline parts are `em`, `strong`, `del`, `code`, `br`, `a href title`, `img alt src title`. Attribute
///   values stand in double quotation marks; `title` is missing where the source has none.
/// - Text is escaped with `&lt;` `&amp;` (and `&quot;` in attributes); each of these maps as a whole to the one
///   byte it stands for. References of the source (`&nbsp;`) pass as they are, verbatim.
/// - Raw HTML, comments included, stands verbatim. Its line ends are LF.
/// - A note's mark is `<span data-hegui-reference="LABEL">[^LABEL]</span>`, its text verbatim; also where no
///   definition exists. Inside a link or an image's alt it is plain text.
/// - Definitions of notes, in source order, stand behind the body in
///   `<section data-hegui-notes><div data-hegui-note="LABEL">…</div>…</section>`, with blocks or, where a
///   note is one paragraph, with text and inline parts only.
/// - The map of a tag: `sourceRange(of:)` of the whole `<img …>` is the whole `![…](…)`; of `<a …>` it is the
///   `[`, of `</a>` the `](…)` or `][…]`, so that an element reaches from its start tag's source to its
///   end tag's; the same with `em`, `strong`, `del`, `code`. `<br>` maps to the spaces or the backslash with the
///   line end. A block's start tag maps to the empty range where its first text stands, its end tag to the
///   empty range where its last text ends. Attribute values map to their own places.
struct LoweredDraft: Sendable {
  struct Note: Hashable, Sendable {
    let label: String
    /// The whole `div`.
    let html: Range<Int>
    /// The definition, from `[^` to the end of its last line, without that line's end.
    let source: SourceRange
  }

  var html: [UInt8] = []
  var map = SourceMap()
  var frontMatter: [Metadata.Entry] = []
  /// Front matter and the bytes of Markdown's own marks that reach no text; sorted.
  var skipped: [Skipped] = []
  var notes: [Note] = []
}

/// Lowers a Markdown draft (CommonMark with tables, strikethrough, task lists, notes and front matter).
func lowerMarkdown(
  _ source: Source,
  limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> LoweredDraft {
  let front = readFrontMatter(source.bytes)
  let definitions = findNotes(in: source.bytes, from: front.end)
  var lowering = MarkdownLowering(
    input: definitions.isEmpty ? source.bytes : blanking(definitions, in: source.bytes),
    limits: limits
  )
  try checkNesting(of: lowering.input)
  lowering.advance(to: front.end)
  try lowering.parse(front.end..<source.bytes.count)
  var draft = LoweredDraft()
  if !definitions.isEmpty {
    lowering.input = markingNotes(definitions, in: source.bytes)
    draft.notes = try lowering.lower(definitions, labels: source.bytes)
    lowering.skipped.sort { $0.range.start < $1.range.start }
  }
  draft.html = lowering.html
  draft.map = lowering.map
  draft.frontMatter = front.entries
  draft.skipped = front.skipped + lowering.skipped
  return draft
}

extension MarkdownLowering {
  /// Lowers a part of the input that is a document of its own.
  mutating func parse(_ part: Range<Int>) throws(ReadingError) {
    guard parseMarkdown(part, with: &self) else {
      throw failure ?? .parserFailed(reason: "md4c is out of memory")
    }
    place(before: part.upperBound)
    noteSyntax(upTo: part.upperBound)
    advance(to: part.upperBound)
  }
}

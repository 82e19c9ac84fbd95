package import SourceText

/// A draft as HTML without its front matter, for an editor that takes rich text: HTML as it is, raw HTML in Markdown
/// included, so whoever takes it makes it harmless.
package func renderedHTML(
  _ source: Source,
  as format: DraftFormat,
  limits: ReadingLimits = ReadingLimits()
) throws(ReadingError) -> [UInt8] {
  guard source.bytes.count <= limits.fileBytes else { throw .tooLarge(limit: limits.fileBytes) }
  switch format {
  case .html: return source.bytes
  case .docx: return source.markup?.html ?? []
  case .markdown: return try lowerMarkdown(source, limits: limits).html
  case .text:
    return source.bytes.split { $0 == 0x0A || $0 == 0x0D }.reduce(into: [UInt8]()) { html, line in
      html += "<p>".utf8
      for byte in line {
        if let reference = escape(byte, inAttribute: false) {
          html += reference.utf8
        } else {
          html.append(byte)
        }
      }
      html += "</p>\n".utf8
    }
  }
}

import SourceText

/// Reads HTML, or what a draft was lowered to.
func readHTML(
  _ html: [UInt8],
  of source: Source,
  as format: DraftFormat,
  lowered: LoweredDraft? = nil,
  limits: ReadingLimits
) throws(ReadingError) -> Draft {
  let builder =
    if let tidy = TidyParser.parse(html, limits: limits) { tidy } else {
      try mendedHTML(html, limits: limits)
    }
  var assembly = DraftAssembly(builder, source: source, format: format, lowered: lowered)
  return assembly.assemble(notes: lowered?.notes ?? [])
}

/// A builder that has read HTML of any kind by means of libxml2.
func mendedHTML(_ html: [UInt8], limits: ReadingLimits) throws(ReadingError) -> DraftBuilder {
  let check = try MarkupCheck(html, limits: limits)
  let builder = try HTMLParser.parse(check, into: DraftBuilder(html, limits: limits))
  switch builder.excess {
  case .depth(let offset):
    throw .tooDeep(limit: limits.depth, line: LineIndex(html).position(of: offset).line)
  case .images: throw .tooManyImages(limit: limits.images)
  case nil: break
  }
  if let offset = builder.lostText {
    let line = LineIndex(html).position(of: offset).line
    throw .parserFailed(reason: "libxml2 stopped before the text did, in line \(line)")
  }
  return builder
}

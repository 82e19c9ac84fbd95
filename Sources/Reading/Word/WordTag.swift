/// The elements of a Word document that tell something, by their usual prefix and name.
enum WordTag: String {
  case other
  // Text
  case paragraph = "w:p"
  case run = "w:r"
  case text = "w:t"
  case deletedText = "w:delText"
  case tab = "w:tab"
  case positionedTab = "w:ptab"
  case lineBreak = "w:br"
  case carriageReturn = "w:cr"
  case noBreakHyphen = "w:noBreakHyphen"
  case symbol = "w:sym"
  case mathText = "m:t"
  // Properties
  case paragraphProperties = "w:pPr"
  case runProperties = "w:rPr"
  case paragraphStyle = "w:pStyle"
  case runStyle = "w:rStyle"
  case outline = "w:outlineLvl"
  case numbering = "w:numPr"
  case numberingID = "w:numId"
  case numberingLevel = "w:ilvl"
  case alignment = "w:jc"
  case bold = "w:b"
  case italic = "w:i"
  case strike = "w:strike"
  case doubleStrike = "w:dstrike"
  case verticalAlignment = "w:vertAlign"
  case vanish = "w:vanish"
  case rubyText = "w:rt"
  // Changes
  case deleted = "w:del"
  case movedFrom = "w:moveFrom"
  case runChange = "w:rPrChange"
  case paragraphChange = "w:pPrChange"
  case sectionChange = "w:sectPrChange"
  case tableChange = "w:tblPrChange"
  case rowChange = "w:trPrChange"
  case cellChange = "w:tcPrChange"
  // Links, fields, references
  case hyperlink = "w:hyperlink"
  case simpleField = "w:fldSimple"
  case fieldMark = "w:fldChar"
  case fieldCode = "w:instrText"
  case footnoteReference = "w:footnoteReference"
  case endnoteReference = "w:endnoteReference"
  case commentReference = "w:commentReference"
  // Parts of other kinds
  case table = "w:tbl"
  case row = "w:tr"
  case rowProperties = "w:trPr"
  case tableHeader = "w:tblHeader"
  case cell = "w:tc"
  case gridSpan = "w:gridSpan"
  case verticalMerge = "w:vMerge"
  case partGallery = "w:docPartGallery"
  case content = "w:sdt"
  case alternate = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  case drawing = "w:drawing"
  case picture = "w:pict"
  case object = "w:object"
  case extent = "wp:extent"
  case drawingProperties = "wp:docPr"
  case decorative = "adec:decorative"
  case blip = "a:blip"
  case drawingParagraph = "a:p"
  case drawingText = "a:t"
  case chartStrings = "c:strCache"
  case chartValue = "c:v"
  case shape = "v:shape"
  case imageData = "v:imagedata"
  case foreignContent = "w:altChunk"
  case subdocument = "w:subDoc"
  // Other parts of the package
  case document = "w:document"
  case footnote = "w:footnote"
  case endnote = "w:endnote"
  case comment = "w:comment"
  case style = "w:style"
  case name = "w:name"
  case basedOn = "w:basedOn"
  case abstractNumbering = "w:abstractNum"
  case abstractNumberingID = "w:abstractNumId"
  case numberingInstance = "w:num"
  case level = "w:lvl"
  case levelOverride = "w:lvlOverride"
  case start = "w:start"
  case startOverride = "w:startOverride"
  case numberFormat = "w:numFmt"
  case levelText = "w:lvlText"
  case suffix = "w:suff"
  case relationship = "rel:Relationship"
  case propertyTitle = "dc:title"
  case propertySubject = "dc:subject"
  case propertyCreator = "dc:creator"
  case propertyDescription = "dc:description"
  case propertyKeywords = "cp:keywords"
  case propertyCategory = "cp:category"
  case propertyEditor = "cp:lastModifiedBy"

  init(name: String, in space: String) {
    let prefix = prefixes[space].map { "\($0):" } ?? ""
    self = WordTag(rawValue: prefix + name) ?? .other
  }

  /// Whether it holds what stood before a change of form, which nobody sees.
  var isFormerForm: Bool {
    switch self {
    case .runChange, .paragraphChange, .sectionChange, .tableChange, .rowChange, .cellChange: true
    default: false
    }
  }
}

/// Prefixes by namespace, those of the transitional form and of the strict one.
private let prefixes = [
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
  "urn:schemas-microsoft-com:vml": "v",
]

/// Why a Word document could not be read.
package enum WordFault: Error, Hashable, Sendable {
  /// The file is larger than this.
  case tooLarge(limit: Int)
  /// What the file holds is larger than this once it is unpacked.
  case tooLargeInside(limit: Int)
  /// An old `.doc`, or a document with a password to open it: both look alike from outside.
  case oldOrLocked
  case encrypted
  /// No archive, or one that is cut off.
  case truncated
  /// An archive without a document: of a spreadsheet, of slides, or a plain ZIP.
  case noDocument
  case damaged
  case unsupportedArchive
  /// A part whose XML is broken.
  case brokenPart(String, line: Int)
  /// A part with a document type, which could make the reader fetch or swell.
  case documentType(String)
  /// A part that is another document, whose text is not in this one's.
  case foreignContent

  init(_ fault: ZIPFault) {
    switch fault {
    case .truncated: self = .truncated
    case .encrypted: self = .encrypted
    case .damaged: self = .damaged
    case .unsupported: self = .unsupportedArchive
    case .tooLarge(let limit): self = .tooLargeInside(limit: limit)
    }
  }
}

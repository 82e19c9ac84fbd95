import ChineseText
import Linting
import Reading
import SourceText

/// What a draft says of each of its images in a few words.
struct ImageTexts: DraftFact {
  struct Text {
    enum Kind {
      case alt
      case caption
      case fileName
    }

    let kind: Kind
    let string: String
    /// The image, or its caption.
    let source: SourceRange
  }

  struct Entry {
    let index: Int
    let texts: [Text]
  }

  /// Of the images that are shown and not decorative.
  private(set) var entries: [Entry] = []

  init(_ draft: ScannedDraft) throws {
    let images = draft.draft.images
    guard !images.isEmpty else { return }
    let kinds = draft.fact(ImageKinds.self).kinds
    let notes = try draft.fact(ImageNotes.self)
    for (index, image) in images.enumerated() where kinds[index] != .decorative && !image.isHidden {
      var texts: [Text] = []
      for text in [image.alt, image.title].compactMap(\.self) where !text.string.isBlank {
        texts.append(Text(kind: .alt, string: text.string, source: image.source))
      }
      for block in try notes.captionBlocks(of: image, loosely: true) {
        let place = draft.source(of: block)
        texts.append(Text(kind: .caption, string: draft.draft.string(in: block), source: place))
      }
      if let name = image.fileName {
        texts.append(Text(kind: .fileName, string: name, source: image.source))
      }
      if !texts.isEmpty { entries.append(Entry(index: index, texts: texts)) }
    }
  }

  /// One fault an image and a place: what `judge` makes of the first text about the image that it minds.
  func faults(_ judge: (Text, Entry) throws -> Fault?) rethrows -> [Fault] {
    var places: [Int] = []
    var faults: [Fault] = []
    for entry in entries {
      for text in entry.texts {
        guard let fault = try judge(text, entry) else { continue }
        if !places.contains(text.source.start) {
          places.append(text.source.start)
          faults.append(fault)
        }
        break
      }
    }
    return faults
  }
}

extension ImageTexts.Entry {
  /// Whether one of the literals stands in a text about the image.
  func mentions(_ literals: LiteralSet) -> Bool {
    texts.contains { literals.stands(in: $0.string) }
  }
}

extension ImageTexts.Text {
  func fault(
    _ message: Localized,
    _ severity: Severity? = nil,
    escalation: Escalation? = nil
  ) -> Fault {
    Fault(
      range: 0..<0,
      message: message,
      severity: severity,
      escalation: escalation,
      source: source
    )
  }
}

extension Image {
  /// The name of its file without the ending, where a person may have given it.
  var fileName: String? {
    guard let url = url?.string, !url.hasPrefix("data:"), !url.contains("qpic.cn/") else {
      return nil
    }
    let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    guard let name = path.split(whereSeparator: isSlash).last else { return nil }
    let stem = name.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
    return stem.isEmpty ? nil : percentDecoded(String(Substring(stem)))
  }
}

/// How much a correction of what is published touches: only a slip of the pen may go the short way
/// (compliance handbook, section 11.3, row 30).
package struct Correction: Hashable, Sendable {
  /// In the title and the text: of each changed stretch the longer side.
  package let codePoints: Int
  /// Whether a changed stretch holds a digit or a number word, or stands beside one.
  package let touchesNumbers: Bool
  /// Whether a changed stretch holds a word that turns a sentence round, such as 不.
  package let touchesNegations: Bool
  package let changesLinks: Bool
  package let changesImages: Bool
  /// Author, source, date and whatever else the draft says of itself.
  package let changesMetadata: Bool

  package init(from old: CanonicalContent, to new: CanonicalContent) {
    let texts =
      [parts(from: old.title, to: new.title)] + textChanges(from: old, to: new).map(\.parts)
    codePoints = texts.reduce(0) { $0 + $1.changedCodePoints }
    touchesNumbers = texts.contains(where: \.touchesNumbers)
    touchesNegations = texts.contains(where: \.touchesNegations)
    changesLinks = !old.links.elementsEqual(new.links) { $0.hasSameBytes(as: $1) }
    changesImages = old.images != new.images
    changesMetadata =
      CanonicalContent(title: "", blocks: [], links: [], images: [], metadata: old.metadata)
      != CanonicalContent(title: "", blocks: [], links: [], images: [], metadata: new.metadata)
  }

  /// Whether it is no more than a slip of the pen; an address that leads nowhere is one too.
  package func isSmall(limit: Int) -> Bool {
    codePoints <= limit && !touchesNumbers && !touchesNegations && !changesImages
      && !changesMetadata
  }
}

extension [BlockChange.Part] {
  fileprivate var changedCodePoints: Int {
    var total = 0
    var (removed, added) = (0, 0)
    for part in self {
      switch part.kind {
      case .equal:
        total += Swift.max(removed, added)
        (removed, added) = (0, 0)
      case .removed: removed += part.text.unicodeScalars.count
      case .added: added += part.text.unicodeScalars.count
      }
    }
    return total + Swift.max(removed, added)
  }

  fileprivate var touchesNumbers: Bool {
    indices.contains { index in
      let part = self[index]
      guard part.kind == .equal else { return part.text.unicodeScalars.contains(where: isNumber) }
      let scalars = part.text.unicodeScalars
      return index > 0 && scalars.first.map(isNumber) == true
        || index + 1 < count && scalars.last.map(isNumber) == true
    }
  }
}

extension [BlockChange.Part] {
  fileprivate var touchesNegations: Bool {
    contains { part in
      part.kind != .equal && part.text.unicodeScalars.contains(where: isNegation)
    }
  }
}

private func isNegation(_ scalar: Unicode.Scalar) -> Bool {
  "不无未非没勿莫禁忌否免停".unicodeScalars.contains(scalar)
}

/// Digits of any script, number words, and the marks that belong to numbers.
private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "零", "〇", "两", "半",
    "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "%", "％", "‰", "℃":
    true
  default: scalar.properties.numericType != nil
  }
}

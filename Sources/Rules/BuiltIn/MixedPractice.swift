import ChineseText
import Linting
import Reading

/// Rules about two ways of writing the same in one place.
enum MixedPractice {
  static let all: [any Rule] = [latinList]

  private static let latinList = FamilyRule(
    "punctuation/dunhao-latin",
    .suggestion,
    summary: Localized("并列的外文缩写之间有的用顿号、有的用逗号", "a list of Latin words parted by 、 and by commas"),
    why: Localized("同一句里并列的词用同一种标点分隔。", "The items of a list are parted by one mark."),
    basis: [Basis("gbt-15834", "4.5")],
    marks: ",，",
    cases: [
      .ok("一种标点", "CT、MRI、B超均可，HPV，HBV要分开查。"),
      .ok("外文语句", "Smith J, Wang L. 2020."),
      .flags("两种标点", "可做CT、MRI⟦,⟧PET检查。", fixed: "可做CT、MRI、PET检查。"),
    ]
  ) { mark, draft in
    guard isBetweenWords(mark, in: draft), hasSibling(mark, in: draft) else { return nil }
    let message = Localized("此处用了「\(mark.scalar)」，同一列举的别处用顿号", "the other items are parted by 、")
    return draft.fault(at: mark.range, message, writing: "、", .unsafe)
  }

  private static func isBetweenWords(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let text = draft.text
    guard mark.offset > 0, isLetterByte(text[mark.offset - 1]),
      let right = text.scalar(at: mark.range.upperBound)
    else { return false }
    return isLatin(right) && !draft.scan.isOpaque(at: mark.offset)
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }

  /// Whether a 顿号 parts the word before the mark, or the word behind it, from another Latin word.
  private static func hasSibling(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let near = max(0, mark.offset - 16)..<mark.range.upperBound + 16
    return draft.scan.marks(in: near).contains { other in
      other.scalar == "、" && isBetweenWords(other, in: draft)
        && draft.blockIndex(at: other.offset) == draft.blockIndex(at: mark.offset)
        && draft.scan.marks(
          in: min(mark.range.upperBound, other.range.upperBound)..<max(mark.offset, other.offset)
        ).isEmpty
    }
  }
}

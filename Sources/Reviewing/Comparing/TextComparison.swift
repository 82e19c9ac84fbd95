/// What has become of one block between two revisions.
package struct BlockChange: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case added
    case removed
    case changed
  }

  /// A stretch of a block's text.
  package struct Part: Hashable, Codable, Sendable {
    package enum Kind: String, Codable, Sendable {
      case equal
      case removed
      case added
    }

    package let kind: Kind
    package let text: String
  }

  package let kind: Kind
  /// From 0; of `changed` in both, else in the one where it stands.
  package let oldIndex: Int?
  package let newIndex: Int?
  /// In reading order, what is removed before what is added in its place.
  package let parts: [Part]
}

/// What has changed in the text, block by block; what is equal is left out.
package func textChanges(
  from old: CanonicalContent,
  to new: CanonicalContent
) -> [BlockChange] {
  let script = EditScript(from: old.blocks.count, to: new.blocks.count) {
    old.blocks[$0].hasSameBytes(as: new.blocks[$1])
  }
  return script.gaps.flatMap { gap in
    (0..<max(gap.old.count, gap.new.count)).map { index in
      let oldIndex = index < gap.old.count ? gap.old.lowerBound + index : nil
      let newIndex = index < gap.new.count ? gap.new.lowerBound + index : nil
      return BlockChange(
        kind: oldIndex == nil ? .added : newIndex == nil ? .removed : .changed,
        oldIndex: oldIndex,
        newIndex: newIndex,
        parts: parts(
          from: oldIndex.map { old.blocks[$0] } ?? "",
          to: newIndex.map { new.blocks[$0] } ?? ""
        )
      )
    }
  }
}

/// The stretches of a text that stay, go and come, code point by code point.
func parts(from old: String, to new: String) -> [BlockChange.Part] {
  let old = Array(old.unicodeScalars)
  let new = Array(new.unicodeScalars)
  let script = EditScript(from: old.count, to: new.count) { old[$0] == new[$1] }
  var parts: [BlockChange.Part] = []
  var place = 0
  func add(_ kind: BlockChange.Part.Kind, _ scalars: ArraySlice<Unicode.Scalar>) {
    guard !scalars.isEmpty else { return }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    parts.append(BlockChange.Part(kind: kind, text: text))
  }
  for gap in script.gaps {
    add(.equal, old[place..<gap.old.lowerBound])
    add(.removed, old[gap.old])
    add(.added, new[gap.new])
    place = gap.old.upperBound
  }
  add(.equal, old[place...])
  return parts
}

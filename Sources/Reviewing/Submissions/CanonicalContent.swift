/// What a reader gets, whatever the markup: what a page that a channel has rewritten is compared by.
///
/// Compared byte for byte: `String` takes é for e and an accent.
package struct CanonicalContent: Hashable, Codable, Sendable {
  package let title: String
  /// The text of every block in reading order but the title's, with runs of white space as one space and nothing
  /// else folded, for folding would hide that 0 has become O.
  ///
  /// What is hidden stands here too, behind `hiddenMark`, for hiding is a change.
  package let blocks: [String]
  /// Addresses in order, those of videos and frames among them.
  package let links: [String]
  package let images: [Image]
  /// What the draft says of itself (author, source, expiry …); no part of what a page is compared by.
  package let metadata: [String: String]

  /// Before what a reader does not see; no collapsed text has a line end.
  package static let hiddenMark = "hidden\n"

  package struct Image: Hashable, Codable, Sendable {
    package let address: String
    package let alternative: String

    package init(address: String, alternative: String) {
      self.address = address
      self.alternative = alternative
    }

    package static func == (left: Self, right: Self) -> Bool {
      left.address.hasSameBytes(as: right.address)
        && left.alternative.hasSameBytes(as: right.alternative)
    }
  }

  package init(
    title: String,
    blocks: [String],
    links: [String],
    images: [Image],
    metadata: [String: String] = [:]
  ) {
    self.title = title
    self.blocks = blocks
    self.links = links
    self.images = images
    self.metadata = metadata
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.title.hasSameBytes(as: right.title)
      && left.blocks.elementsEqual(right.blocks) { $0.hasSameBytes(as: $1) }
      && left.links.elementsEqual(right.links) { $0.hasSameBytes(as: $1) }
      && left.images == right.images
      && left.metadata.keys == right.metadata.keys
      && left.metadata.allSatisfy { right.metadata[$0]?.hasSameBytes(as: $1) == true }
  }
}

extension String {
  package func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

package import Reading

/// What is to be published: exactly these bytes, in this place, under these names.
package struct Manuscript: Hashable, Codable, Sendable {
  package var format: DraftFormat
  /// The draft as `hegui lint` would read it, its title and metadata included.
  package var text: String
  package var column: ID<Column>
  /// Where it will appear, such as `wechat` or `website`; sorted, each once.
  package var channels: [String]
  /// The files that go with it, in order.
  package var assets: [Asset]

  package init(
    format: DraftFormat,
    text: String,
    column: ID<Column>,
    channels: [String],
    assets: [Asset] = []
  ) {
    self.format = format
    self.text = text
    self.column = column
    self.channels = channels
    self.assets = assets
  }

  /// An image, cover or attachment, known by its bytes.
  package struct Asset: Hashable, Codable, Sendable {
    package enum Purpose: String, Codable, Sendable, CaseIterable {
      case cover
      case image
      case attachment
    }

    package var purpose: Purpose
    /// As the draft names it.
    package var name: String
    package var digest: Digest

    package init(purpose: Purpose, name: String, digest: Digest) {
      self.purpose = purpose
      self.name = name
      self.digest = digest
    }
  }

  /// What an approval names: everything above, byte for byte.
  package var contentDigest: Digest {
    Digest(
      of: [
        "assets": .array(assets.map(\.json)), "channels": JSON(channels),
        "column": .string(column.value), "format": .string(format.rawValue),
        "text": .string(Digest(of: text.utf8).description), "v": .int(1),
      ]
    )
  }
}

extension Manuscript.Asset {
  fileprivate var json: JSON {
    [
      "digest": .string(digest.description), "name": .string(name),
      "purpose": .string(purpose.rawValue),
    ]
  }
}

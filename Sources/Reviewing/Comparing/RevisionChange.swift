extension Revision.Change {
  /// How much a new revision changes; nil where it is the same byte for byte, form included.
  ///
  /// What changes the place, the channels, the files, the form or what the draft says of itself is content.
  package init?(from old: Revision, to new: RevisionDraft) {
    let isSameForm = old.form == new.form
    if isSameForm, old.contentDigest == new.manuscript.contentDigest { return nil }
    guard isSameForm, old.manuscript.column == new.manuscript.column,
      old.manuscript.channels == new.manuscript.channels,
      old.manuscript.assets == new.manuscript.assets
    else {
      self = .content
      return
    }
    self.init(between: old.canonical, and: new.canonical)
  }

  private init(between old: CanonicalContent, and new: CanonicalContent) {
    if old == new {
      self = .layout
    } else if old.withoutAlternatives == new.withoutAlternatives {
      self = .imageText
    } else {
      self = .content
    }
  }
}

extension CanonicalContent {
  fileprivate var withoutAlternatives: Self {
    Self(
      title: title,
      blocks: blocks,
      links: links,
      images: images.map { Image(address: $0.address, alternative: "") },
      metadata: metadata
    )
  }
}

/// What has become of a permit: where the revision stands, and whether it is what was approved.
package struct Publication: Hashable, Sendable, Identified {
  package static let idPrefix = "pub"

  package enum State: String, Codable, Sendable {
    case live
    /// The channel has refused it.
    case failed
    case retracted
  }

  package let id: ID<Publication>
  package let permit: ID<Permit>
  package let channel: String
  package let publisher: ID<User>
  package let at: Timestamp
  package let address: String
  /// The channel's own name for it.
  package let externalID: String
  package var state: State
  package var verifications: [Verification]
  package var retraction: Retraction?

  package init(
    id: ID<Publication>,
    permit: ID<Permit>,
    channel: String,
    publisher: ID<User>,
    at: Timestamp,
    address: String,
    externalID: String,
    state: State,
    verifications: [Verification] = [],
    retraction: Retraction? = nil
  ) {
    self.id = id
    self.permit = permit
    self.channel = channel
    self.publisher = publisher
    self.at = at
    self.address = address
    self.externalID = externalID
    self.state = state
    self.verifications = verifications
    self.retraction = retraction
  }
}

/// One comparison of a page with what was approved.
package struct Verification: Hashable, Codable, Sendable {
  package enum Outcome: String, Codable, Sendable {
    /// The same bytes.
    case exact
    /// The same title, text, links and images in other markup.
    case equal
    case differs
    case unreachable
  }

  package let at: Timestamp
  package let by: ID<User>
  package let outcome: Outcome
  package let contentDigest: Digest?
  /// What differs, in order; at most a hundred.
  package let differences: [ContentDifference]

  package init(
    at: Timestamp,
    by: ID<User>,
    outcome: Outcome,
    contentDigest: Digest?,
    differences: [ContentDifference]
  ) {
    self.at = at
    self.by = by
    self.outcome = outcome
    self.contentDigest = contentDigest
    self.differences = differences
  }
}

/// One place where two contents differ.
package struct ContentDifference: Hashable, Codable, Sendable {
  package enum Part: String, Codable, Sendable {
    case title
    case text
    case link
    case image
    case asset
    case place
  }

  package let part: Part
  /// From 0, in the approved one.
  package let index: Int
  /// Nil where there is nothing.
  package let approved: String?
  package let found: String?

  package init(part: Part, index: Int, approved: String?, found: String?) {
    self.part = part
    self.index = index
    self.approved = approved
    self.found = found
  }
}

/// The record of a deletion (及时删除并作记录: seed 2, 五(四)).
package struct Retraction: Hashable, Codable, Sendable {
  package let by: ID<User>
  package let at: Timestamp
  package let reason: String
  /// Who found it.
  package let foundBy: String
  /// To whom it was reported; empty for none.
  package let reportedTo: String
  /// Deleted first, reported after (compliance handbook, section 11.3, row 33).
  package let isEmergency: Bool

  package init(
    by: ID<User>,
    at: Timestamp,
    reason: String,
    foundBy: String,
    reportedTo: String,
    isEmergency: Bool
  ) {
    self.by = by
    self.at = at
    self.reason = reason
    self.foundBy = foundBy
    self.reportedTo = reportedTo
    self.isEmergency = isEmergency
  }
}

/// 《网络信息发布表》: what the submitter declares (seed 2, 四(三); compliance handbook, section 11.4).
///
/// Names of persons and the like are kept here, apart from the audit log, which holds the form's digest.
package struct ReleaseForm: Hashable, Codable, Sendable {
  /// Why this may be public at all (seed 2, 四(二)2).
  package enum PublicBasis: String, Codable, Sendable, CaseIterable {
    /// A document that has been made public formally; `basisNote` has its number.
    case officialDocument = "official_document"
    /// News of the institution's own work.
    case ownWork = "own_work"
    /// A superior body asked for the reprint; `basisNote` has its number.
    case orderedReprint = "ordered_reprint"
    case other
  }

  /// 公开属性.
  package enum Publicity: String, Codable, Sendable, CaseIterable {
    case open
    /// Goes to the secrecy reviewer.
    case unsure
  }

  package enum PersonalData: String, Codable, Sendable, CaseIterable {
    case none
    case masked
    /// `consents` has the numbers of the written consents.
    case identifiable
  }

  /// What makes a matter one for leadership (seed 1, 三2).
  package enum Concern: String, Codable, Sendable, CaseIterable {
    case majorMatter = "major_matter"
    case sensitiveMatter = "sensitive_matter"
    case publicAttention = "public_attention"
    case media
    case dispute
    case epidemic
    case personnel
    case dataRelease = "data_release"
    case other
  }

  /// By what right a picture or another file is used; what `AssetRights.basis` may be.
  package enum RightsBasis: String, CaseIterable {
    case own
    case licence
    case statutory
    case publicDomain = "public-domain"
    case creativeCommons = "creative-commons"
  }

  /// What may have been made by a machine; what `generatedParts` may hold.
  package enum GeneratedPart: String, CaseIterable {
    case text
    case image
    case video
  }

  /// What makes it urgent (compliance handbook, section 11.7).
  package struct Urgency: Hashable, Codable, Sendable {
    package var ground: String
    package var dutyLeader: ID<User>
    /// An urgent notice must say until when it holds.
    package var validUntil: Timestamp

    package init(ground: String, dutyLeader: ID<User>, validUntil: Timestamp) {
      self.ground = ground
      self.dutyLeader = dutyLeader
      self.validUntil = validUntil
    }
  }

  package var publicBasis: PublicBasis?
  package var basisNote = ""
  package var publicity: Publicity?
  package var personalData: PersonalData?
  package var consents: [String] = []
  package var showsMinors = false
  package var authors: [String] = []
  /// Who has checked what it says of medicine; needed for popular science (`kepu`).
  package var medicalReviewer = ""
  package var factCheckedBy = ""
  package var officePhone = ""
  package var rights: [AssetRights] = []
  /// Which parts a machine has made: `text`, `image`, `video`.
  package var generatedParts: [String] = []
  package var concerns: Set<Concern> = []
  package var urgency: Urgency?
  package var plannedAt: Timestamp?
  package var expiresAt: Timestamp?
  package var note = ""

  package init() {}

  package struct AssetRights: Hashable, Codable, Sendable {
    package var asset: String
    /// `own`, `licence`, `statutory`, `public-domain` or `creative-commons`.
    package var basis: String
    package var evidence: String

    package init(asset: String, basis: String, evidence: String) {
      self.asset = asset
      self.basis = basis
      self.evidence = evidence
    }
  }
}

import Reading
import Reviewing

/// The schemas of what is handed in.
enum FormSchemas {
  static let all: [String: JSON] = [
    "ReleaseForm": .members(form, optional: Set(form.keys)),
    "AssetRights": .members(
      [
        "asset": .text(1...300), "basis": .oneOf(ReleaseForm.RightsBasis.self),
        "evidence": .text(0...300),
      ],
      optional: ["basis", "evidence"]
    ),
    "Urgency": .members([
      "ground": .text(1...500), "duty_leader": .text(1...64), "valid_until": .moment,
    ]),
    "Asset": .members([
      "purpose": .oneOf(Manuscript.Asset.Purpose.self), "name": .text(1...300), "digest": .digest,
    ]),
    "DraftRequest": .members(
      revision.merging(["predecessor": .reference("Predecessor")]) { $1 },
      optional: optional.union(["predecessor"])
    ),
    "RevisionRequest": .members(revision, optional: optional),
    "Predecessor": .members([
      "id": .text(1...64), "relation": .oneOf(Submission.Predecessor.Relation.self),
    ]),
  ]

  private static let optional: Set = ["channels", "assets", "form", "note"]

  private static let revision: [String: JSON] = [
    "format": .oneOf(DraftFormat.texts), "content": .text(1...2_000_000), "column": .text(1...64),
    "channels": .list(of: .text(1...32), atMost: 8),
    "assets": .list(of: .reference("Asset"), atMost: 100), "form": .reference("ReleaseForm"),
    "note": .text(0...2000),
  ]

  private static let form: [String: JSON] = [
    "public_basis": .oneOf(ReleaseForm.PublicBasis.self).orNull, "basis_note": .text(0...500),
    "publicity": .oneOf(ReleaseForm.Publicity.self).orNull,
    "personal_data": .oneOf(ReleaseForm.PersonalData.self).orNull,
    "consents": .list(of: .text(1...200), atMost: 50), "shows_minors": .flag,
    "authors": .list(of: .text(1...100), atMost: 50), "medical_reviewer": .text(0...100),
    "fact_checked_by": .text(0...100), "office_phone": .text(0...40),
    "rights": .list(of: .reference("AssetRights"), atMost: 100),
    "generated_parts": .list(of: .oneOf(ReleaseForm.GeneratedPart.self), atMost: 32),
    "concerns": .list(of: .oneOf(ReleaseForm.Concern.self), atMost: 32),
    "urgency": JSON.reference("Urgency").orNull, "planned_at": .moment.orNull,
    "expires_at": .moment.orNull, "note": .text(0...2000),
  ]
}

import Linting
import Reviewing

extension ReleaseForm {
  /// The release form of a request; what is wrong with it is gathered in `fields`.
  static func read(_ name: String, from fields: inout JSONFields) -> ReleaseForm {
    guard let value = fields.value(name) else { return ReleaseForm() }
    do {
      return try ReleaseForm(reading: JSONFields(value, at: fields.pointer(name)))
    } catch {
      fields.add(error)
      return ReleaseForm()
    }
  }

  private init(reading form: JSONFields) throws(Problem) {
    self.init()
    var form = form
    publicBasis = form.choice("public_basis")
    basisNote = form.optionalText("basis_note", 0...500) ?? ""
    publicity = form.choice("publicity")
    personalData = form.choice("personal_data")
    consents = form.texts("consents", atMost: 50, 1...200)
    showsMinors = form.flag("shows_minors")
    authors = form.texts("authors", atMost: 50, 1...100)
    medicalReviewer = form.optionalText("medical_reviewer", 0...100) ?? ""
    factCheckedBy = form.optionalText("fact_checked_by", 0...100) ?? ""
    officePhone = form.optionalText("office_phone", 0...40) ?? ""
    generatedParts = form.choices("generated_parts", of: ReleaseForm.GeneratedPart.self).map(
      \.rawValue
    )
    .sorted()
    concerns = form.choices("concerns")
    plannedAt = form.moment("planned_at")
    expiresAt = form.moment("expires_at")
    note = form.optionalText("note", 0...2000) ?? ""
    rights = Self.rights(&form)
    urgency = Self.urgency(&form)
    try form.finish()
  }

  private static func rights(_ form: inout JSONFields) -> [AssetRights] {
    form.items("rights", atMost: 100).enumerated().compactMap { index, item in
      form.part("rights/\(index)", item) { fields in
        AssetRights(
          asset: fields.text("asset", 1...300),
          basis: (fields.choice("basis", of: ReleaseForm.RightsBasis.self) ?? .own).rawValue,
          evidence: fields.optionalText("evidence", 0...300) ?? ""
        )
      }
    }
  }

  private static func urgency(_ form: inout JSONFields) -> Urgency? {
    guard let value = form.value("urgency") else { return nil }
    return form.part("urgency", value) { fields in
      if !fields.has("valid_until") { fields.missing("valid_until") }
      return Urgency(
        ground: fields.text("ground", 1...500),
        dutyLeader: ID(fields.text("duty_leader", 1...64)),
        validUntil: fields.moment("valid_until") ?? Timestamp(milliseconds: 0)
      )
    }
  }

  var body: JSON {
    [
      "public_basis": JSON(publicBasis?.rawValue), "basis_note": .string(basisNote),
      "publicity": JSON(publicity?.rawValue), "personal_data": JSON(personalData?.rawValue),
      "consents": JSON(consents), "shows_minors": .bool(showsMinors), "authors": JSON(authors),
      "medical_reviewer": .string(medicalReviewer), "fact_checked_by": .string(factCheckedBy),
      "office_phone": .string(officePhone), "generated_parts": JSON(generatedParts),
      "concerns": JSON(concerns.map(\.rawValue).sorted()), "planned_at": JSON(plannedAt),
      "expires_at": JSON(expiresAt), "note": .string(note),
      "rights": .array(
        rights.map {
          [
            "asset": .string($0.asset), "basis": .string($0.basis),
            "evidence": .string($0.evidence),
          ]
        }
      ),
      "urgency": urgency.map {
        [
          "ground": .string($0.ground), "duty_leader": .string($0.dutyLeader.value),
          "valid_until": $0.validUntil.body,
        ]
      } ?? .null,
    ]
  }
}

extension JSONFields {
  /// A part that is an object, with its own fields; nil where it is not as it must be.
  mutating func part<Part>(
    _ name: String,
    _ value: JSON,
    _ read: (inout JSONFields) -> Part
  ) -> Part? {
    do {
      // The name may be a path already, as of an item of an array.
      var fields = try JSONFields(value, at: pointer("") + name)
      let part = read(&fields)
      try fields.finish()
      return part
    } catch {
      add(error)
      return nil
    }
  }
}

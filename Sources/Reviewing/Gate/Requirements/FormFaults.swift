import Linting

/// What is missing on the release form, by JSON pointer (compliance handbook, section 11.4).
extension Standing {
  var formFaults: [String: Localized] {
    guard let revision = submission.current else { return ["/content": .needed] }
    var faults = publicityFaults(revision.form)
    faults.merge(personFaults(revision.form)) { first, _ in first }
    faults.merge(scheduleFaults(revision.form)) { first, _ in first }
    faults.merge(contentFaults(revision)) { first, _ in first }
    return faults
  }

  private func publicityFaults(_ form: ReleaseForm) -> [String: Localized] {
    var faults: [String: Localized] = [:]
    if form.publicBasis == nil { faults["/form/public_basis"] = .needed }
    if let basis = form.publicBasis, basis != .ownWork, form.basisNote.isBlank {
      faults["/form/basis_note"] = Localized("填写文号或依据", "give the document's number or ground")
    }
    if form.publicity == nil { faults["/form/publicity"] = .needed }
    if form.factCheckedBy.isBlank { faults["/form/fact_checked_by"] = .needed }
    if form.concerns.contains(.other), form.note.isBlank {
      faults["/form/note"] = Localized("勾选「其他」时请说明", "say what \"other\" is")
    }
    if needsEntrusting, form.note.isBlank {
      faults["/form/note"] = Localized(
        "栏目不归本科室，请注明受托情况",
        "the column is another department's: say who entrusted you with it"
      )
    }
    return faults
  }

  private var needsEntrusting: Bool { column.map { $0.owner != submission.department } ?? false }

  private func personFaults(_ form: ReleaseForm) -> [String: Localized] {
    var faults: [String: Localized] = [:]
    if form.personalData == nil { faults["/form/personal_data"] = .needed }
    let needsConsent = form.personalData == .identifiable || form.showsMinors
    if needsConsent, form.consents.allSatisfy(\.isBlank) {
      faults["/form/consents"] = Localized("填写书面同意书编号", "give the numbers of the written consents")
    }
    guard draftClasses.contains("kepu") else { return faults }
    if form.authors.allSatisfy(\.isBlank) {
      faults["/form/authors"] = Localized("健康科普须署作者", "popular health science names its authors")
    }
    if form.medicalReviewer.isBlank {
      faults["/form/medical_reviewer"] = Localized(
        "健康科普须有医学审核人",
        "popular health science names its medical reviewer"
      )
    }
    return faults
  }

  private func scheduleFaults(_ form: ReleaseForm) -> [String: Localized] {
    var faults: [String: Localized] = [:]
    if let end = form.expiresAt, end <= max(now, form.plannedAt ?? now) {
      faults["/form/expires_at"] = Localized("有效期已过或早于发布时间", "ends before it begins")
    }
    guard let urgency = form.urgency else { return faults }
    if urgency.ground.isShort { faults["/form/urgency/ground"] = .atLeastFive }
    if !isDutyLeader(urgency.dutyLeader) {
      faults["/form/urgency/duty_leader"] = Localized("须是领导小组成员", "is no member of leadership")
    }
    if urgency.validUntil <= now {
      faults["/form/urgency/valid_until"] = Localized("紧急信息的有效期已过", "is over")
    }
    return faults
  }

  private func isDutyLeader(_ id: ID<User>) -> Bool {
    gate.users[id].map { !$0.isDisabled && $0.has(.leader) } ?? false
  }

  private func contentFaults(_ revision: Revision) -> [String: Localized] {
    var faults: [String: Localized] = [:]
    let content = revision.canonical
    if content.blocks.isEmpty, content.images.isEmpty { faults["/content"] = .needed }
    if revision.manuscript.channels.isEmpty { faults["/channels"] = .needed }
    for asset in revision.manuscript.assets where asset.purpose != .attachment {
      if !revision.form.hasRights(to: asset.name) {
        faults["/form/rights"] = Localized("每张图片都要写明权利依据", "every image needs its basis of rights")
      }
    }
    return faults
  }
}

extension ReleaseForm {
  fileprivate func hasRights(to asset: String) -> Bool {
    rights.contains {
      $0.asset.utf8.elementsEqual(asset.utf8) && RightsBasis(rawValue: $0.basis) != nil
        && ($0.basis != RightsBasis.licence.rawValue || !$0.evidence.isBlank)
    }
  }
}

extension Localized {
  static let needed = Localized("必填", "is needed")
  static let atLeastFive = Localized("至少 5 个字", "needs at least 5 characters")
}

extension String {
  /// Code points, but for white space at both ends.
  var trimmedCount: Int {
    let scalars = Array(unicodeScalars)
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let rest = scalars.drop(while: isSpace)
    return rest.count - rest.reversed().prefix(while: isSpace).count
  }
  var isBlank: Bool { trimmedCount == 0 }
  /// Too short to be a reason.
  var isShort: Bool { trimmedCount < 5 }
}

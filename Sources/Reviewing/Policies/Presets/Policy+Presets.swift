import Linting

/// Policies to begin with; an institution proposes its own from them.
extension Policy {
  package static let presets = [township, center]

  /// A township hospital's (卫生院, seed 1): the information officer reads first, the head of the department of
  /// information signs, leadership decides on what is major or sensitive.
  package static let township = Policy(
    name: "township",
    title: Localized("卫生院公众号审核制度", "township hospital"),
    stages: [.first, .second, .secrecyReview, .leadershipReview],
    urgentStages: ["first", "second"],
    correctionStages: ["second"],
    separation: .strict,
    smallUnitLimit: 4,
    waivers: .usual,
    approvalHours: 168,
    urgentApprovalHours: 24,
    permitMinutes: 120,
    correctionLimit: 20,
    classApprovalHours: ["kepu": 720],
    confirmationHours: 24,
    secrecy: .usual
  )

  /// A health centre's (卫生中心, seed 2): the department checks what it hands in, the department of publicity
  /// signs for good, the administrator of the site puts it up.
  package static let center = Policy(
    name: "center",
    title: Localized("卫生中心网站和政务新媒体审核制度", "health centre"),
    stages: [.department, .finalSign, .secrecyReview, .leadershipReview],
    urgentStages: ["department", "second"],
    correctionStages: ["second"],
    separation: .strict,
    smallUnitLimit: 4,
    waivers: .usual,
    approvalHours: 168,
    urgentApprovalHours: 24,
    permitMinutes: 120,
    correctionLimit: 20,
    classApprovalHours: ["kepu": 720],
    confirmationHours: 24,
    secrecy: .usual
  )
}

extension Policy.Waivers {
  /// The compliance handbook's (section 11.8).
  static let usual = Self(
    warning: [.informationOfficer, .secondReviewer, .leader],
    error: [.secondReviewer, .leader],
    groups: [
      "advert": [.secondReviewer], "copyright": [.secondReviewer], "dignity": [.secondReviewer],
      "health-claim": [.secondReviewer], "privacy": [.secondReviewer],
      "secrecy": [.secrecyReviewer], "sensitive": [.leader],
    ],
    evidence: [
      "advert", "citation", "copyright", "dignity", "health-claim", "image", "link", "metadata",
      "privacy", "secrecy", "timeliness",
    ],
    defaultDays: 90,
    maximumDays: 365,
    second: ["advert": [.informationOfficer, .leader], "health-claim": [.medicalReviewer]]
  )
}

extension Policy.Secrecy {
  /// What discloses by duty, buys, counts or tells of persons (compliance handbook, section 11.3, row 13).
  static let usual = Self(
    classes: ["procure", "publicity"],
    concerns: [.dataRelease, .personnel]
  )
}

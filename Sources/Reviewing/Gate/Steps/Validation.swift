import Linting

/// What is asked of a request's own words.
extension Hearing {
  func require(_ text: String, atLeast count: Int = 5, _ field: String) throws(Refusal) {
    guard text.trimmedCount < count else { return }
    let message = Localized("至少 \(count) 个字", "needs at least \(count) characters")
    throw .invalid([field: message])
  }

  func require(_ requirements: [Requirement]) throws(Refusal) {
    guard requirements.isEmpty else { throw .blocked(requirements) }
  }

  /// A vote names what the voter has seen.
  func requireCurrent(_ digest: Digest) throws(Refusal) {
    guard digest == submission.current?.contentDigest else { throw .otherContent }
  }
}

extension Refusal {
  static let otherContent = Refusal(
    .digestMismatch,
    Localized("内容与所审核的不一致", "the content is not the one that was reviewed")
  )

  static func invalid(_ fields: [String: Localized]) -> Self {
    Self(
      .validationFailed,
      Localized("填写有误", "some fields are wrong"),
      fields: fields
    )
  }

  static func blocked(_ requirements: [Requirement]) -> Self {
    Self(
      .gateBlocked,
      Localized(
        "还差 \(requirements.count) 项：" + requirements.map(\.explanation.zh).joined(separator: "、"),
        "\(requirements.count) left: " + requirements.map(\.explanation.en).joined(separator: "; ")
      ),
      requirements: requirements
    )
  }

  static func unknown(_ field: String) -> Self {
    Self(.notFound, Localized("没有「\(field)」", "there is no such \(field)"))
  }
}

extension Digest {
  /// Names a text in the record without keeping it there.
  static func named(_ text: String) -> JSON { .string(Digest(of: text.utf8).description) }
}

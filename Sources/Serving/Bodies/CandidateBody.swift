import Linting
import Reading
import Reviewing

/// What is about to be published or was found on a page, to be held against what was approved.
struct CandidateBody: Sendable {
  /// The whole content, or its digest.
  enum Content: Sendable {
    case text(String, DraftFormat)
    case digest(Digest)
  }

  let content: Content
  /// What the channel's editor keeps apart from the content; nil where the content has it.
  let title: String?

  /// Reads `content` with `format` and perhaps `title`, or `content_digest`.
  init(_ fields: inout JSONFields) {
    let format = fields.choice("format", among: DraftFormat.texts)
    title = fields.optionalText("title", 1...1000)
    let text = fields.optionalText("content", 1...2_000_000)
    let digest = fields.digest("content_digest")
    if let text {
      content = .text(text, format ?? .html)
    } else {
      if digest == nil, fields.faults.isEmpty { fields.missing("content_digest") }
      content = .digest(digest ?? Digest(of: []))
    }
  }

  /// The digest of the approved revision with this content in the place of its own.
  func digest(inPlaceOf revision: Revision) -> Digest {
    switch content {
    case .digest(let digest): return digest
    case .text(let text, _):
      var manuscript = revision.manuscript
      manuscript.text = text
      return manuscript.contentDigest
    }
  }

  /// How it compares with what was approved.
  func verification(against revision: Revision, by user: ID<User>, at now: Timestamp)
    -> Verification
  {
    let digest = digest(inPlaceOf: revision)
    guard digest != revision.contentDigest else {
      return Verification(
        at: now,
        by: user,
        outcome: .exact,
        contentDigest: digest,
        differences: []
      )
    }
    guard case .text(let text, let format) = content else {
      return Verification(
        at: now,
        by: user,
        outcome: .differs,
        contentDigest: digest,
        differences: []
      )
    }
    let found = canonical(text, format)
    let differing = differences(between: revision.canonical, and: found)
    return Verification(
      at: now,
      by: user,
      outcome: differing.isEmpty ? .equal : .differs,
      contentDigest: digest,
      differences: differing
    )
  }
}

extension CandidateBody {
  private func canonical(_ text: String, _ format: DraftFormat) -> CanonicalContent {
    guard let title, let body = rendered(Array(text.utf8), as: format) else {
      return CanonicalContent(reading: text, as: format)
    }
    let heading = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return CanonicalContent(reading: "<h1>\(heading)</h1>\n\(body)", as: .html)
  }
}

extension Submission {
  /// The revision that a permit lets out.
  func revision(of permit: ID<Permit>) throws(Problem) -> Revision {
    guard let permit = permits.first(where: { $0.id == permit }),
      let revision = revision(permit.revision)
    else { throw Problem(.notFound) }
    return revision
  }
}

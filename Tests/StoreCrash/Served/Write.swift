import Foundation

/// A write as it is sent, and sent again with the same key where no answer came.
struct Write: Sendable {
  let path: String
  let body: Data
  /// The version that it changes; nil where it names none.
  let tag: String?
  let key: String
}

/// A draft as the server shows it.
struct SeenDraft: Decodable, Sendable {
  struct Revision: Decodable, Sendable { let number: Int }
  struct Comment: Decodable, Sendable { let text: String }

  let id: String
  let version: Int
  let state: String
  let revision: Revision
  let comments: [Comment]

  /// What every draft comes to, version by version; after the last its author begins another.
  private static let course = [
    "editing 1 0", "editing 1 1", "editing 1 2", "editing 2 2", "editing 2 3", "editing 2 4",
    "withdrawn 2 4",
  ]

  var isFinished: Bool { version == Self.course.count }

  /// Whether all of the write that makes this version is there and nothing of the next.
  var isWhole: Bool {
    guard (1...Self.course.count).contains(version) else { return false }
    return Self.course[version - 1] == "\(state) \(revision.number) \(comments.count)"
  }

  /// What its author does next.
  func next(in column: String, key: String) throws -> Write {
    let tag = "\"v\(version)\""
    switch version {
    case 3: return try Self.text("改过的第\(version)版", column, "/\(id)/revisions", tag, key)
    case Self.course.count - 1:
      let members = ["action": "withdraw", "reason": "不再发布"]
      return try Self.write(members, "/\(id)/transitions", tag, key)
    default: return try Self.write(["text": "意见\(version)"], "/\(id)/comments", nil, key)
    }
  }

  static func first(titled title: String, in column: String, key: String) throws -> Write {
    try text(title, column, "", nil, key)
  }

  private static func text(
    _ title: String,
    _ column: String,
    _ place: String,
    _ tag: String?,
    _ key: String
  ) throws -> Write {
    let content = "# \(title)\n\n门诊部周六上午照常开诊。\n"
    let members: [String: Any] = [
      "content": content, "format": "markdown", "column": column, "channels": ["website"],
      "form": [String: Any](),
    ]
    return try write(members, place, tag, key)
  }

  private static func write(
    _ members: [String: Any],
    _ place: String,
    _ tag: String?,
    _ key: String
  ) throws -> Write {
    let body = try JSONSerialization.data(withJSONObject: members)
    return Write(path: "/v1/drafts" + place, body: body, tag: tag, key: key)
  }
}

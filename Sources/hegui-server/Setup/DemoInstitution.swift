import Foundation
import Linting
import Reading
import Reporting
import Reviewing
import Serving
import SourceText
import Storing

/// A township hospital to try things on: people with a token each, and drafts in several states of health.
struct DemoInstitution {
  /// By sign-in name.
  private(set) var tokens: [String: TokenText] = [:]
  /// A link that signs each person in once.
  private(set) var links: [(user: String, display: String, secret: Secret)] = []

  mutating func fill(_ home: GateHome, _ rules: ServerRules, now: Timestamp) async throws {
    let ids = IDSource()
    let institution = try Institution(preset: "township", ids: ids, now: now)
    let users = Self.people.map { name, display, department, roles in
      User(
        id: ids.next(at: now),
        name: name,
        displayName: display,
        department: institution.department(department).id,
        roles: roles,
        createdAt: now
      )
    }
    tokens = Dictionary(
      users.map { ($0.name, TokenText(kind: "demo")) },
      uniquingKeysWith: { first, _ in first }
    )
    let checker = LinterChecker(
      linter: rules.linter,
      book: rules.book,
      ruleset: rules.tool.ruleset
    )
    let drafts = try Self.drafts.map { column, text in
      try Self.draft(text, in: institution, column, checker, now)
    }
    links = users.map { ($0.name, $0.displayName, Secret()) }
    let texts = tokens
    let signIns = zip(users, links).map { user, link in
      SignInLink(hash: link.secret.hash, user: user.id, expiresAt: now.adding(minutes: 10))
    }
    try await home.store.write { writing in
      try institution.save(proposer: users[0], at: now, in: writing)
      for user in users.dropFirst() {
        try writing.save(user)
        try writing.append(GateHome.event("user.create", "user", user.id.value))
      }
      for user in users {
        guard let text = texts[user.name] else { continue }
        try writing.save(
          APIToken(
            id: ids.next(at: now),
            hash: text.hash,
            user: user.id,
            name: "demo",
            scopes: Set(Scope.allCases),
            createdAt: now,
            expiresAt: now.adding(hours: 24 * 7)
          )
        )
      }
      for link in signIns { try writing.save(link) }
      let author = Actor(atMachine: users[1])
      let desk = ReviewDesk(ids: ids, signer: nil)
      for draft in drafts { _ = try desk.begin(draft, by: author, at: now, in: writing) }
    }
    try keep(in: home.folder.path)
  }

  /// One line a person, for the owner of the folder alone.
  private func keep(in folder: String) throws {
    let lines = tokens.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)\n" }.joined()
    _ = FileManager.default.createFile(
      atPath: folder + "/demo-tokens",
      contents: Data(lines.utf8),
      attributes: [.posixPermissions: 0o600]
    )
  }

  private static func draft(
    _ text: String,
    in institution: Institution,
    _ column: String,
    _ checker: LinterChecker,
    _ now: Timestamp
  ) throws -> RevisionDraft {
    let id = institution.columns.first { $0.key == column }?.id ?? institution.columns[0].id
    let manuscript = Manuscript(format: .markdown, text: text, column: id, channels: ["wechat"])
    let source = try decodeSource(path: "draft.md", bytes: Array(text.utf8))
    return RevisionDraft(
      manuscript: manuscript,
      form: ReleaseForm(),
      canonical: CanonicalContent(of: try readDraft(source, as: .markdown)),
      check: checker.check(manuscript, at: now),
      note: ""
    )
  }

  private static let people: [(String, String, String, Set<Role>)] = [
    ("admin", "郑明", "information", [.administrator]),
    ("lin", "林小雨", "public-health", [.submitter]),
    ("chen", "陈静", "publicity", [.informationOfficer]),
    ("zhao", "赵强", "publicity", [.secondReviewer]),
    ("sun", "孙慧", "office", [.secrecyReviewer]),
    ("qian", "钱立", "leadership", [.leader]),
    ("wu", "吴凡", "information", [.publisher]),
    ("he", "何清", "office", [.auditor]),
  ]

  private static let drafts = [
    (
      "health-education",
      """
      ---
      title: 冬天怎样给孩子穿衣
      author: 林小雨
      source: 公共卫生科
      date: 2026-11-22
      ---

      孩子活动多，容易出汗。里面穿一件吸汗的棉衣，中间穿保暖的毛衣，外面穿挡风的外套，热了就脱一件。

      摸一摸后颈：温热、不出汗，就说明穿得合适。

      """
    ),
    (
      "news",
      """
      ---
      title: 我院引进全国最先进的设备
      author: 林小雨
      source: 宣传科
      date: 2026-11-22
      ---

      本院引进全国最先进的设备，治愈率100%,欢迎来院就诊。

      """
    ),
  ]
}

import Foundation
import Linting
import Reporting
import Reviewing
import Serving
import Storing

/// A township hospital to try things on: people with a token and a link each, and drafts at every step of the way.
struct DemoInstitution {
  /// By sign-in name.
  private(set) var tokens: [String: TokenText] = [:]
  /// A link that signs each person in once.
  private(set) var links: [(user: String, display: String, secret: Secret)] = []
  /// Where a story could not go on, for the rules have changed since it was written.
  private(set) var stopped: [String] = []

  mutating func fill(_ home: GateHome, _ rules: ServerRules, now: Timestamp) async throws {
    let ids = IDSource()
    let start = now.adding(hours: -24 * 8)
    let institution = try Institution(preset: "township", ids: ids, now: start)
    let users = Self.users(of: institution, ids, start)
    tokens = Dictionary(
      users.map { ($0.name, TokenText(kind: "demo")) },
      uniquingKeysWith: { first, _ in first }
    )
    links = users.map { ($0.name, $0.displayName, Secret()) }
    let texts = tokens
    let signIns = zip(users, links).map { user, link in
      SignInLink(hash: link.secret.hash, user: user.id, expiresAt: now.adding(minutes: 10))
    }
    let desk = ReviewDesk(ids: ids, signer: PermitSigner(key: try home.folder.signingKey()))
    let checker = LinterChecker(
      linter: rules.linter,
      book: rules.book,
      ruleset: rules.tool.ruleset
    )
    stopped = try await home.store.write { writing in
      try institution.save(proposer: users[0], at: start, in: writing)
      for user in users.dropFirst() {
        try writing.save(user)
        try writing.append(GateHome.event("user.create", "user", user.id.value, at: start))
      }
      for user in users {
        guard let text = texts[user.name] else { continue }
        try writing.save(Self.token(text, of: user, ids, now))
      }
      for link in signIns { try writing.save(link) }
      var play = DemoPlay(desk: desk, institution: institution, users: users, checker, now: now)
      try play.run(DemoStory.all(in: DemoTown(users: users, now: now)), in: writing)
      return play.stopped
    }
    try keep(in: home.folder.path)
  }

  private static func users(
    of institution: Institution,
    _ ids: IDSource,
    _ start: Timestamp
  ) -> [User] {
    people.map { name, display, department, roles in
      User(
        id: ids.next(at: start),
        name: name,
        displayName: display,
        department: institution.department(department).id,
        roles: roles,
        createdAt: start
      )
    }
  }

  private static func token(
    _ text: TokenText,
    of user: User,
    _ ids: IDSource,
    _ now: Timestamp
  ) -> APIToken {
    APIToken(
      id: ids.next(at: now),
      hash: text.hash,
      user: user.id,
      name: "demo",
      scopes: Set(Scope.allCases),
      createdAt: now,
      expiresAt: now.adding(hours: 24 * 7)
    )
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

  private static let people: [(String, String, String, Set<Role>)] = [
    ("admin", "郑明", "information", [.administrator]),
    ("lin", "林小雨", "public-health", [.submitter]),
    ("chen", "陈静", "publicity", [.informationOfficer]),
    ("zhao", "赵强", "publicity", [.secondReviewer]),
    ("sun", "孙慧", "office", [.secrecyReviewer]),
    ("qian", "钱立", "leadership", [.leader]),
    ("wu", "吴凡", "information", [.publisher]),
    ("he", "何清", "office", [.auditor]),
    ("zhou", "周敏", "medical", [.submitter]),
    ("ma", "马丽", "outpatient", [.submitter]),
    ("song", "宋佳", "finance", [.submitter]),
    ("li", "李建国", "medical", [.medicalReviewer]),
  ]
}

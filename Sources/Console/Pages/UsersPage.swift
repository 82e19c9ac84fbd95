package import Reviewing

/// Everybody with an account.
package struct UsersPage: Page {
  let users: [User]
  let departments: [Department]

  package init(users: [User], departments: [Department]) {
    self.users = users
    self.departments = departments
  }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(PeoplePhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let heads: [PeoplePhrase] = [.name, .signInName, .department, .roles, .state]
    let rows = sorted.map { user -> [SafeHTML] in
      [
        "<a href=\"/users/\(user.id.value)\">\(user.displayName)</a>", "<code>\(user.name)</code>",
        "\(departments.name(of: user.department))", "\(user.roleTitles(in: frame))",
        user.badge(in: frame),
      ]
    }
    return """
      <div class="strip"><p class="aside">\(words(PeoplePhrase.count, count: users.count))</p>\
      <a class="button primary" href="/users/new">\(words(PeoplePhrase.add))</a></div>
      \(frame.table(heads.map { words($0) }, rows))
      """
  }

  /// By department, those who are no longer there last.
  private var sorted: [User] {
    let places = Dictionary(
      departments.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    func place(_ user: User) -> (Int, Int, String) {
      (user.isDisabled ? 1 : 0, places[user.department] ?? .max, user.name)
    }
    return users.sorted { place($0) < place($1) }
  }
}

/// A new account.
package struct NewUserPage: Page {
  let departments: [Department]

  package init(departments: [Department]) { self.departments = departments }

  package var width: PageWidth { .narrow }
  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(PeoplePhrase.addTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let form = frame.form(.post, "/v1/users", next: "/users/{id}?done=saved", style: "card") {
      """
      \(frame.textField(words(PeoplePhrase.displayName), hint: words(PeoplePhrase.displayNameHint), name: "display_name", isRequired: true))\
      \(frame.textField(words(PeoplePhrase.signInName), hint: words(PeoplePhrase.signInNameHint), name: "name", isRequired: true))\
      \(frame.departmentChoice(departments, chosen: nil))\
      \(frame.roleBoxes(ticked: []))\
      <p class="actions"><button class="primary">\(words(PeoplePhrase.create))</button></p>
      """
    }
    return "<p>\(words(PeoplePhrase.addHint))</p>\(form)"
  }
}

extension Frame {
  func departmentChoice(
    _ departments: [Department],
    name: String = "department",
    chosen: ID<Department>?
  ) -> SafeHTML {
    let blank: [(value: String, label: String)] =
      chosen == nil ? [("", words(PeoplePhrase.departmentChoice))] : []
    return choice(
      words(PeoplePhrase.department),
      name: name,
      options: blank + departments.map { ($0.id.value, $0.name) },
      chosen: chosen?.value ?? "",
      isRequired: true
    )
  }

  func roleBoxes(ticked: Set<Role>) -> SafeHTML {
    explainedBoxes(
      words(PeoplePhrase.roles),
      hint: words(PeoplePhrase.rolesHint),
      name: "roles",
      Role.allCases.map {
        ExplainedChoice(value: $0.rawValue, title: $0.title, hint: $0.duty)
      },
      ticked: Set(ticked.map(\.rawValue))
    )
  }
}

extension [Department] {
  func name(of id: ID<Department>) -> String { first { $0.id == id }?.name ?? id.value }
}

extension User {
  func roleTitles(in frame: Frame) -> String {
    guard !roles.isEmpty else { return frame.words(PeoplePhrase.noRoles) }
    return Role.allCases.filter(roles.contains).map { frame.words($0.title) }
      .joined(separator: frame.words("、", ", "))
  }

  func badge(in frame: Frame) -> SafeHTML {
    let (phrase, style): (PeoplePhrase, SafeHTML) =
      isDisabled
      ? (.disabled, "badge")
      : password == nil ? (.noPassword, "badge wait") : (.active, "badge fine")
    return "<span class=\"\(style)\">\(frame.words(phrase))</span>"
  }
}

package import Reviewing

/// One account: what it may do, and how its person gets in.
package struct UserPage: Page {
  let user: User
  let departments: [Department]
  let tokens: [APIToken]

  package init(user: User, departments: [Department], tokens: [APIToken]) {
    self.user = user
    self.departments = departments
    self.tokens = tokens
  }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { user.displayName }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let keys: SafeHTML =
      tokens.isEmpty
      ? ""
      : frame.section(
        words(PeoplePhrase.tokensOfPerson),
        frame.tokenTable(tokens, next: "/users/\(user.id.value)?done=revoked")
      )
    return """
      <section>\(frame.pairs([
        (words(PeoplePhrase.signInName), "<code>\(user.name)</code>"),
        (words(PeoplePhrase.department), "\(departments.name(of: user.department))"),
        (words(PeoplePhrase.roles), "\(user.roleTitles(in: frame))"),
        (words(PeoplePhrase.state), user.badge(in: frame)),
        (words(PeoplePhrase.created), frame.time(user.createdAt)),
      ]))</section>
      \(user.isDisabled ? "" : link(in: frame))
      \(change(in: frame))
      \(keys)
      \(isOneself(frame) ? "" : stop(in: frame))
      """
  }

  private func isOneself(_ frame: Frame) -> Bool { frame.viewer?.user.id == user.id }

  private func link(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let path = "/users/\(user.id.value)"
    let form = frame.form(.post, "/v1\(path)/sign-in-links", next: path) {
      "<button class=\"\(user.password == nil ? "primary" : "")\">\(words(PeoplePhrase.makeLink))</button>"
    }
    return frame.section(
      words(PeoplePhrase.linkTitle),
      "<div class=\"card\"><p>\(words(PeoplePhrase.linkHint))</p>\(form)</div>"
    )
  }

  private func change(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let roles: SafeHTML =
      isOneself(frame)
      ? "<p class=\"aside\">\(words(PeoplePhrase.ownRights))</p>"
      : frame.roleBoxes(ticked: user.roles)
    let form = changing(next: "saved", style: "card", in: frame) {
      """
      \(frame.textField(words(PeoplePhrase.displayName), hint: words(PeoplePhrase.displayNameHint), name: "display_name", value: user.displayName, isRequired: true))\
      \(frame.departmentChoice(departments, chosen: user.department))\(roles)\
      <p class="actions"><button class="primary">\(words(PeoplePhrase.save))</button></p>
      """
    }
    return frame.section(words(PeoplePhrase.change), form)
  }

  private func stop(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let question = words(PeoplePhrase.disableConfirm, ["name": user.displayName])
    let form = changing(next: user.isDisabled ? "saved" : "removed", in: frame) {
      user.isDisabled
        ? """
        \(frame.hidden("disabled:flag", "false"))\
        <button>\(words(PeoplePhrase.enable))</button>
        """
        : """
        \(frame.hidden("disabled:flag", "true"))\
        <button class="danger" data-confirm="\(question)">\(words(PeoplePhrase.disable))</button>
        """
    }
    let hint = words(user.isDisabled ? PeoplePhrase.enableHint : .disableHint)
    return frame.section(
      words(user.isDisabled ? PeoplePhrase.enable : .stop),
      "<div class=\"card\"><p>\(hint)</p>\(form)</div>"
    )
  }

  private func changing(
    next notice: String,
    style: String = "",
    in frame: Frame,
    _ fields: () -> SafeHTML
  ) -> SafeHTML {
    let path = "/users/\(user.id.value)"
    return frame.form(
      .patch,
      "/v1\(path)",
      version: user.version,
      next: "\(path)?done=\(notice)",
      style: style,
      fields
    )
  }
}

/// A new sign-in link, which is shown here and never again.
package struct SignInLinkShownPage: Page {
  let user: User
  let address: String
  let expiresAt: Timestamp

  package init(user: User, address: String, expiresAt: Timestamp) {
    self.user = user
    self.address = address
    self.expiresAt = expiresAt
  }

  package var width: PageWidth { .narrow }
  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String {
    frame.words(PeoplePhrase.linkShownTitle, ["name": user.displayName])
  }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let back = words(PeoplePhrase.backToPerson, ["name": user.displayName])
    return frame.shownOnce(
      words(PeoplePhrase.linkShownOnce),
      frame.copied(words(PeoplePhrase.linkAddress), address, id: "f-link"),
      hint: words(PeoplePhrase.linkShownHint, ["time": words.time(expiresAt)]),
      back: (address: "/users/\(user.id.value)", text: back)
    )
  }
}

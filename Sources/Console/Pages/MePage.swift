package import Reviewing

/// The viewer's own account.
package struct MePage: Page {
  let user: User
  let department: String

  package init(user: User, department: String) {
    self.user = user
    self.department = department
  }

  package var width: PageWidth { .narrow }
  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(PeoplePhrase.me) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return """
      <section>\(frame.pairs([
        (words(PeoplePhrase.name), "\(user.displayName)"),
        (words(PeoplePhrase.signInName), "<code>\(user.name)</code>"),
        (words(PeoplePhrase.department), "\(department)"),
      ]))</section>
      \(frame.section(words(PeoplePhrase.roles), roles(in: frame)))
      \(frame.section(words(PeoplePhrase.changePassword), password(in: frame)))
      \(frame.section(words(PeoplePhrase.programs), tokens(in: frame)))
      """
  }

  private func roles(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard !user.roles.isEmpty else { return frame.empty(words(PeoplePhrase.noRolesOfMine)) }
    let lines = Role.allCases.filter(user.roles.contains).map {
      "<dt>\(words($0.title))</dt><dd>\(words($0.duty))</dd>" as SafeHTML
    }
    return "<dl class=\"pairs card\">\(lines)</dl>"
  }

  private func password(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return frame.form(.put, "/v1/me/password", next: "/me?done=password", style: "card") {
      let current: SafeHTML =
        user.password == nil
        ? ""
        : frame.field(words(PeoplePhrase.currentPassword), name: "current", isRequired: true) {
          "<input type=\"password\" \($0) autocomplete=\"current-password\">"
        }
      let chosen = frame.field(
        words(SignInPhrase.newPassword),
        hint: words(SignInPhrase.passwordHint),
        name: "password",
        isRequired: true
      ) {
        "<input type=\"password\" \($0) autocomplete=\"new-password\" minlength=\"10\">"
      }
      return """
        \(current)\(chosen)\
        <p class="actions"><button class="primary">\(words(PeoplePhrase.changePassword))</button></p>
        """
    }
  }

  private func tokens(in frame: Frame) -> SafeHTML {
    """
    <p>\(frame.words(PeoplePhrase.toTokens))</p>\
    <p><a class="button" href="/tokens">\(frame.words(PeoplePhrase.manageTokens))</a></p>
    """
  }
}

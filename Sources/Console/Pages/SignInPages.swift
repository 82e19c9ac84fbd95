/// Signing in by name and password.
package struct SignInPage: Page {
  /// Where one wanted to go.
  let next: String

  package init(next: String) { self.next = next }

  package var width: PageWidth { .narrow }

  package func title(in frame: Frame) -> String { frame.words(SignInPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let form = frame.form(.post, "/v1/session", next: next, style: "card") {
      """
      \(frame.credential(.name, name: "name", type: "text", autocomplete: "username"))\
      \(frame.credential(.password, name: "password", type: "password", autocomplete: "current-password"))\
      <p><button class="primary">\(words(SignInPhrase.submit))</button></p>
      """
    }
    let check: SafeHTML =
      frame.mayCheck
      ? "<p class=\"aside\"><a href=\"/check\">\(words(SignInPhrase.checkOnly))</a></p>" : ""
    return "\(form)<p class=\"aside\">\(words(SignInPhrase.forgotten))</p>\(check)"
  }
}

/// Signing in by a link that works once, with a password for later.
package struct SignInLinkPage: Page {
  let link: String

  package init(link: String) { self.link = link }

  package var width: PageWidth { .narrow }

  package func title(in frame: Frame) -> String { frame.words(SignInPhrase.linkTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let form = frame.form(.post, "/v1/session", next: "/queue", style: "card") {
      """
      \(frame.hidden("link", link))\
      \(frame.credential(.newPassword, hint: words(SignInPhrase.passwordHint), name: "password", type: "password", autocomplete: "new-password"))\
      <p><button class="primary">\(words(SignInPhrase.begin))</button></p>
      """
    }
    return "<p>\(words(SignInPhrase.linkHint))</p>\(form)"
  }
}

extension Frame {
  fileprivate func credential(
    _ label: SignInPhrase,
    hint: String = "",
    name: String,
    type: String,
    autocomplete: String
  ) -> SafeHTML {
    field(words(label), hint: hint, name: name, isRequired: true) {
      "<input type=\"\(type)\" \($0) autocomplete=\"\(autocomplete)\">"
    }
  }
}

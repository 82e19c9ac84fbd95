package import Reviewing

/// The viewer's keys for programs.
package struct TokensPage: Page {
  let tokens: [APIToken]

  package init(tokens: [APIToken]) { self.tokens = tokens }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(TokenPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let list =
      tokens.isEmpty
      ? frame.empty(words(TokenPhrase.empty))
      : frame.tokenTable(tokens, next: "/tokens?done=revoked")
    return """
      <p>\(words(TokenPhrase.hint))</p>
      \(frame.section(words(TokenPhrase.mine), list))
      \(frame.section(words(TokenPhrase.make), make(in: frame)))
      """
  }

  private func make(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let days = [30, 90, 180, 365].map {
      (value: String($0), label: words(TokenPhrase.dayCount, count: $0))
    }
    let scopes = frame.explainedBoxes(
      words(TokenPhrase.scopes),
      hint: words(TokenPhrase.scopesHint),
      name: "scopes",
      Scope.allCases.map {
        ExplainedChoice(value: $0.rawValue, title: $0.title, hint: $0.duty)
      }
    )
    return frame.form(.post, "/v1/tokens", next: "/tokens", style: "card short") {
      """
      \(frame.textField(words(TokenPhrase.name), hint: words(TokenPhrase.nameHint), name: "name", isRequired: true))\
      \(scopes)\
      \(frame.choice(words(TokenPhrase.days), name: "days:number", options: days, chosen: "90", isRequired: true))\
      <p class="actions"><button class="primary">\(words(TokenPhrase.create))</button></p>
      """
    }
  }
}

extension Frame {
  /// Tokens that may be revoked, the newest first.
  func tokenTable(_ tokens: [APIToken], next: String) -> SafeHTML {
    let heads: [TokenPhrase] = [.name, .scopes, .expires, .lastUsed, .state]
    let sorted = tokens.sorted { $0.createdAt > $1.createdAt }
    return table(
      heads.map { words($0) },
      sorted.map { token in
        let scopes = Scope.allCases.filter(token.scopes.contains)
          .map { "<span class=\"badge\">\(words($0.title))</span> " as SafeHTML }
        let used = token.lastUsedAt.map { time($0) } ?? "\(words(TokenPhrase.neverUsed))"
        return [
          "\(token.name)", "\(scopes)", time(token.expiresAt), used, state(of: token, next: next),
        ]
      }
    )
  }

  private func state(of token: APIToken, next: String) -> SafeHTML {
    if token.revokedAt != nil {
      return "<span class=\"badge\">\(words(TokenPhrase.revoked))</span>"
    }
    if token.expiresAt <= now {
      return "<span class=\"badge\">\(words(TokenPhrase.expired))</span>"
    }
    let question = words(TokenPhrase.revokeConfirm, ["name": token.name])
    let form = form(.delete, "/v1/tokens/\(token.id.value)", next: next, style: "inline") {
      "<button class=\"plain\" data-confirm=\"\(question)\">\(words(TokenPhrase.revoke))</button>"
    }
    return "<span class=\"badge fine\">\(words(TokenPhrase.live))</span> \(form)"
  }
}

/// A new token, which is shown here and never again.
package struct TokenShownPage: Page {
  let name: String
  let secret: String
  let expiresAt: Timestamp

  package init(name: String, secret: String, expiresAt: Timestamp) {
    self.name = name
    self.secret = secret
    self.expiresAt = expiresAt
  }

  package var width: PageWidth { .narrow }
  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String {
    frame.words(TokenPhrase.shownTitle, ["name": name])
  }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return frame.shownOnce(
      words(TokenPhrase.shownOnce),
      frame.copied(words(TokenPhrase.secret), secret, id: "f-secret"),
      hint: words(TokenPhrase.shownHint, ["time": words.time(expiresAt)]),
      back: (address: "/tokens", text: words(TokenPhrase.back))
    )
  }
}

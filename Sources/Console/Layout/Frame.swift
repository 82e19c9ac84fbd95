import Reporting
package import Reviewing

/// What stands around every page: who looks, in which language, where, when.
package struct Frame: Sendable {
  package let words: Words
  /// Nil before anybody has signed in.
  package let viewer: Viewer?
  package let assets: Assets
  /// Of this page, with its query, for the switch of languages.
  package let address: String
  package let now: Timestamp
  /// What has just been done, to be told once.
  package let notice: NoticePhrase?
  /// Whether drafts may be checked here by whoever looks.
  package let mayCheck: Bool
  /// A new key for each form, so that sending one twice does it once.
  package let formKey: @Sendable () -> String
  /// Stands before the ids of fields, so that two forms of a page may have fields of the same name.
  private(set) var scope = ""

  package init(
    words: Words,
    viewer: Viewer?,
    assets: Assets,
    address: String,
    now: Timestamp,
    notice: NoticePhrase?,
    mayCheck: Bool = true,
    formKey: @escaping @Sendable () -> String
  ) {
    self.words = words
    self.viewer = viewer
    self.assets = assets
    self.address = address
    self.now = now
    self.notice = notice
    self.mayCheck = mayCheck
    self.formKey = formKey
  }

  /// For the fields of one form among several.
  package func scoped(_ scope: String) -> Frame {
    var frame = self
    frame.scope = scope + "-"
    return frame
  }

  package func html(_ page: some Page) -> SafeHTML {
    let title = page.title(in: self)
    return """
      <!doctype html>
      <html lang="\(words.tag)" data-offline="\(words(CommonPhrase.offline))"\(signedIn)><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width, initial-scale=1">\
      <title>\(title) – \(words(CommonPhrase.product))</title>\
      <link rel="icon" type="image/svg+xml" href="\(assets.address(of: "icon.svg"))">\
      \(links(to: Self.files + page.extras))</head>
      <body><a class="skip" href="#main">\(words(CommonPhrase.skip))</a>
      \(header)
      <main id="main" class="\(page.width.rawValue)" tabindex="-1">\
      <h1>\(title)</h1>\(told)
      \(page.body(in: self))
      </main></body></html>

      """
  }

  /// What every page needs.
  private static let files = ["console.css", "head.css", "parts.css", "forms.css", "console.js"]

  /// For scripts: whose page it is, and what the way to sign in again is called.
  private var signedIn: SafeHTML {
    viewer.map {
      " data-viewer=\"\($0.user.id.value)\" data-sign-in=\"\(words(CommonPhrase.signIn))\""
    } ?? ""
  }

  private func links(to names: [String]) -> [SafeHTML] {
    names.map { name in
      let address = assets.address(of: name)
      return name.hasSuffix(".css")
        ? "<link rel=\"stylesheet\" href=\"\(address)\">"
        : "<script type=\"module\" src=\"\(address)\"></script>"
    }
  }

  private var told: SafeHTML {
    guard let notice else { return "" }
    return "<p class=\"notice\" role=\"status\">\(words(notice))</p>"
  }
}

// MARK: - The head

extension Frame {
  private var header: SafeHTML {
    """
    <header class="top"><a class="brand" href="/">\(words(CommonPhrase.product))</a>\
    \(navigation)<div class="me">\(languageSwitch)\(account)</div></header>
    """
  }

  private var navigation: SafeHTML {
    let places = Place.allCases.filter { $0.isOpen(to: viewer) && ($0 != .check || mayCheck) }
    let links = places.map { place -> SafeHTML in
      let current: SafeHTML = place.holds(address) ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(place.rawValue)\"\(current)>\(words(place.phrase))</a></li>"
    }
    return "<nav aria-label=\"\(words(CommonPhrase.navigation))\"><ul>\(links)</ul></nav>"
  }

  private var languageSwitch: SafeHTML {
    let other = words.language == .zh ? "en" : "zh"
    let tag = words.language == .zh ? "en" : "zh-CN"
    return """
      <a lang="\(tag)" hreflang="\(tag)" href="/language/\(other)?next=\(percentEncoded(address))">\
      \(words(CommonPhrase.otherLanguage))</a>
      """
  }

  private var account: SafeHTML {
    guard let viewer else {
      return "<a href=\"/sign-in\">\(words(CommonPhrase.signIn))</a>"
    }
    let form = form(.delete, "/v1/session", next: "/sign-in?done=signed_out") {
      "<button class=\"plain\">\(words(CommonPhrase.signOut))</button>"
    }
    return "<a href=\"/me\">\(viewer.user.displayName)</a>\(form)"
  }
}

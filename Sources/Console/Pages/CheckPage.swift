import Reviewing

/// Where anybody pastes a draft and sees what is wrong with it; the work is done by `web/check.js`.
package struct CheckPage: Page {
  /// Whether whoever looks may check here.
  let isOpen: Bool

  package init(isOpen: Bool = true) { self.isOpen = isOpen }

  package var extras: [String] {
    isOpen ? Self.styles + ["check.js"] : []
  }
  private static let styles = [
    "check.css", "check-text.css", "check-results.css", "check-finding.css", "check-narrow.css",
  ]
  package var width: PageWidth { .full }

  package func title(in frame: Frame) -> String { frame.words(CheckPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    guard isOpen else { return closed(in: frame) }
    let csrf = frame.viewer?.csrfToken ?? ""
    let parts = CheckPageParts(
      words: frame.words,
      isWriter: frame.viewer?.has(anyOf: Role.writers) ?? false
    )
    return """
      <div id="check" class="check" data-mode="rich" data-empty data-checks="/v1/checks" \
      data-rules="/v1/rules/" data-csrf="\(csrf)">
      \(CheckPageParts.icons)
      \(parts.introduction)
      <div class="columns">
      \(parts.sheet)
      \(parts.results)
      </div>
      \(parts.notices)
      \(parts.templates)
      </div>
      """
  }

  /// Said before anybody has pasted a draft.
  private func closed(in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard frame.viewer == nil else { return frame.empty(words(CheckPhrase.closedToRole)) }
    return frame.empty(
      words(CheckPhrase.closed),
      "<p><a class=\"button primary\" href=\"/sign-in?next=/check\">\(words(CheckPhrase.signIn))</a></p>"
    )
  }
}

/// The parts of the self-check page.
struct CheckPageParts {
  let words: Words
  /// Whether the viewer may hand in what has been checked.
  let isWriter: Bool

  func callAsFunction(_ phrase: CheckPhrase) -> SafeHTML { "\(words(phrase))" }

  static let icons: SafeHTML = """
    <svg class="symbols" aria-hidden="true">
    <symbol id="icon-error" viewBox="0 0 16 16"><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/>\
    <path class="cut" d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></symbol>
    <symbol id="icon-warning" viewBox="0 0 16 16"><path d="M8 1.2l7.2 13H.8z"/>\
    <path class="cut" d="M8 6v4M8 11.6v1.2"/></symbol>
    <symbol id="icon-suggestion" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/>\
    <path class="cut" d="M8 7.2v4.3M8 4.2v1.3"/></symbol>
    <symbol id="icon-lock" viewBox="0 0 16 16">\
    <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h1v7.5h-9V7zm1.5 0h4V5a2 2 0 0 0-4 0z"/></symbol>
    </svg>
    """

  func icon(_ name: String) -> SafeHTML {
    "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-\(name)\"/></svg>"
  }

  var introduction: SafeHTML {
    """
    <div class="intro"><p class="lead">\(self(.lead))</p>
    <p class="privacy">\(icon("lock"))\(self(.privacy))</p></div>
    """
  }

  var notices: SafeHTML {
    """
    <p id="check-teller" class="unseen" aria-live="polite"></p>
    <button type="button" class="jump" id="check-jump"></button>
    <div id="check-toast" class="toast" role="status"><p></p>\
    <button type="button" data-act="undo" hidden>\(self(.undo))</button></div>
    """
  }
}

// MARK: - The draft

extension CheckPageParts {
  var sheet: SafeHTML {
    """
    <section class="sheet" aria-label="\(self(.draft))">
    \(tools)
    \(headline)
    \(rich)
    \(markdown)
    <p class="drop">\(self(.drop))</p>
    </section>
    """
  }

  private var tools: SafeHTML {
    """
    <div class="tools">
    \(choice(.mode, name: "mode", [("rich", .modeRich), ("markdown", .modeMarkdown)]))
    \(choice(.profile, name: "profile", [("wechat", .profileWechat), ("website", .profileWebsite)]))
    <div class="tool-buttons"><button type="button" id="check-open">\(self(.open))</button>\
    <button type="button" id="check-clear">\(self(.clear))</button>\
    <input type="file" id="check-file" accept=".md,.markdown,.html,.htm,.txt" \
    aria-label="\(self(.open))" hidden></div>
    </div>
    """
  }

  /// The first is chosen.
  private func choice(
    _ legend: CheckPhrase,
    name: String,
    _ options: [(value: String, label: CheckPhrase)]
  ) -> SafeHTML {
    let items = options.enumerated().map { index, option -> SafeHTML in
      """
      <label><input type="radio" name="\(name)" value="\(option.value)"\("checked", if: index == 0)>\
      <span>\(self(option.label))</span></label>
      """
    }
    return "<fieldset class=\"choice\"><legend>\(self(legend))</legend>\(items)</fieldset>"
  }

  private var headline: SafeHTML {
    """
    <div class="headline" data-of-mode="rich">
    <div class="headline-label"><label for="check-title">\(self(.headline))</label>\
    <button type="button" class="quiet" id="check-copy-title" hidden>\(self(.headlineCopy))</button></div>
    <div class="area"><div class="mirror" aria-hidden="true"></div>\
    <textarea id="check-title" rows="1" autocomplete="off" spellcheck="false" \
    placeholder="\(self(.headlinePlaceholder))" aria-describedby="check-title-hint"></textarea></div>
    <p id="check-title-hint" class="area-hint" hidden></p></div>
    """
  }

  private var rich: SafeHTML {
    """
    <div class="text" data-of-mode="rich">
    <div id="check-rich" class="rich" contenteditable="true" role="textbox" aria-multiline="true" \
    aria-label="\(self(.body))" spellcheck="false"></div>
    <div class="start"><p class="start-title">\(self(.emptyTitle))</p>\
    <p>\(self(.emptyPaste))</p><p>\(self(.emptyDrop))</p>
    \(offer)</div>
    </div>
    """
  }

  private var markdown: SafeHTML {
    """
    <div class="text" data-of-mode="markdown" hidden>
    <label class="area-hint" for="check-markdown">\(self(.body)) · \(self(.markdownHint))</label>
    <div class="area"><div class="mirror" aria-hidden="true"></div>\
    <textarea id="check-markdown" rows="12" autocomplete="off" spellcheck="false" \
    placeholder="\(self(.markdownPlaceholder))"></textarea></div>
    \(offer)
    </div>
    """
  }

  private var offer: SafeHTML {
    """
    <p class="start-sample"><span>\(self(.emptySample))</span> \
    <button type="button" data-act="sample">\(self(.sample))</button></p>
    """
  }
}

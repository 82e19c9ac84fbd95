/// What was found, and what the script makes its lists of.
extension CheckPageParts {
  var results: SafeHTML {
    """
    <section class="results" data-state="empty" aria-labelledby="check-results">
    <div class="results-head">
    <div class="results-title"><h2 id="check-results">\(self(.results))</h2>\
    <span class="busy">\(self(.busy))</span></div>
    <p id="check-summary" class="summary" role="status" tabindex="-1"></p>
    \(counts)
    <p id="check-advice" class="advice"></p>
    \(failure)
    <div class="check-actions"><button type="button" class="primary" id="check-fix-all" hidden></button>\
    <button type="button" id="check-copy" disabled>\(self(.copy))</button>\
    <button type="button" id="check-hand-in"\("hidden", if: !isWriter)>\(self(.handIn))</button></div>
    \(steps)
    </div>
    <div class="results-body" data-scroller>
    <div class="results-empty"><p>\(self(.resultsEmpty))</p>\(legend)</div>
    <div id="check-list"></div>
    </div>
    </section>
    """
  }

  private var counts: SafeHTML {
    let kinds: [(String, CheckPhrase)] = [
      ("error", .countError), ("warning", .countWarning), ("suggestion", .countSuggestion),
    ]
    let items = kinds.map { kind, label -> SafeHTML in
      "<li class=\"\(kind) is-none\">\(icon(kind))<b>0</b> <span>\(self(label))</span></li>"
    }
    return "<ul id=\"check-counts\" class=\"counts\">\(items)</ul>"
  }

  private var legend: SafeHTML {
    let kinds: [(String, CheckPhrase)] = [
      ("error", .legendError), ("warning", .legendWarning), ("suggestion", .legendSuggestion),
    ]
    let items = kinds.map { kind, label -> SafeHTML in
      "<li class=\"\(kind)\">\(icon(kind))\(self(label))</li>"
    }
    return "<ul class=\"legend\">\(items)</ul>"
  }

  private var failure: SafeHTML {
    """
    <div id="check-failure" class="failure" role="alert" hidden><p></p><div>\
    <button type="button" data-act="retry">\(self(.retry))</button>\
    <a href="/sign-in?next=/check" target="_blank">\(self(.signIn))</a></div></div>
    """
  }

  private var steps: SafeHTML {
    """
    <div class="steps" id="check-steps" role="group" aria-label="\(self(.steps))" hidden>\
    <button type="button" id="check-previous" aria-keyshortcuts="Alt+ArrowUp">\(self(.previous))</button>\
    <button type="button" id="check-next" aria-keyshortcuts="Alt+ArrowDown">\(self(.next))</button>
    <label class="keys"><input type="checkbox" id="check-keys" checked><span>\(self(.keys))</span></label></div>
    """
  }
}

// MARK: - What the script copies

extension CheckPageParts {
  var templates: SafeHTML {
    """
    \(group)
    \(finding)
    <template id="check-words">\(spoken)</template>
    <template id="check-sample">\(CheckSample.rich)</template>
    <template id="check-sample-markdown">\(CheckSample.markdown)</template>
    """
  }

  private var group: SafeHTML {
    """
    <template id="check-group"><section class="group"><h3>\
    <svg class="icon" aria-hidden="true"><use href=""/></svg>\
    <span class="group-name"></span> <span class="group-count"></span></h3><ol></ol></section></template>
    """
  }

  private var finding: SafeHTML {
    """
    <template id="check-finding"><li class="finding">
    <button type="button" class="finding-open" data-part="open" aria-expanded="false">\
    <span class="finding-message"></span></button>
    <p class="finding-quote"></p><p class="finding-escalation"></p>
    <div class="finding-more" hidden><dl><dt>\(self(.basis))</dt><dd><ul class="finding-basis"></ul></dd>\
    <dt>\(self(.why))</dt><dd class="finding-why"></dd>\
    <dt>\(self(.rule))</dt><dd><code class="finding-rule"></code></dd></dl></div>
    <div class="finding-actions"><button type="button" data-part="fix"></button>\
    <button type="button" data-part="same"></button>\
    <span class="finding-note">\(self(.meaningNote))</span></div>
    <div class="finding-sheet"><button type="button" data-part="previous">\(self(.previous))</button>\
    <button type="button" data-part="next">\(self(.next))</button>\
    <button type="button" class="quiet" data-part="close">\(self(.close))</button></div></li></template>
    """
  }

  /// What the script says, by the names that it knows.
  private var spoken: [SafeHTML] {
    let texts =
      CheckWord.allCases.map { ($0.rawValue, words($0)) }
      + CheckNotice.allCases.map { ($0.rawValue, words($0)) }
    return texts.map { "<span data-word=\"\($0)\">\($1)</span>" }
  }
}

package import Linting
import Reviewing

/// Boxes of which each says in a line what it means.
package struct ExplainedChoice: Sendable {
  let value: String
  let title: Localized
  let hint: Localized

  package init(value: String, title: Localized, hint: Localized) {
    self.value = value
    self.title = title
    self.hint = hint
  }
}

extension Frame {
  /// Boxes one below the other; none ticked is sent as an empty list.
  package func explainedBoxes(
    _ legend: String,
    hint: String,
    name: String,
    _ choices: [ExplainedChoice],
    ticked: Set<String> = []
  ) -> SafeHTML {
    let items = choices.map { choice -> SafeHTML in
      """
      <label><input type="checkbox" name="\(name)[]" value="\(choice.value)"\
      \("checked", if: ticked.contains(choice.value))> <span>\(words(choice.title))\
      <small>\(words(choice.hint))</small></span></label>
      """
    }
    return """
      <fieldset class="choices"><legend>\(legend)</legend><p class="hint">\(hint)</p>\
      \(hidden("\(name):none", "1"))\(items)</fieldset>
      """
  }

  /// One box that says yes; unticked it says no.
  package func tick(_ label: String, name: String, isTicked: Bool) -> SafeHTML {
    """
    <div class="field boxes">\(hidden("\(name):flag", "false"))\
    <label><input type="checkbox" name="\(name):flag" value="true"\("checked", if: isTicked)> \
    \(label)</label></div>
    """
  }

  /// A secret that is shown here and never again.
  func shownOnce(
    _ warning: String,
    _ secret: SafeHTML,
    hint: String,
    back: (address: String, text: String)
  ) -> SafeHTML {
    """
    <div class="card"><p class="once" role="status">\(warning)</p>\(secret)\
    <p class="aside">\(hint)</p></div>
    <p><a href="\(back.address)">\(back.text)</a></p>
    """
  }

  /// Something to be copied, that is shown once.
  package func copied(_ label: String, _ text: String, id: String) -> SafeHTML {
    """
    <div class="field"><label for="\(id)">\(label)</label>\
    <p class="copy"><input type="text" readonly id="\(id)" value="\(text)" autocomplete="off" spellcheck="false">\
    <button type="button" data-copy="#\(id)" data-copied="\(words(PeoplePhrase.copied))">\
    \(words(PeoplePhrase.copy))</button></p></div>
    """
  }

  package func pairs(_ pairs: [(label: String, value: SafeHTML)]) -> SafeHTML {
    let lines = pairs.map { "<dt>\($0.label)</dt><dd>\($0.value)</dd>" as SafeHTML }
    return "<dl class=\"pairs\">\(lines)</dl>"
  }
}

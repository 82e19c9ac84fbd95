package import Linting

/// Why something was not done, and what to do about it.
package struct FailurePage: Page {
  let heading: Localized
  let detail: Localized
  /// What is wrong with single fields, by their names; an empty one is of the whole.
  let faults: [(field: String, detail: Localized)]
  let requestID: String
  /// Whether a form was sent, which one can go back to.
  let isOfForm: Bool

  package init(
    heading: Localized,
    detail: Localized,
    faults: [(field: String, detail: Localized)],
    requestID: String,
    isOfForm: Bool
  ) {
    self.heading = heading
    self.detail = detail
    self.faults = faults
    self.requestID = requestID
    self.isOfForm = isOfForm
  }

  package var width: PageWidth { .narrow }

  package func title(in frame: Frame) -> String { frame.words(heading) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let lines = faults.map { fault -> SafeHTML in
      "<li>\(label(of: fault.field, words))\(words(fault.detail))</li>"
    }
    let list: SafeHTML = lines.isEmpty ? "" : "<ul>\(lines)</ul>"
    let hint: SafeHTML =
      isOfForm
      ? "\(words(CommonPhrase.problemHint))"
      : "<a href=\"/\">\(words(ProblemPhrase.home))</a>"
    return """
      <div class="alert" role="alert"><p>\(words(detail))</p>\(list)</div>
      <p>\(hint)</p>
      <p class="aside">\(words(CommonPhrase.requestID, ["id": requestID]))</p>
      """
  }

  private func label(of field: String, _ words: Words) -> SafeHTML {
    guard !field.isEmpty else { return "" }
    return FieldPhrase(pointer: field).map { "<b>\(words($0))</b> " } ?? "<code>\(field)</code> "
  }
}

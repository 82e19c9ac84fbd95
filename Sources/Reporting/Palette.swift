import Linting

/// Colours of a terminal, or none.
package struct Palette: Sendable {
  private let isOn: Bool

  package init(isOn: Bool) { self.isOn = isOn }

  func bold(_ text: String) -> String { style(text, "1") }
  func dim(_ text: String) -> String { style(text, "2") }
  func gutter(_ text: String) -> String { style(text, "34") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: style(text, "1;31")
    case .warning: style(text, "1;33")
    case .suggestion: style(text, "1;36")
    }
  }

  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .pass: style(text, "1;32")
    case .review: style(text, "1;33")
    case .block, .incomplete: style(text, "1;31")
    }
  }

  private func style(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

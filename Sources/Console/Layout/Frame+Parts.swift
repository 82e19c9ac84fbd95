package import Linting
import Reporting
package import Reviewing

/// Small things that many pages show.
extension Frame {
  package func badge(_ state: SubmissionState) -> SafeHTML {
    "<span class=\"badge state-\(state.rawValue)\">\(words(state.title))</span>"
  }

  package func badge(_ verdict: Verdict?) -> SafeHTML {
    guard let verdict else { return "" }
    return "<span class=\"badge verdict-\(verdict.rawValue)\">\(words(verdict.name))</span>"
  }

  package func badge(_ severity: Severity) -> SafeHTML {
    "<span class=\"badge severity-\(severity.rawValue)\">\(words(severity.name))</span>"
  }

  package func time(_ moment: Timestamp?) -> SafeHTML {
    guard let moment else { return "" }
    return "<time datetime=\"\(moment.description)\">\(words.time(moment))</time>"
  }

  /// A name or another short word in a table, which breaks only where it is long.
  package func term(_ text: String) -> SafeHTML {
    text.isEmpty ? "" : "<span class=\"term\">\(text)</span>"
  }

  /// What stands where a list has nothing.
  package func empty(_ text: String, _ action: SafeHTML = "") -> SafeHTML {
    "<div class=\"empty\"><p>\(text)</p>\(action)</div>"
  }

  package func section(_ title: String, _ body: SafeHTML) -> SafeHTML {
    "<section><h2>\(title)</h2>\(body)</section>"
  }

  /// A table whose first column names its rows; where it is wider than the screen it scrolls on its own.
  ///
  /// `label` tells it from others of the same page.
  package func table(
    _ heads: [String],
    _ rows: [[SafeHTML]],
    label: String? = nil
  ) -> SafeHTML {
    table(heads, bodies: [lines(of: rows, heads)], label: label)
  }

  /// The same in groups of rows, each with a title of its own.
  package func table(
    _ heads: [String],
    groups: [(title: String, rows: [[SafeHTML]])]
  ) -> SafeHTML {
    let bodies = groups.map { group -> SafeHTML in
      """
      <tr class="group"><th scope="rowgroup" colspan="\(heads.count)">\(group.title)</th></tr>\
      \(lines(of: group.rows, heads))
      """
    }
    return table(heads, bodies: bodies, label: nil)
  }

  private func table(_ heads: [String], bodies: [SafeHTML], label: String?) -> SafeHTML {
    let head = heads.map { "<th scope=\"col\">\($0)</th>" as SafeHTML }
    let body = bodies.map { "<tbody>\($0)</tbody>" as SafeHTML }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(label ?? heads.first ?? "")">\
      <table><thead><tr>\(head)</tr></thead>\(body)</table></div>
      """
  }

  private func lines(of rows: [[SafeHTML]], _ heads: [String]) -> SafeHTML {
    SafeHTML(
      rows.map { row -> SafeHTML in
        let cells = row.enumerated().map { index, cell -> SafeHTML in
          index == 0
            ? "<th scope=\"row\">\(cell)</th>"
            : "<td data-label=\"\(heads.indices.contains(index) ? heads[index] : "")\">\(cell)</td>"
        }
        return "<tr>\(cells)</tr>"
      }
    )
  }

  /// A link to a page elsewhere; an address that is not of the web is shown as text.
  package func outwardLink(_ address: String) -> SafeHTML {
    let lower = address.lowercased()
    guard lower.utf8.starts(with: "https://".utf8) || lower.utf8.starts(with: "http://".utf8) else {
      return "\(address)"
    }
    return "<a href=\"\(address)\" rel=\"noreferrer noopener\">\(address)</a>"
  }
}

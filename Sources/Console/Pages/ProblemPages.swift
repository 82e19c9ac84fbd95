package import Linting

/// A code of problem details, as its page tells of it.
package struct ProblemLine: Sendable {
  let code: String
  let status: Int
  let title: Localized
  let advice: Localized

  package init(code: String, status: Int, title: Localized, advice: Localized) {
    self.code = code
    self.status = status
    self.title = title
    self.advice = advice
  }
}

/// All codes of problem details.
package struct ProblemListPage: Page {
  let problems: [ProblemLine]

  package init(problems: [ProblemLine]) { self.problems = problems }

  package func title(in frame: Frame) -> String { frame.words(ProblemPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let heads: [ProblemPhrase] = [.code, .status, .meaning]
    let rows = problems.map { problem -> [SafeHTML] in
      [
        "<a href=\"/problems/\(problem.code)\"><code>\(problem.code)</code></a>",
        "\(problem.status)", "\(words(problem.title))",
      ]
    }
    return """
      <p class="aside">\(words(ProblemPhrase.hint))</p>\
      \(frame.table(heads.map { words($0) }, rows))
      """
  }
}

/// What one code of problem details means, and what to do about it.
package struct ProblemPage: Page {
  let problem: ProblemLine

  package init(problem: ProblemLine) { self.problem = problem }

  package var width: PageWidth { .narrow }

  package func title(in frame: Frame) -> String { frame.words(problem.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let pairs = frame.pairs([
      (words(ProblemPhrase.code), "<code>\(problem.code)</code>"),
      (words(ProblemPhrase.status), "\(problem.status)"),
    ])
    return """
      <div class="card">\(pairs)<p>\(words(problem.advice))</p></div>\
      <p><a href="/problems">\(words(ProblemPhrase.title))</a></p>
      """
  }
}

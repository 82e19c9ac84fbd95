import Console
import Reporting

/// The pages that the `type` of a problem points at.
enum ProblemPage {
  static func html(of code: ProblemCode, in language: Language) -> String {
    page(
      "\(code.rawValue)（\(code.status)）",
      "<p>\(escapedHTML(code.title.text(in: language)))</p>"
        + "<p>\(escapedHTML(code.advice.text(in: language)))</p>",
      language
    )
  }

  static func index(in language: Language) -> String {
    let lines = ProblemCode.allCases.map { code in
      "<li><a href=\"/problems/\(code.rawValue)\">\(code.rawValue)</a>"
        + "（\(code.status)）\(escapedHTML(code.title.text(in: language)))</li>"
    }
    let title = language == .zh ? "问题代码" : "Problem codes"
    return page(title, "<ul>\(lines.joined())</ul>", language)
  }

  private static func page(_ title: String, _ body: String, _ language: Language) -> String {
    """
    <!doctype html><html lang="\(language.tag)"><head><meta charset="utf-8">\
    <title>\(escapedHTML(title)) – hegui</title></head>\
    <body><main><h1>\(escapedHTML(title))</h1>\(body)</main></body></html>

    """
  }
}

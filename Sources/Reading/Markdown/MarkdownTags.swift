/// The tags that stand for Markdown's parts.
extension MarkdownBlock {
  /// Nil for what has none of its own.
  var startTag: String? {
    switch self {
    case .rule: "<hr>"
    case .code: "<pre><code>"
    default: name.map { "<\($0)>" }
    }
  }

  var endTag: String? {
    switch self {
    case .rule: nil
    case .code: "</code></pre>\n"
    default: name.map { "</\($0)>\n" }
    }
  }

  private var name: String? {
    switch self {
    case .document, .rule, .code, .html: nil
    case .quote: "blockquote"
    case .bulletList: "ul"
    case .orderedList: "ol"
    case .item: "li"
    case .heading(let level): "h\(min(6, max(1, level)))"
    case .paragraph: "p"
    case .table: "table"
    case .tableHead: "thead"
    case .tableBody: "tbody"
    case .row: "tr"
    case .headerCell: "th"
    case .cell: "td"
    }
  }
}

extension MarkdownSpan {
  /// Links and images have attributes, which only the lowering knows.
  var startTag: String {
    switch self {
    case .emphasis: "<em>"
    case .strong: "<strong>"
    case .deleted: "<del>"
    case .code: "<code>"
    case .link: "<a href=\""
    case .image: "<img alt=\""
    }
  }

  var endTag: String {
    switch self {
    case .emphasis: "</em>"
    case .strong: "</strong>"
    case .deleted: "</del>"
    case .code: "</code>"
    case .link: "</a>"
    case .image: "\">"
    }
  }

  /// What a part without text looks like.
  var emptyMark: [UInt8] {
    switch self {
    case .emphasis: Array("*".utf8)
    case .strong: Array("**".utf8)
    case .deleted: Array("~".utf8)
    case .code: Array("`".utf8)
    case .link: Array("[]".utf8)
    case .image: Array("![]".utf8)
    }
  }
}

/// The tags that stand for Markdown's parts; nil for what has none of its own.
///
/// All are written out: to put them together again and again would cost more than to parse the draft.
extension MarkdownBlock {
  var startTag: String? {
    switch self {
    case .document, .html: nil
    case .rule: "<hr>"
    case .code: "<pre><code>"
    case .heading(let level): headingTags[min(6, max(1, level)) - 1].start
    case .quote: "<blockquote>"
    case .bulletList: "<ul>"
    case .orderedList: "<ol>"
    case .item: "<li>"
    case .paragraph: "<p>"
    case .table: "<table>"
    case .tableHead: "<thead>"
    case .tableBody: "<tbody>"
    case .row: "<tr>"
    case .headerCell: "<th>"
    case .cell: "<td>"
    }
  }

  var endTag: String? {
    switch self {
    case .document, .html, .rule: nil
    case .code: "</code></pre>\n"
    case .heading(let level): headingTags[min(6, max(1, level)) - 1].end
    case .quote: "</blockquote>\n"
    case .bulletList: "</ul>\n"
    case .orderedList: "</ol>\n"
    case .item: "</li>\n"
    case .paragraph: "</p>\n"
    case .table: "</table>\n"
    case .tableHead: "</thead>\n"
    case .tableBody: "</tbody>\n"
    case .row: "</tr>\n"
    case .headerCell: "</th>\n"
    case .cell: "</td>\n"
    }
  }
}

private let headingTags = (1...6).map { (start: "<h\($0)>", end: "</h\($0)>\n") }

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

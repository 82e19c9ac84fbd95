package import Reading
import Reporting
package import Reviewing

/// How the draft is shown on the desk.
package enum DraftView: String, Sendable, CaseIterable {
  case phone
  case wide
  /// Without looks, but with what a reader does not see.
  case text

  var phrase: PreviewPhrase {
    switch self {
    case .phone: .phone
    case .wide: .wide
    case .text: .text
    }
  }
}

/// A revision as a reader sees it, with the findings marked in place.
///
/// Written anew from what was read in the draft: no tag, attribute or address of its own gets through. Goes into a
/// sandboxed frame all the same.
package struct DraftPreview: Sendable {
  private let article: SafeHTML
  /// The findings that have a place in it, by index; the first is `f-1`.
  package let placed: Set<Int>
  private let view: DraftView
  private let title: String
  private let words: Words

  /// `draft` is nil where it cannot be read; `findings` are its own, in source order.
  package init(
    of draft: Draft?,
    findings: [ReviewFinding],
    number: Int,
    view: DraftView,
    words: Words
  ) {
    self.view = view
    self.words = words
    title = words(PreviewPhrase.frameTitle, count: number)
    guard let draft else {
      article = "<p class=\"none\">\(words(PreviewPhrase.unreadable))</p>"
      placed = []
      return
    }
    var writer = PreviewWriter(draft, findings, isPlain: view == .text, words: words)
    article = writer.article()
    placed = writer.placed
  }

  /// The policy that the page must come with.
  package static let policy =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    + "base-uri 'none'; frame-ancestors 'self'"

  package var html: SafeHTML {
    """
    <!doctype html>
    <html lang="\(words.tag)"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <title>\(title)</title><style>\(Self.style)</style></head>
    <body class="\(view.rawValue)"><main>\(article)</main></body></html>

    """
  }

  private static let style: SafeHTML = """
    *{box-sizing:border-box}
    body{margin:0;background:#fff;color:#1d2329;font:17px/1.8 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif;overflow-wrap:anywhere}
    main{max-width:42em;margin:0 auto;padding:20px 16px 48px}
    h1{font-size:22px;line-height:1.4;margin:0 0 10px}
    h2,h3,h4,h5,h6{font-size:18px;line-height:1.5;margin:1.4em 0 .5em}
    p,ul,pre,table{margin:0 0 1em}
    ul{padding-left:1.3em}
    pre{white-space:pre-wrap;background:#f4f6f8;padding:8px 12px;font-size:15px}
    blockquote{margin:0 0 1em;padding-left:12px;border-left:3px solid #dde2e7;color:#56616d}
    table{border-collapse:collapse;width:100%}
    td{border:1px solid #dde2e7;padding:4px 8px;vertical-align:top}
    img{max-width:100%}
    .meta,.caption,.note,.address{color:#56616d;font-size:15px}
    .meta>span{display:inline-block;margin-right:14px}
    .inset{background:#f4f6f8;border:1px dashed #8a949e;border-radius:4px;padding:14px;color:#56616d;font-size:15px;text-align:center}
    .link{color:#1b5792;text-decoration:underline;text-underline-offset:3px}
    .ruby{font-size:.7em;vertical-align:super}
    .unseen{background:#a8201a;color:#fff;border-radius:3px;padding:0 4px;font:12px ui-monospace,Consolas,monospace;white-space:nowrap}
    .hidden{border-top:2px solid #a8201a;margin-top:32px;padding-top:12px}
    .hidden h2{color:#a8201a;margin-top:0}
    .none{color:#56616d;text-align:center;padding:48px 0}
    mark{color:inherit;background:none;border-bottom:2px solid;padding-bottom:1px;scroll-margin:35vh 0}
    [id]{scroll-margin:35vh 0}
    .error{background:#fdeceb;border-color:#a8201a}
    .warning{background:#fff3dc;border-color:#7a4a00}
    .suggestion{background:#e8f1fb;border-color:#1b5792;border-bottom-style:dotted}
    sup.error,sup.warning,sup.suggestion{background:none;border:0;font-size:11px;font-weight:700;line-height:0;margin:0 2px}
    sup.error{color:#a8201a}sup.warning{color:#7a4a00}sup.suggestion{color:#1b5792}
    :target{outline:3px solid #1b5792;outline-offset:3px;border-radius:2px}
    .text main{max-width:none}
    .text h1,.text h2,.text h3,.text h4,.text h5,.text h6,.text p{font-size:16px;font-weight:400;margin:0 0 .7em}
    """
}

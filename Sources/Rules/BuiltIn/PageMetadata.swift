import ChineseText
import Linting
import Reading
import SourceText

/// What the head of a page tells machines.
enum PageMetadata {
  static let all: [any Rule] = [pageTags, language]
}

extension PageMetadata {
  private static let pageTags = FamilyRule(
    "metadata/page-tags-missing",
    .warning,
    summary: Localized("网页缺少标题、日期或来源的标签", "a page without tags for title, date or source"),
    why: Localized(
      "政府网站的页面要在<head>里写明ArticleTitle、PubDate、ContentSource，监测和检索都靠它们。",
      "Pages of government sites name ArticleTitle, PubDate and ContentSource for monitors and search."
    ),
    basis: [
      Basis("website-management", "四、（六）1"), Basis("site-indicators-2019", ""),
    ],
    cases: [
      .ok(
        "齐全",
        page(
          "<meta name=\"ArticleTitle\" content=\"防蚊\"><meta name=\"PubDate\" content=\"2025-03-10 09:00\">"
            + "<meta name=\"ContentSource\" content=\"青禾镇卫生院\">"
        )
      ),
      .ok("不是政府网站的页面", page("<meta name=\"keywords\" content=\"防蚊\">")),
      .flags(
        "缺日期",
        page(
          "<meta name=\"ArticleTitle\" content=\"防蚊\"><meta name=\"ContentSource\" content=\"青禾镇卫生院\">"
        )
      ),
      .flags("全都没有", page(""), profile: .govmedia),
      .flags(
        "政府网站的系统做的页面",
        "<html lang=\"zh-CN\"><head><title>防蚊</title></head><body><div class=\"TRS_Editor\"><p>清理积水。</p></div></body></html>"
      ),
    ]
  ) { draft in
    guard let head = Head(draft) else { return [] }
    let tags = ["ArticleTitle", "PubDate", "ContentSource"]
    let others = ["SiteName", "SiteDomain", "SiteIDCode", "ColumnName"]
    let missing = tags.filter { !head.names($0) }
    guard !missing.isEmpty else { return [] }
    let isOfficial =
      missing.count < tags.count || others.contains(where: head.names)
      || draft.profile == .govmedia || head.isOfGovernmentSystem
    guard isOfficial else { return [] }
    let list = missing.joined(separator: "、")
    let message = Localized(
      "页面的<head>缺 \(list)",
      "the head lacks \(missing.joined(separator: ", "))"
    )
    return [Fault(range: 0..<0, message: message, source: SourceRange(0, 0))]
  }

  private static func page(_ head: String) -> String {
    "<html lang=\"zh-CN\"><head><title>防蚊</title>\(head)</head><body><p>清理积水。</p></body></html>"
  }

  private static let language = FamilyRule(
    "metadata/lang-or-encoding",
    .suggestion,
    summary: Localized("网页没有声明语言或编码", "a page that declares no language or encoding"),
    why: Localized(
      "没有声明语言，读屏软件会用错读音；没有声明编码的GBK页面在有些手机上是乱码。",
      "Without a language screen readers misread; GBK without a declaration turns to noise."
    ),
    basis: [Basis("accessibility-law", ""), Basis("website-management", "四、（三）")],
    cases: [
      .ok("声明了", page("")),
      .ok("片段", "<p>清理积水。</p>"),
      .flags(
        "没有语言",
        "<!DOCTYPE html>⟦<html>⟧<head><title>防蚊</title></head><body><p>清理积水。</p></body></html>"
      ),
    ]
  ) { draft in
    guard let head = Head(draft) else { return [] }
    if !head.hasLanguage {
      let message = Localized(
        "请在<html>上写 lang=\"zh-CN\"",
        "write lang=\"zh-CN\" on the html element"
      )
      return [Fault(range: 0..<0, message: message, source: head.root)]
    }
    guard draft.draft.source.encoding != "UTF-8", !head.hasCharset else { return [] }
    let message = Localized("页面不是UTF-8，也没有声明编码", "the page is not UTF-8 and declares no encoding")
    return [Fault(range: 0..<0, message: message, source: head.root)]
  }
}

/// The head of a whole page; WeChat makes its pages' heads itself.
private struct Head {
  private let bytes: [UInt8]
  private let range: Range<Int>
  /// The start tag of `html`.
  let root: SourceRange

  init?(_ draft: ScannedDraft) {
    let page = draft.draft
    guard page.format == .html, !page.isWeChat, draft.profile != .wechat else { return nil }
    bytes = page.source.bytes
    let start = 0..<min(bytes.count, 4096)
    guard
      let tag = bytes.firstOffset(of: "<html", in: start)
        ?? bytes.firstOffset(of: "<HTML", in: start),
      let close = bytes.firstOffset(of: ">", in: tag..<start.upperBound)
    else { return nil }
    let rest = close..<min(bytes.count, 100_000)
    let end =
      bytes.firstOffset(of: "</head", in: rest) ?? bytes.firstOffset(of: "</HEAD", in: rest)
      ?? bytes.firstOffset(of: "<body", in: rest)
    guard let end else { return nil }
    root = SourceRange(tag, close + 1)
    range = close..<end
  }

  func names(_ name: String) -> Bool {
    [name, name.lowercased()].contains { bytes.firstOffset(of: "\"" + $0 + "\"", in: range) != nil }
      || bytes.firstOffset(of: "'" + name + "'", in: range) != nil
  }

  /// Whether the page comes out of a system that government sites are made with.
  var isOfGovernmentSystem: Bool {
    let whole = range.upperBound..<min(bytes.count, 100_000)
    return ["TRS_Editor", "UCAP-CONTENT", "TRS_UEDITOR"].contains {
      bytes.firstOffset(of: $0, in: whole) != nil
    }
  }

  var hasLanguage: Bool {
    bytes.firstOffset(of: "lang", in: root.start..<root.end) != nil
  }

  var hasCharset: Bool {
    bytes.firstOffset(of: "charset", in: range) != nil
      || bytes.firstOffset(of: "CHARSET", in: range) != nil
  }
}

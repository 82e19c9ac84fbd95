/// What classes and ids of an element say about its part of a page.
struct Marks: OptionSet {
  let rawValue: UInt32

  /// WeChat's article, which its own style hides until a script has run.
  static let weChatBody = Marks(rawValue: 1 << 0)
  /// The article in a common content management system.
  static let systemBody = Marks(rawValue: 1 << 1)
  /// A name that an article often bears, and other parts too.
  static let likelyBody = Marks(rawValue: 1 << 2)
  /// Menus, tools, recommendations.
  static let chrome = Marks(rawValue: 1 << 3)
  static let captionStyle = Marks(rawValue: 1 << 4)
  static let notes = Marks(rawValue: 1 << 5)
  static let weChatTitle = Marks(rawValue: 1 << 6)
  static let weChatAccount = Marks(rawValue: 1 << 7)
  static let weChatAuthor = Marks(rawValue: 1 << 8)
  static let weChatTime = Marks(rawValue: 1 << 9)
  /// Bears WeChat's marks, and nothing else.
  static let weChat = Marks(rawValue: 1 << 10)
  /// Stands for an image that is not there yet.
  static let placeholder = Marks(rawValue: 1 << 11)
  static let noteReference = Marks(rawValue: 1 << 12)

  static let body: Marks = [.weChatBody, .systemBody, .likelyBody]
  static let weChatParts: Marks = [
    .weChatTitle, .weChatAccount, .weChatAuthor, .weChatTime,
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of an attribute `class`.
  init(classes: ByteView) {
    self = []
    var start = 0
    while start < classes.count {
      var end = start
      while end < classes.count, classes[end] > 0x20 { end += 1 }
      if end > start, let marks = Self.byClass[NameKey(classes, start..<end)] {
        formUnion(marks)
      }
      start = end + 1
    }
    if Self.hasCaptionHint(classes) { insert(.captionStyle) }
  }

  /// Of an attribute `id`.
  init(id: ByteView) {
    self = Self.byId[NameKey(id, 0..<id.count)] ?? []
  }

  private static func hasCaptionHint(_ classes: ByteView) -> Bool {
    for index in 0..<classes.count {
      switch classes[index] {
      case UInt8(ascii: "c"): if classes.hasPrefix("caption", at: index) { return true }
      case UInt8(ascii: "d"): if classes.hasPrefix("desc", at: index) { return true }
      case UInt8(ascii: "i"): if classes.hasPrefix("imgtip", at: index) { return true }
      case UInt8(ascii: "n"):
        if classes.hasPrefix("note", at: index), !classes.hasPrefix("notes", at: index) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private static let byClass = NameTable<Marks>([
    ("rich_media_content", [.weChatBody, .weChat]),
    ("rich_media_title", [.weChatTitle, .weChat]),
    ("rich_media rich_media_inner rich_media_meta rich_media_area_primary wxw-img", .weChat),
    (
      "trs_editor trs_ueditor trs_web ucapcontent article-content article_content articlecontent "
        + "article-body article_body articlebody news-content news_content newscontent "
        + "entry-content post-content post_content content-article article-detail "
        + "article_detail news_detail detail-content detail_content wp_articlecontent v_news_content "
        + "pages_content view-content ewb-article-info",
      .systemBody
    ),
    ("content article main-content main_content con_main text detail con nr", .likelyBody),
    (
      "rich_media_tool rich_media_area_extra rich_media_extra qr_code_pc qr_code_pc_outer "
        + "wx_network_msg_wrp bottom_bar_wrp function_mod reward_area like_comment_wrp "
        + "breadcrumb breadcrumbs crumbs navbar nav-bar menu sidebar side-bar pagination pager "
        + "copyright-bar footer-links share-bar bdsharebuttonbox",
      .chrome
    ),
    ("footnotes", .notes),
    ("footnote-ref", .noteReference),
    ("js_img_placeholder wx_widget_placeholder wx_img_placeholder", .placeholder),
  ]) { $0.union($1) }

  private static let byId = NameTable<Marks>([
    ("js_content img-content page-content", .weChat),
    ("js_content", .weChatBody),
    ("activity-name", [.weChatTitle, .weChat]),
    ("js_name", [.weChatAccount, .weChat]),
    ("js_author_name js_author_name_text", [.weChatAuthor, .weChat]),
    ("publish_time", [.weChatTime, .weChat]),
    (
      "zoom zoomcon ucap-content article-content article_content articlecontent "
        + "newscontent news_content vsb_content vsb_newscontent trs_editor",
      .systemBody
    ),
    ("content article main-content maincontent artibody", .likelyBody),
    (
      "js_pc_qr_code js_profile_qrcode js_article_bottom_bar js_tags_preview_toast "
        + "js_sponsor_ad_area js_cpc_area comment-area nav navbar sidebar breadcrumb",
      .chrome
    ),
    ("footnotes", .notes),
  ]) { $0.union($1) }
}

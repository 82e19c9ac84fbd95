import ChineseText
import Linting
import Reading
import SourceText

/// How links are written and shown.
enum LinkForms {
  static let all: [any Rule] = [vagueText, phoneFormat, tracking, darkLink]
}

extension LinkForms {
  private static let vagueText = FamilyRule(
    "link/vague-text",
    .suggestion,
    summary: Localized("链接文字没有说去哪里", "a link whose text does not say where it leads"),
    why: Localized(
      "「点击这里」离开上下文就不知道指什么，读屏软件的用户常常只听链接。",
      "“Click here” says nothing out of its context, as a screen reader gives it."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("accessibility-law", "第三十二条")],
    triggers: .links,
    cases: [
      .ok("说明去向", "[查看门诊安排](https://a.example/mz)"),
      .ok("平台的固定说法", "[阅读原文](https://a.example/1)"),
      .ok("图标按钮另有说明", "<p>甲<a href=\"/mz\" aria-label=\"门诊安排\">更多</a></p>"),
      .flags("点击这里", "预约请[⟦点击这里⟧](https://a.example/yy)。"),
      .flags("戳我", "[⟦戳我预约⟧](https://a.example/yy)"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      guard !entry.link.isHidden, (3...36).contains(entry.link.text.count) else { return nil }
      let text = draft.text(of: entry.link).filter { $0.isLetter || $0.isNumber }.lowercased()
      guard vague.contains(text) || ["戳我", "戳这", "猛戳", "点这儿"].contains(where: text.hasPrefix),
        !labels.stands(in: draft.tag(of: entry.link))
      else { return nil }
      let message = Localized(
        "「\(draft.text(of: entry.link))」没有说去哪里，宜写明内容，如「查看门诊安排」",
        "say where the link leads instead of “\(draft.text(of: entry.link))”"
      )
      return Fault(range: entry.link.text, message: message)
    }
  }

  private static let vague: Set = [
    "点击这里", "点这里", "这里", "此处", "点击此处", "点此", "点我", "点击", "请点击", "点击链接", "链接", "详情", "查看详情",
    "点击查看详情", "更多", "查看更多", "了解更多", "点击查看", "点击进入", "点击下载", "更多详情", "查看", "clickhere", "here",
    "more",
    "readmore", "learnmore",
  ]
  private static let labels = LiteralSet(["aria-label=", "title="])

  private static let phoneFormat = FamilyRule(
    "link/tel-mailto-format",
    .suggestion,
    summary: Localized("电话、邮箱链接写错格式", "a phone or mail link that is written wrongly"),
    why: Localized(
      "tel: 里有全角数字或文字，手机拨不出去。",
      "A phone cannot dial full-width digits or words."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("写法正确", "<p><a href=\"tel:0311-12345678\">咨询电话</a></p>"),
      .flags("全角数字", "<p>⟦<a href=\"tel:０３１１１２３４\">咨询电话</a>⟧</p>"),
      .flags("邮箱没有@", "<p>⟦<a href=\"mailto:jubao.example.cn\">举报邮箱</a>⟧</p>"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      guard isMisspelt(entry.address) else { return nil }
      let isPhone = entry.address.scheme == "tel"
      let message =
        isPhone
        ? Localized("tel: 后面只写半角数字和连字符", "after tel: only digits and hyphens stand")
        : Localized("mailto: 后面须是完整的邮箱地址", "after mailto: a whole address stands")
      return draft.fault(of: entry.link, message)
    }
  }

  private static func isMisspelt(_ address: WebAddress) -> Bool {
    switch address.scheme {
    case "tel":
      let number = percentDecoded(address.path).split(separator: ";").first ?? ""
      return number.isEmpty
        || !number.utf8.allSatisfy { isDigitByte($0) || "+-*#,.() /".utf8.contains($0) }
    case "mailto":
      let name = address.pathOnly
      if name.isEmpty { return !address.path.hasPrefix("?") }
      return !name.contains("@") || !name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    default: return false
    }
  }

  private static let tracking = FamilyRule(
    "link/tracking-parameter",
    .suggestion,
    summary: Localized("链接带着跟踪参数", "a link with parameters that track readers"),
    why: Localized(
      "分享时带上的跟踪参数没有用处，还可能带出分享人的信息。",
      "What sharing adds to an address is of no use, and may tell who shared it."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("业务要用的参数", "[查询](https://a.example/q?id=5&scene=2)"),
      .flags(
        "utm参数",
        "[专题](⟦https://a.example/zt?id=5&utm_source=wx&utm_medium=qr⟧)",
        fixed: "[专题](https://a.example/zt?id=5)"
      ),
      .flags(
        "公众号文章的分享参数",
        "<p><a href=\"⟦https://mp.weixin.qq.com/s?__biz=M&amp;mid=1&amp;idx=1&amp;sn=a&amp;chksm=b&amp;scene=27⟧\">原文</a></p>",
        fixed:
          "<p><a href=\"https://mp.weixin.qq.com/s?__biz=M&amp;mid=1&amp;idx=1&amp;sn=a\">原文</a></p>"
      ),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      let place = entry.link.destination.source
      guard entry.address.isOfWeb, entry.address.path.utf8.contains(UInt8(ascii: "?")),
        !entry.address.path.contains("tempkey="),
        let clean = withoutTracking(draft.draft.source.string(in: place), entry.address)
      else { return nil }
      let title = Localized("删去跟踪参数", "delete the tracking parameters")
      let message = Localized(
        "链接带有跟踪参数，宜删去",
        "the link has tracking parameters: delete them"
      )
      let fix = Fix(title, .safe, [Edit(place, clean)])
      return Fault(range: entry.link.text, message: message, fix: fix, source: place)
    }
  }

  /// The address as written, without what tracks; nil where nothing does.
  private static func withoutTracking(_ written: String, _ address: WebAddress) -> String? {
    guard let mark = written.firstIndex(of: "?") else { return nil }
    let behind = written[written.index(after: mark)...]
    let query = behind.prefix { $0 != "#" }
    let isWeChat = address.host == "mp.weixin.qq.com"
    let ampersand = query.contains("&amp;") ? "&amp;" : "&"
    let all = query.replacing("&amp;", with: "&").split(separator: "&")
    let kept = all.filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !(name.hasPrefix("utm_") || isWeChat && shared.contains(name))
    }
    guard kept.count < all.count else { return nil }
    let head = written[..<mark]
    return head + (kept.isEmpty ? "" : "?") + kept.joined(separator: ampersand)
      + behind.dropFirst(query.count)
  }

  private static let shared: Set = [
    "chksm", "scene", "subscene", "srcid", "sharer_sharetime", "sharer_shareid", "share_source",
    "sharer_shareinfo", "sharer_shareinfo_first", "ascene", "devicetype", "nettype", "mpshare",
    "exportkey", "pass_ticket", "wx_header", "clicktime", "enterid", "sessionid", "session_us",
  ]

  private static let darkLink = FamilyRule(
    "link/dark-link",
    .error,
    summary: Localized("读者看不见的外部链接", "a link to elsewhere that readers cannot see"),
    why: Localized(
      "藏起来的外部链接多是被人植入的暗链，会把网站引到赌博、诈骗页面；发现即删并查明来历。",
      "Hidden links are what intruders leave behind: delete them and find out where they come from."
    ),
    basis: [
      Basis("wechat-account-management", "一、3"), Basis("website-management", "五、（四）"),
      Basis("site-indicators-2019", ""),
    ],
    escalation: .leadership,
    cases: [
      .ok("无障碍跳转链接", "<p>正文</p><p style=\"font-size:0\"><a href=\"#main\">跳到正文</a></p>"),
      .ok(
        "本站的收起菜单",
        "<p><a href=\"/a\">甲</a></p><div style=\"display:none\"><a href=\"/b\">乙</a></div>"
      ),
      .flags("字号为零", "<p>正文</p><p style=\"font-size:0\">⟦<a href=\"https://x.cc/\">棋牌</a>⟧</p>"),
      .flags(
        "移到页面外面",
        "<p>正文</p><div style=\"position:absolute;left:-9999px\">⟦<a href=\"http://x.cc/\">彩票</a>⟧</div>"
      ),
      .flags("写在注释里", "<p>正文</p>⟦<!-- <a href=\"http://x.cc/\">彩票</a> -->⟧"),
    ]
  ) { draft in
    try hiddenLinks(in: draft) + commentedLinks(in: draft)
  }

  private static let unseen = Localized(
    "读者看不见的外部链接：请删去，并查明是谁加的",
    "a link that readers cannot see: delete it and find out who put it there"
  )

  private static func hiddenLinks(in draft: ScannedDraft) -> [Fault] {
    let dark = draft.linkEntries.filter { entry in
      isElsewhere(entry.address, in: draft)
        && (entry.link.isHidden || entry.link.isOffstage || hidesItsText(entry.link, in: draft))
    }
    guard !dark.isEmpty else { return [] }
    let known = Set(
      draft.linkEntries.compactMap { entry in
        entry.link.isHidden || entry.link.isOffstage ? nil : WebAddress.bare(entry.address.host)
      }
        + draft.draft.images.compactMap {
          $0.url.map { WebAddress.bare(WebAddress($0.string).host) }
        }
    )
    return dark.compactMap { entry in
      guard
        !known.contains(WebAddress.bare(entry.address.host)) || hidesItsText(entry.link, in: draft),
        !standsInNoscript(entry.link, in: draft)
      else { return nil }
      return draft.fault(of: entry.link, unseen)
    }
  }

  /// Whether a link holds text and shows neither any of it nor an image.
  private static func hidesItsText(_ link: Link, in draft: ScannedDraft) -> Bool {
    guard !link.isHidden, link.text.isEmpty,
      (1...4000).contains(link.source.end - link.source.start),
      !draft.hasImage(link)
    else { return false }
    var isTag = false
    let bytes = draft.draft.source.bytes[link.source.start..<link.source.end]
    return bytes.contains { byte in
      if byte == UInt8(ascii: "<") { isTag = true }
      if byte == UInt8(ascii: ">") {
        isTag = false
        return false
      }
      // Reads no reference: `&nbsp;` and the like show nothing.
      return !isTag && byte >= 0xE4
    }
  }

  private static func commentedLinks(in draft: ScannedDraft) throws -> [Fault] {
    try draft.draft.comments.compactMap { comment in
      let text = comment.text.string
      guard text.contains("<a ") || text.contains("<A "), try commented.matches(text) else {
        return nil
      }
      let hosts = text.split { "\"' >".contains($0) }.filter { $0.contains("//") }
        .map { WebAddress(String($0)) }
      guard hosts.contains(where: { isElsewhere($0, in: draft) }) else { return nil }
      return Fault(range: 0..<0, message: unseen, severity: .warning, source: comment.source)
    }
  }

  private static let commented = SentenceTest(
    "<[aA]\\s[^>]*[hH][rR][eE][fF]\\s*=\\s*[\"']?(?:https?:)?//"
  )

  private static func isElsewhere(_ address: WebAddress, in draft: ScannedDraft) -> Bool {
    address.isOfWeb && !address.isInternal && !address.isWithin(draft.ownHosts)
      && !address.isWithin(plainHosts)
  }

  private static func standsInNoscript(_ link: Link, in draft: ScannedDraft) -> Bool {
    let bytes = draft.draft.source.bytes
    let before = max(0, link.source.start - 2000)..<min(link.source.start, bytes.count)
    let text = String(decoding: bytes[before], as: UTF8.self).lowercased()
    guard let open = text.firstRange(of: "<noscript")?.lowerBound else { return false }
    return !text[open...].contains("</noscript")
  }

  /// Public bodies, the platforms themselves, and what counts or shares pages.
  private static let plainHosts = [
    "gov.cn", "edu.cn", "weixin.qq.com", "qpic.cn", "v.qq.com", "w3.org", "beian.miit.gov.cn",
    "bszs.conac.cn", "baidu.com", "cnzz.com", "51.la", "jiathis.com", "weibo.com",
  ]
}

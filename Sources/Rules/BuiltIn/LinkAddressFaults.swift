import ChineseText
import Linting
import Reading
import SourceText

/// Addresses that lead readers nowhere, or where they must not go.
enum LinkAddressFaults {
  static let all: [any Rule] = [emptyHref, localFile, internalHost, temporary, short, mismatch]

  static let basis = [Basis("wechat-account-management", "三、3")]
}

extension LinkAddressFaults {
  private static let emptyHref = FamilyRule(
    "link/empty-href",
    .error,
    summary: Localized("链接没有地址", "a link without an address"),
    why: Localized(
      "点了没有反应的链接，读者以为页面坏了；发布前应逐个点开检查。",
      "A link that does nothing looks like a broken page."
    ),
    basis: basis,
    triggers: .links,
    cases: [
      .ok("页内目录和返回顶部", "<h2 id=\"a\">一</h2><p><a href=\"#a\">目录</a><a href=\"#\">返回顶部</a></p>"),
      .ok("由脚本处理", "<p><a href=\"javascript:;\" onclick=\"window.print()\">打印本页</a></p>"),
      .flags("井号占位", "<p>门诊安排⟦<a href=\"#\">详情</a>⟧</p>"),
      .flags("Markdown里没有填", "门诊安排⟦[详情]()⟧"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      guard !entry.link.isHidden, isEmpty(entry.address, in: draft) else { return nil }
      let text = draft.text(of: entry.link)
      guard !text.isBlank || draft.hasImage(entry.link), !isUpward(text) else { return nil }
      let tag = draft.tag(of: entry.link)
      guard !scripted.stands(in: tag) else { return nil }
      let message = Localized("链接没有填地址，点了没有反应", "the link has no address")
      return draft.fault(of: entry.link, message)
    }
  }

  private static func isEmpty(_ address: WebAddress, in draft: ScannedDraft) -> Bool {
    switch address.scheme {
    case "": address.host.isEmpty && address.path.isEmpty && (address.fragment ?? "").isEmpty
    // On a page of WeChat such links are the platform's own.
    case "javascript": !draft.draft.isWeChat && nothings.contains(address.path)
    case "about": address.path == "blank"
    default: false
    }
  }

  private static func isUpward(_ text: String) -> Bool {
    upward.stands(in: text.lowercased())
  }

  private static let nothings: Set = ["", ";", "void(0)", "void(0);", "void 0", "void(null)"]
  private static let upward = LiteralSet(["顶部", "页首", "回顶", "top", "目录", "↑", "▲"])
  private static let scripted = LiteralSet([
    "onclick", "data-", "role=\"button\"", "topic-id", "id=\"js_", "ng-click", "@click",
  ])

  private static let localFile = FamilyRule(
    "link/local-file",
    .error,
    summary: Localized("链接指向本机文件", "a link to a file on the author's computer"),
    why: Localized(
      "指向自己电脑的链接别人打不开，还会露出文件夹和姓名：附件要先上传。",
      "Nobody else can open it, and it shows the names of folders."
    ),
    basis: basis,
    triggers: .links,
    cases: [
      .ok("已上传的附件", "[报名表](files/baoming.docx)"),
      .flags("本机地址", "⟦[报名表](file:///D:/a.docx)⟧"),
      .flags("盘符", "<p>⟦<a href=\"C:\\Users\\wang\\表.xls\">登记表</a>⟧</p>"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      let address = entry.address
      let isLocal =
        address.scheme == "file" || address.scheme == "blob" || address.isOnDrive
        || address.path.hasPrefix("\\\\")
        || address.scheme.isEmpty && address.host.isEmpty
          && ["/Users/", "/home/", "/private/var/"].contains(where: address.path.hasPrefix)
      guard isLocal else { return nil }
      let message = Localized(
        "链接指向本机文件，别人打不开：请先上传，再改成上传后的地址",
        "the link leads to a file on the author's computer: upload it first"
      )
      return draft.fault(of: entry.link, message)
    }
  }

  private static let internalHost = FamilyRule(
    "link/internal-host",
    .error,
    summary: Localized("链接指向内部网络", "a link into the inner network"),
    why: Localized(
      "内网地址外面打不开，又暴露了内部系统的位置；对外发布的信息不应带有内部网络信息。",
      "Nobody outside can open it, and it tells where inner systems stand."
    ),
    basis: [Basis("website-management", "五、（五）"), Basis("wechat-account-management", "三、3")],
    escalation: .secrecy,
    patterns: [innerText],
    triggers: [.links, .patterns([innerText])],
    cases: [
      .ok("公网地址", "[下载](https://www.example.cn/doc)"),
      .ok("讲网络常识", "家用路由器的地址多为`http://192.168.1.1`。"),
      .flags("内网地址", "⟦[下载](http://192.168.1.5/doc)⟧"),
      .flags("正文里的内网地址", "请登录⟦http://10.1.2.3:8080/oa⟧填报。"),
    ]
  ) { draft in
    let message = Localized(
      "这是内部网络的地址，外面打不开，也不应公开",
      "an address of the inner network, which must not be published"
    )
    let links = draft.linkEntries.filter { $0.address.isInternal }
      .map { draft.fault(of: $0.link, message) }
    let bare = try draft.bareMatches(of: innerText).filter {
      try !teaching.matches(draft.sentence(at: $0.lowerBound), of: draft.text)
    }
    return links + bare.map { Fault(range: $0, message: message) }
  }

  private static let innerText = gated(
    "https?://(?:10\\.\\d{1,3}\\.|127\\.0\\.0\\.1|192\\.168\\.|172\\.(?:1[6-9]|2\\d|3[01])\\.|localhost)"
      + "[A-Za-z0-9./?&=_%:#+-]*"
  )
  private static let teaching = SentenceTest("路由器|例如|比如|示例|格式|网关|什么是")

  private static let temporary = FamilyRule(
    "link/mp-temporary",
    .error,
    summary: Localized("公众号的临时链接", "a temporary link of WeChat"),
    why: Localized(
      "带 tempkey 的预览链接过几个小时就失效，读者打开是空白。",
      "A preview's link expires within hours."
    ),
    basis: basis,
    patterns: [temporaryText],
    triggers: [.links, .patterns([temporaryText])],
    cases: [
      .ok("永久链接", "[原文](https://mp.weixin.qq.com/s/AbCdEf123)"),
      .flags("预览链接", "⟦[原文](https://mp.weixin.qq.com/s?__biz=M&tempkey=MTIz)⟧"),
      .flags("正文里的预览链接", "原文：⟦https://mp.weixin.qq.com/s?__biz=M&tempkey=MTIz⟧"),
    ]
  ) { draft in
    let message = Localized(
      "这是公众号的临时链接，很快失效：请换成发布后的永久链接",
      "a temporary link of WeChat: use the published article's own"
    )
    let links = draft.linkEntries.filter { entry in
      let address = entry.address
      if address.host == "file.api.weixin.qq.com" { return true }
      guard address.host == "mp.weixin.qq.com" else { return false }
      return address.path.contains("tempkey=") || address.path.contains("/preview")
        || address.path.contains("action=preview")
    }
    return links.map { draft.fault(of: $0.link, message) }
      + (try draft.bareMatches(of: temporaryText)).map { Fault(range: $0, message: message) }
  }

  private static let temporaryText = gated(
    "(?:https?://)?(?:mp\\.weixin\\.qq\\.com/[A-Za-z0-9./?&=_%:+-]*(?:tempkey=|/preview)|file\\.api\\.weixin\\.qq\\.com/)"
      + "[A-Za-z0-9./?&=_%:#+-]*"
  )

  private static let short = FamilyRule(
    "link/short-url",
    .warning,
    summary: Localized("短链接看不出去向", "a short link that hides where it leads"),
    why: Localized(
      "短链接看不出指向哪里，也可能被换成别的页面；公开发布的信息应写明原始地址。",
      "A short link hides its destination and can be changed later."
    ),
    basis: basis,
    patterns: [shortText],
    triggers: [.links, .patterns([shortText])],
    cases: [
      .ok("原始地址", "[报名](https://www.example.cn/baoming)"),
      .ok("别家网址里的同样字母", "[资料](https://www.post.cn/abc)"),
      .flags("短链接", "⟦[报名](https://t.cn/A6abc)⟧"),
      .flags("正文里的短链接", "报名请打开⟦t.cn/A6abc⟧。"),
    ]
  ) { draft in
    let message = Localized(
      "短链接看不出去向：请换成原始地址",
      "a short link hides where it leads: give the address itself"
    )
    let links = draft.linkEntries.filter {
      $0.address.isOfWeb && shortHosts.contains(WebAddress.bare($0.address.host))
    }
    return links.map { draft.fault(of: $0.link, message) }
      + (try draft.bareMatches(of: shortText)).map { Fault(range: $0, message: message) }
  }

  private static let shortHosts: Set = [
    "t.cn", "url.cn", "dwz.cn", "suo.im", "bit.ly", "tinyurl.com", "goo.gl", "is.gd", "dwz.mk",
    "suo.nz", "sourl.cn", "suo.yt", "mtw.so", "u.nu", "rrd.me", "ow.ly", "985.so", "dwz.win",
    "w.url.cn",
  ]
  private static let shortText = gated(
    "(?<![A-Za-z0-9.@/_-])(?:https?://)?(?:w\\.)?(?:t\\.cn|url\\.cn|dwz\\.cn|suo\\.im|bit\\.ly|tinyurl\\.com|goo\\.gl|is\\.gd)"
      + "/[A-Za-z0-9]+"
  )

  private static let mismatch = FamilyRule(
    "link/text-url-mismatch",
    .error,
    summary: Localized("显示的网址与实际去向不同", "a link that shows another address than its own"),
    why: Localized(
      "文字写一个网址、点开却是另一个，是钓鱼链接的做法；多半是复制时没有改。",
      "Text that shows one site and opens another is how phishing works."
    ),
    basis: basis,
    triggers: .links,
    cases: [
      .ok("带不带www都是一家", "<p><a href=\"https://www.nhc.gov.cn/\">nhc.gov.cn</a></p>"),
      .ok("文字不是网址", "<p><a href=\"https://a.example/x.pdf\">report.pdf</a></p>"),
      .ok("只写了网站", "<p><a href=\"https://www.a.example/zt/1.html\">https://www.a.example/</a></p>"),
      .ok(
        "同一页的不同写法",
        "<p><a href=\"https://www.a.example/mz/index.html?from=wx\">http://a.example/mz/</a></p>"
      ),
      .flags(
        "同一网站的另一页",
        "<p>⟦<a href=\"https://old.a.example/2023/gh.html\">https://www.a.example/guahao</a>⟧</p>"
      ),
      .flags("指向别处", "<p>见⟦<a href=\"http://x.cc\">www.nhc.gov.cn</a>⟧</p>"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      let text = draft.text(of: entry.link)
      guard entry.address.isOfWeb, let shown = host(in: text) else { return nil }
      if entry.address.isRelated(toHost: shown) {
        guard !leadsTo(text, entry.address) else { return nil }
        let message = Localized(
          "文字写的是 \(text)，点开却是这个网站的另一页",
          "the text says \(text), the link leads to another page of that site"
        )
        return draft.fault(of: entry.link, message)
      }
      guard !entry.address.path.contains(shown) else { return nil }
      let message = Localized(
        "文字写的是 \(shown)，点开却是 \(entry.address.host)",
        "the text says \(shown), the link leads to \(entry.address.host)"
      )
      return draft.fault(of: entry.link, message)
    }
  }
}

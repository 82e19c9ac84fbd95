import ChineseText
import Linting
import Reading
import SourceText

/// Where links lead, as far as the draft itself tells.
enum LinkTargets {
  static let all: [any Rule] = [
    anchorMissing, attachmentMissing, attachmentFormat, loginRequired, insecure, reprintOriginal,
  ]
}

extension LinkTargets {
  private static let anchorMissing = FamilyRule(
    "link/anchor-missing",
    .warning,
    summary: Localized("页内链接没有目标", "a link to a place that the page does not have"),
    why: Localized(
      "目录点了不动，多半是标题改过而目录没有改。",
      "A table of contents that does not move was not kept in step with its headings."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("目标在后面", "<p><a href=\"#b\">乙</a></p><h2 id=\"b\">乙</h2>"),
      .ok("Markdown的标题就是目标", "[预约方式](#预约方式)\n\n## 预约方式\n\n请提前一天预约。"),
      .flags("没有这个目标", "<p>⟦<a href=\"#sec9\">第九节</a>⟧</p><h2 id=\"sec1\">第一节</h2>"),
    ]
  ) { draft in
    let inner = draft.linkEntries.filter { entry in
      guard let fragment = entry.address.fragment, !entry.link.isHidden else { return false }
      return entry.address.scheme.isEmpty && entry.address.host.isEmpty
        && entry.address.path.isEmpty && fragment.utf8.count > 1
        // Of notes `citation/footnote-broken` speaks.
        && !Footnotes.isNote(fragment)
    }
    guard !inner.isEmpty else { return [] }
    let targets = AnchorTargets(draft.draft)
    guard !targets.mayHoldMore else { return [] }
    return inner.compactMap { entry in
      guard let fragment = entry.address.fragment, !targets.hold(fragment) else { return nil }
      let message = Localized(
        "页面里没有「#\(fragment)」这个位置",
        "there is no place named #\(fragment) on the page"
      )
      return draft.fault(of: entry.link, message)
    }
  }

  private static let attachmentMissing = FamilyRule(
    "link/attachment-missing",
    .error,
    summary: Localized("链接的附件不在", "an attachment that is not there"),
    why: Localized(
      "正文说有附件，稿件旁却没有这个文件，发布后读者下载不到。",
      "The text offers a file that does not lie beside the draft."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("站内页面不是附件", "[门诊安排](menzhen.html)"),
      .flags(
        "稿件旁没有这个文件",
        "⟦[报名表](files/a.docx)⟧",
        beside: ["files/a.docx": .missing(isPackage: true)]
      ),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      guard entry.address.isRelative, attachments.contains(entry.address.ending) else { return nil }
      guard case .missing(let isPackage)? = draft.file(at: entry.link.destination) else {
        return nil
      }
      let message = Localized(
        "稿件旁没有这个附件：请上传，或改正文件名",
        "the attachment does not lie beside the draft: add it, or mend its name"
      )
      return draft.fault(of: entry.link, message, isPackage ? .error : .warning)
    }
  }

  private static let attachments: Set = [
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "pdf", "ofd", "zip", "rar", "7z",
    "txt", "csv", "rtf", "mp3", "mp4",
  ]

  private static let attachmentFormat = FamilyRule(
    "link/attachment-format",
    .suggestion,
    summary: Localized("要填写的表是一张图片", "a form to fill in that is an image"),
    why: Localized(
      "图片不能填写，读屏软件也读不出：表格请提供可填写的文件。",
      "Nobody can fill in an image, and a screen reader cannot read it."
    ),
    basis: LinkAddressFaults.basis + [Basis("accessibility-law", "第三十二条")],
    triggers: .links,
    cases: [
      .ok("可填写的文件", "[报名表](https://a.example/baoming.docx)"),
      .ok("证书的扫描件", "[获奖证书](https://a.example/zhengshu.jpg)"),
      .flags("报名表是图片", "⟦[报名表](https://a.example/baoming.jpg)⟧"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      guard pictures.contains(entry.address.ending), !draft.hasImage(entry.link) else { return nil }
      let text = draft.text(of: entry.link)
      guard forms.stands(in: text), !sample.stands(in: text) else { return nil }
      let message = Localized(
        "要填写的表是图片：请换成 DOCX、XLSX 或可填写的 PDF",
        "the form is an image: offer a file that can be filled in"
      )
      return draft.fault(of: entry.link, message)
    }
  }

  private static let pictures: Set = ["jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "webp"]
  private static let forms = LiteralSet([
    "报名表", "申请表", "登记表", "审批表", "推荐表", "申报表", "回执", "调查表", "信息表", "承诺书", "知情同意书",
  ])
  private static let sample = LiteralSet(["样表", "样例", "示例", "填写说明", "公示", "扫描件", "证书"])

  private static let loginRequired = FamilyRule(
    "link/login-required",
    .suggestion,
    summary: Localized("链接要登录才能看", "a link that asks for a login"),
    why: Localized(
      "读者没有账号，点开只看到登录页。",
      "Readers have no account there and only see a login page."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("患者登录入口", "[患者登录](https://www.example.cn/login)"),
      .flags("办公系统的登录页", "见⟦[通知全文](https://oa.example.cn/login.jsp)⟧"),
    ]
  ) { draft in
    draft.linkEntries.compactMap { entry in
      let address = entry.address
      guard address.isOfWeb, !address.isInternal, asksForLogin(address),
        !entrances.stands(in: draft.text(of: entry.link)),
        // An address that shows another is `link/text-url-mismatch`.
        !isAddress(draft.text(of: entry.link))
      else { return nil }
      let message = Localized(
        "这个地址要登录才能看：请换成公开的页面",
        "the address asks for a login: link to a public page"
      )
      return draft.fault(of: entry.link, message)
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    text.contains(".") && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func asksForLogin(_ address: WebAddress) -> Bool {
    if address.host.hasPrefix("oa.") || address.host.hasPrefix("passport.") { return true }
    let name = address.pathOnly.split(separator: "/").last?.lowercased() ?? ""
    let stem = name.prefix { $0 != "." }
    return ["login", "signin", "userlogin", "logon"].contains(String(stem))
  }

  private static let entrances = LiteralSet([
    "登录", "登陆", "入口", "平台", "系统", "预约", "挂号", "查询", "缴费", "注册", "办理", "申报",
  ])

  private static let insecure = FamilyRule(
    "link/insecure-http",
    .warning,
    summary: Localized("能用 https 的链接写了 http", "http where the site has https"),
    why: Localized(
      "http 的页面可能在路上被改，填的姓名、证件号也会被人看到，浏览器会提示不安全。",
      "A page over http can be changed on its way, and what is filled in be read; browsers warn of it."
    ),
    basis: LinkAddressFaults.basis,
    triggers: .links,
    cases: [
      .ok("不知道有没有https", "[旧站](http://www.old.example/a)"),
      .flags(
        "同一网站别处用了https",
        "[首页](https://www.a.example/)\n\n⟦[挂号](http://www.a.example/gh)⟧",
        fixed: "[首页](https://www.a.example/)\n\n[挂号](https://www.a.example/gh)"
      ),
      .ok("没有要填的东西", "[县志里的老医院](http://www.old.example/a)"),
      .flags(
        "要填个人信息的页面",
        "⟦[网上预约挂号](http://www.old.example/gh)⟧",
        fixed: "[网上预约挂号](https://www.old.example/gh)"
      ),
      .flags(
        "都支持https的平台",
        "⟦[原文](http://mp.weixin.qq.com/s/AbC)⟧",
        fixed: "[原文](https://mp.weixin.qq.com/s/AbC)"
      ),
    ]
  ) { draft in
    let plain = draft.linkEntries.filter { $0.address.scheme == "http" && !$0.address.isInternal }
    guard !plain.isEmpty else { return [] }
    let secure = Set(
      draft.linkEntries.compactMap { $0.address.scheme == "https" ? $0.address.host : nil }
    )
    return try plain.compactMap { entry in
      let isOwn = entry.address.isWithin(draft.ownHosts) || secure.contains(entry.address.host)
      let isKnown = isOwn || entry.address.isWithin(secureHosts)
      let isForm = try isFilledIn(entry.link, in: draft)
      guard isKnown || isForm else { return nil }
      let message =
        isKnown
        ? Localized("这个网站支持 https，宜写 https 的地址", "the site has https: write its address so")
        : Localized(
          "要填个人信息的页面不宜走 http：请核对网站的 https 地址",
          "readers fill in personal data there: give the site's https address"
        )
      return draft.fault(
        of: entry.link,
        message,
        isOwn || isForm ? .warning : .suggestion,
        fix: fix(entry.link, in: draft)
      )
    }
  }

  /// Whether readers are sent there to fill something in: its text says so, or the words right before it.
  private static func isFilledIn(_ link: Link, in draft: ScannedDraft) throws -> Bool {
    let text = draft.text(of: link)
    if try entries.matches(text) { return true }
    let sentence = draft.sentence(at: link.text.lowerBound)
    guard isAddress(text) || text.visibleCount > 3, sentence.lowerBound < link.text.lowerBound
    else { return false }
    let around = sentence.lowerBound..<max(sentence.upperBound, link.text.upperBound)
    return try asks.matches(around, of: draft.text)
  }

  private static let entries = SentenceTest(
    "预约|挂号|缴费|支付|付款|报告查询|查(?:询)?(?:报告|结果|成绩)|(?:网上|在线)(?:报名|登记|申请|申报|办理|填报|投诉|问诊|签约)|报名(?:入口|系统|平台|网址|链接)|登录|注册"
  )
  private static let asks = SentenceTest(
    "(?:预约|挂号|缴费|报名|登记|填报|申请|查询报告|签约)[^。；，]{0,6}(?:请)?(?:进入|打开|登录|访问|点击|网址|入口|地址)|(?:进入|打开|登录|访问|通过|点击|在)[^。；]{0,30}(?:预约|挂号|缴费|报名|登记|填报|提交申请|查询报告)"
  )

  private static func fix(_ link: Link, in draft: ScannedDraft) -> Fix? {
    let source = link.destination.source
    let scheme = SourceRange(source.start, min(source.start + 5, source.end))
    guard draft.draft.source.string(in: scheme).lowercased() == "http:" else { return nil }
    let place = SourceRange(source.start + 4, source.start + 4)
    return Fix(Localized("改为 https", "write https"), .unsafe, [Edit(place, "s")])
  }

  private static let secureHosts = [
    "mp.weixin.qq.com", "docs.qq.com", "v.qq.com", "www.gov.cn", "www.who.int", "doi.org",
    "www.baidu.com", "weibo.com", "www.bilibili.com", "www.wjx.cn", "pubmed.ncbi.nlm.nih.gov",
    "fuwu.nhsa.gov.cn", "www.nhsa.gov.cn",
  ]

  private static let reprintOriginal = FamilyRule(
    "link/reprint-original-missing",
    .warning,
    summary: Localized("转载没有附原文链接", "a reprint without a link to its original"),
    why: Localized(
      "原文在网上的，附上链接，读者和审核的人才好核对。",
      "Where the original is online, its link lets readers and reviewers compare."
    ),
    basis: [
      Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1"),
    ],
    patterns: Reprints.patterns,
    cases: [
      .ok(
        "附了原文链接",
        "---\nreprint: true\nsource: 人民网\n---\n\n正文。\n\n[原文](https://www.example.cn/1)"
      ),
      .ok("原文没有网络版", "---\nreprint: true\nsource: 《县医院院报》\n---\n\n正文。"),
      .ok("文末的话另有规则", "---\nreprint: true\nsource: 人民网\n---\n\n正文。\n\n转载文章，仅供学习。"),
      .flags("转自网站而无链接", "---\nreprint: true\nsource: 人民网\n---\n\n正文。"),
    ]
  ) { draft in
    let metadata = draft.draft.metadata
    guard ["true", "yes", "是"].contains(metadata["reprint"]?.string ?? ""),
      let source = metadata["source"]?.string, online.stands(in: source),
      !source.contains("://"), !draft.linkEntries.contains(where: { $0.address.isOfWeb }),
      draft.draft.text.firstOffset(of: "://", in: 0..<draft.text.count) == nil,
      // What a statement below the text leaves out `copyright/reprint-source-missing` tells.
      try !draft.fact(Reprints.self).statements.contains(where: \.isExplicit)
    else { return [] }
    let message = Localized(
      "转自「\(source)」而没有附原文链接",
      "reprinted from \(source) without a link to the original"
    )
    return [Fault(range: 0..<0, message: message, source: SourceRange(0, 0))]
  }

  private static let online = LiteralSet([
    "网", "公众号", "客户端", "微信", "微博", "头条", "澎湃", "App", "APP",
  ])
}

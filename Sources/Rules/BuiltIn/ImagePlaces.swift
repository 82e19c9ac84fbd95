import ChineseText
import Linting
import Reading
import SourceText

/// Whether images lie where readers can load them from.
enum ImagePlaces {
  static let all: [any Rule] = [lazy, hotlinked]
}

extension ImagePlaces {
  private static let lazy = FamilyRule(
    "image/lazy-src-unresolved",
    .error,
    summary: Localized("图片只有延迟加载的地址", "an image with only a lazy address"),
    why: Localized(
      "data-src 要靠公众号的脚本才显示；贴到别的网站上就是一个空框。",
      "Without the script of the page it came from, data-src shows nothing."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    triggers: .images,
    cases: [
      .ok("公众号里由平台加载", "<p>甲</p><img data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"1080\">"),
      .ok("网站自己的延迟加载", "<p>甲</p><img class=\"lazyload\" data-src=\"https://a.example/1.jpg\">"),
      .flags(
        "贴到网站上",
        "<p>甲</p>⟦<img data-src=\"https://a.example/1.jpg\" alt=\"门诊\">⟧",
        fixed:
          "<p>甲</p><img src=\"https://a.example/1.jpg\" data-src=\"https://a.example/1.jpg\" alt=\"门诊\">"
      ),
    ]
  ) { draft in
    guard draft.profile != .wechat, draft.draft.images.contains(where: \.isLazy),
      draft.draft.source.bytes.firstOffset(of: "<script", in: 0..<draft.draft.source.bytes.count)
        == nil
    else { return [] }
    return draft.draft.images.compactMap { image in
      guard image.isLazy, !image.isHidden, let url = image.url, !url.string.isBlank,
        !image.classes.lowercased().contains("lazy"), !isOfWeChat(url.string)
      else { return nil }
      let message = Localized(
        "图片只有 data-src，发布后不显示：请写 src",
        "the image has only data-src and will not show: give it a src"
      )
      return Fault(
        range: 0..<0,
        message: message,
        fix: sourceFix(image, url, in: draft.draft.source),
        source: image.source
      )
    }
  }

  private static func sourceFix(_ image: Image, _ url: Placed, in source: Source) -> Fix? {
    let written = source.string(in: url.source)
    guard !written.contains("\""), !written.isBlank else { return nil }
    let title = Localized("把地址抄到 src", "copy the address to src")
    if let placeholder = image.placeholder, !placeholder.source.isEmpty {
      return Fix(title, .safe, [Edit(placeholder.source, written)])
    }
    let start = image.source.start
    let head = source.string(in: SourceRange(start, min(start + 4, image.source.end)))
    guard image.placeholder == nil, head.lowercased() == "<img" else { return nil }
    return Fix(title, .safe, [Edit(SourceRange(start + 4, start + 4), " src=\"\(written)\"")])
  }

  private static let hotlinked = FamilyRule(
    "image/hotlinked",
    .warning,
    summary: Localized("图片用的是别家网站的地址", "an image loaded from somebody else's site"),
    why: Localized(
      "公众号和许多网站不许外面引用图片，读者只看到一张提示图；也可能侵权。请把图片传到自己的平台。",
      "WeChat and many sites refuse to serve their images elsewhere: upload them to your own."
    ),
    basis: [
      Basis("wechat-account-management", "三、3"), Basis("wechat-account-management", "六、3"),
    ],
    triggers: .images,
    cases: [
      .ok("公众号里的公众号图片", "<p>甲</p><img class=\"wxw-img\" data-src=\"https://mmbiz.qpic.cn/a/640\">"),
      .ok("自己网站的图片", "<p>甲</p><img src=\"https://www.a.example/1.jpg\" alt=\"门诊\">"),
      .flags("网站上引用公众号图片", "<p>甲</p>⟦<img src=\"https://mmbiz.qpic.cn/a/640\" alt=\"门诊\">⟧"),
      .flags("引用搜索引擎的图片", "⟦![门诊](https://img0.baidu.com/it/u=1)⟧"),
    ]
  ) { draft in
    draft.draft.images.compactMap { image in
      guard !image.isHidden, let url = image.url?.string, url.utf8.count > 8,
        !url.hasPrefix("data:")
      else { return nil }
      let address = WebAddress(url)
      guard address.isOfWeb, !address.isWithin(draft.ownHosts) else { return nil }
      let isWeChat = address.isWithin(weChatHosts)
      // Of a Markdown draft with WeChat's images, WeChat is where it goes.
      if isWeChat, draft.profile == .wechat || draft.draft.format == .markdown { return nil }
      let isForeign =
        isWeChat || foreignNames.stands(in: address.host) && address.isWithin(foreignHosts)
      guard isForeign || !draft.ownHosts.isEmpty && draft.profile != .wechat else { return nil }
      let message = Localized(
        "图片放在 \(address.host)，发布后可能不显示：请传到本单位的平台",
        "the image lies with \(address.host) and may not show: upload it to your own platform"
      )
      return Fault(
        range: 0..<0,
        message: message,
        severity: isWeChat ? .error : .warning,
        source: image.source
      )
    }
  }

  private static func isOfWeChat(_ url: String) -> Bool { WebAddress(url).isWithin(weChatHosts) }

  private static let weChatHosts = ["qpic.cn", "qlogo.cn"]
  private static let foreignHosts = [
    "baidu.com", "bdstatic.com", "bdimg.com", "sogoucdn.com", "sinaimg.cn", "gtimg.com",
    "126.net", "toutiaoimg.com", "byteimg.com", "zhimg.com", "xhscdn.com", "360buyimg.com",
    "alicdn.com", "huabanimg.com", "nipic.com", "tuchong.com", "vcg.com", "58pic.com",
    "google.com", "gstatic.com", "bing.com", "bing.net",
  ]
  private static let foreignNames = LiteralSet(foreignHosts)
}

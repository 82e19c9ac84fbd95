import Linting
import Reading
import SourceText

/// Flags images that only the author's own computer can show, or nobody's.
struct ImageBrokenSource: Rule {
  let info = RuleInfo(
    id: "image/broken-src",
    summary: Localized("图片地址打不开", "an image that cannot be shown"),
    why: Localized(
      "指向本机文件或编辑器临时文件的图片，发布后读者只看到一个空框。",
      "An image that lies on the author's computer is an empty frame once published."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("稿件旁的相对路径", "![现场](images/1.jpg)"),
    .ok(
      "公众号的延迟加载",
      "<img src=\"data:image/svg+xml,%3Csvg%3E%3C/svg%3E\" data-src=\"https://mmbiz.qpic.cn/a/640\" alt=\"现场\">"
    ),
    .flags("本机路径", "![现场](⟦C:\\Users\\wang\\1.jpg⟧)"),
    .flags("没有地址", "⟦<img alt=\"现场\">⟧"),
    .flags(
      "占位图没有原图",
      "<img class=\"rich_pages wxw-img\" src=\"⟦data:image/svg+xml;base64,PHN2Zy8+⟧\" alt=\"现场\">"
    ),
    .flags(
      "稿件旁没有这个文件",
      "![现场](⟦images/1.jpg⟧)",
      beside: ["images/1.jpg": .missing(isPackage: true)]
    ),
  ]

  var triggers: Triggers { .images }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.draft.images.compactMap { image in
      guard !image.isHidden, !isPlaceholder(image.classes) else { return nil }
      let address = image.url?.string.trimmingBlanks ?? ""
      let place = address.isEmpty ? image.source : image.url?.source ?? image.source
      let range = place.isEmpty ? image.source : place
      if let fault = BrokenAddress(address, ofWeChat: image.classes.contains("wxw-img")) {
        return finding(fault.message, at: range)
      }
      guard let file = image.url.flatMap(draft.file) else { return nil }
      switch file {
      case .missing(let isPackage):
        var finding = finding(.missing, at: range)
        if !isPackage { finding.severity = .warning }
        return finding
      case .present(bytes: 0, _): return finding(.empty, at: range)
      case .present: return nil
      }
    }
  }

  private func isPlaceholder(_ classes: String) -> Bool {
    !classes.isEmpty
      && (classes.contains("img_placeholder") || classes.contains("widget_placeholder"))
  }
}

extension Localized {
  fileprivate static let missing = Self(
    "稿件旁没有这个图片文件：请放进去，或改正文件名",
    "the image does not lie beside the draft: add it, or mend its name"
  )
  fileprivate static let empty = Self(
    "图片文件是空的：请重新保存图片",
    "the image's file is empty: save it again"
  )
}

/// Why an address shows no image to others.
private enum BrokenAddress {
  case empty
  case local
  case temporary
  case unloaded

  /// Nil for an address that may be right; content images of WeChat are never drawn in their tag.
  init?(_ address: String, ofWeChat: Bool) {
    if Self.isOnline(address) { return nil }
    let lower = address.lowercased()
    if ["", "#", "about:blank", "undefined", "null", "javascript:;"].contains(lower) {
      self = .empty
    } else if Self.isLocal(address, lower) {
      self = .local
    } else if ["blob:", "wxlocalresource:", "wxfile:", "cid:", "webkit-fake-url:"].contains(where: {
      lower.hasPrefix($0)
    }) {
      self = .temporary
    } else if ofWeChat && lower.hasPrefix("data:image/svg+xml") || Self.isUnloaded(lower) {
      self = .unloaded
    } else {
      return nil
    }
  }

  /// Whether an address is plainly on the web, as most are.
  private static func isOnline(_ address: String) -> Bool {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return false }
    let host = address.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).first
    return host != UInt8(ascii: "l") && host != UInt8(ascii: "L") && host != UInt8(ascii: "1")
  }

  private static func isLocal(_ address: String, _ lower: String) -> Bool {
    if lower.hasPrefix("file:") || address.hasPrefix("/Users/") || address.hasPrefix("\\\\") {
      return true
    }
    if ["localhost", "127.0.0.1"].contains(where: { host in
      ["http://", "https://", "//"].contains { lower.hasPrefix($0 + host) }
    }) {
      return true
    }
    // A drive: one letter, a colon, a slash of either kind.
    let parts = lower.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].count == 1, parts[0].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return ["\\", "/", "%5c"].contains { parts[1].hasPrefix($0) }
  }

  /// An SVG that draws nothing stands where the real image was to be loaded.
  private static func isUnloaded(_ lower: String) -> Bool {
    guard lower.hasPrefix("data:image/svg+xml"), lower.utf8.count < 1500 else { return false }
    let shapes = ["path", "text", "image", "circle", "ellipse", "polygon", "polyline", "line"]
    return !lower.contains(";base64")
      && !shapes.contains { lower.contains("<\($0)") || lower.contains("%3c\($0)") }
  }

  var message: Localized {
    switch self {
    case .empty: Localized("图片没有地址：请重新插入图片", "the image has no address: insert it again")
    case .local:
      Localized(
        "图片指向本机文件，别人打不开：请先上传图片",
        "the image lies on the author's computer: upload it first"
      )
    case .temporary:
      Localized(
        "图片地址是编辑器的临时地址，过后即失效：请先上传图片",
        "the image's address is an editor's temporary one: upload the image first"
      )
    case .unloaded:
      Localized(
        "这里只有占位图，没有原图地址：请重新插入图片",
        "only a placeholder stands here: insert the image again"
      )
    }
  }
}

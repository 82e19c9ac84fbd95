import Reading
import SourceText

/// What an image is for, as far as its tag tells (handbook, compliance §3.3).
enum ImageKind: Hashable {
  case content
  /// Dividers, icons, spacers, backgrounds: they say nothing.
  case decorative
  /// The organisation's own QR codes and logos: they need a text, but no source.
  case ownAsset

  init(_ image: Image, in draft: Draft) {
    let names = nameParts(of: image)
    let alt = image.alt?.string ?? ""
    if image.isPresentation || hasDecorativeSize(image, in: draft)
      || !names.isDisjoint(with: decorativeNames) || hasDecorativeClass(image.classes)
      || isDecorative(alt)
    {
      self = .decorative
    } else if !names.isDisjoint(with: ownNames) || names.contains(where: { $0.contains("qrcode") })
      || isOwn(alt)
    {
      self = .ownAsset
    } else {
      self = .content
    }
  }
}

extension Image {
  /// Whether the draft says that the image needs no text: empty in HTML, but merely left out in `![](…)`.
  func isMarkedDecorative(in draft: Draft) -> Bool {
    guard let alt, alt.string.allSatisfy(\.isWhitespace) else { return false }
    return !isMarkdown(in: draft)
  }

  /// Whether it is written `![…](…)`.
  func isMarkdown(in draft: Draft) -> Bool {
    source.start < draft.source.bytes.count && draft.source.bytes[source.start] == UInt8(ascii: "!")
  }
}

/// Small, a strip, or small and repeated.
private func hasDecorativeSize(_ image: Image, in draft: Draft) -> Bool {
  let sides = [image.width, image.height].compactMap(\.self)
  guard let shortest = sides.min() else { return false }
  if shortest <= 64 { return true }
  if let width = image.width, let height = image.height, height > 0 {
    let ratio = width / height
    if ratio >= 8 || ratio <= 0.125 { return true }
  }
  guard shortest <= 120 else { return false }
  if image.isMarkedDecorative(in: draft) { return true }
  guard let url = image.url?.string, !url.isEmpty else { return false }
  return draft.images.count { $0.url?.string == url } >= 2
}

/// The words of an image's path, in lower case, without digits; hosts and queries are left out.
private func nameParts(of image: Image) -> Set<String> {
  guard var path = image.url?.string, !path.hasPrefix("data:") else { return [] }
  if let query = path.firstIndex(where: { $0 == "?" || $0 == "#" }) {
    path = String(path[..<query])
  }
  if let scheme = path.firstRange(of: "//") {
    path = String(path[scheme.upperBound...].drop { $0 != "/" })
  }
  return Set(path.lowercased().split { !$0.isASCII || !$0.isLetter }.map(String.init))
}

private func hasDecorativeClass(_ classes: String) -> Bool {
  ["__bg_gif", "placeholder", "spacer", "emoji", "icon"].contains { classes.contains($0) }
}

private func isDecorative(_ alt: String) -> Bool {
  guard !alt.isEmpty, alt.count <= 8 else { return false }
  return ["分割线", "分隔线", "图标", "表情", "装饰", "点赞", "在看", "点击关注", "关注我们", "扫码关注", "占位"]
    .contains { alt.contains($0) }
}

private func isOwn(_ alt: String) -> Bool {
  if alt.hasSuffix("二维码") || alt.hasSuffix("小程序码") { return true }
  guard alt.count <= 12 else { return false }
  return ["二维码", "院徽", "院标", "徽标", "标志", "LOGO", "Logo", "logo", "页眉", "页脚"]
    .contains { alt.contains($0) }
}

private let decorativeNames: Set = [
  "emoji", "icon", "icons", "divider", "line", "bg", "background", "spacer", "blank", "pixel",
  "separator", "placeholder", "loading", "arrow", "bullet", "formula", "latex", "equation",
  "avatar",
  "headimg",
]

private let ownNames: Set = ["qrcode", "qr", "ewm", "erweima", "logo", "header", "footer"]

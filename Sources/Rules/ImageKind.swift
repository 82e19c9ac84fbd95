import ChineseText
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
    let alt = Array((image.alt?.string ?? "").utf8)
    if image.isPresentation || hasDecorativeSize(image, in: draft)
      || names.contains(where: decorativeNames.contains) || hasDecorativeClass(image.classes)
      || isDecorative(alt)
    {
      self = .decorative
    } else if names.contains(where: { ownNames.contains($0) || $0.contains(anyOf: ["qrcode"]) })
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
private func nameParts(of image: Image) -> [[UInt8]] {
  guard let url = image.url?.string, !url.hasPrefix("data:") else { return [] }
  var path = Array(url.utf8)[...]
  if let query = path.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
    path = path[..<query]
  }
  if let scheme = Array(path).firstOffset(of: Array("//".utf8), in: 0..<path.count) {
    path = path[(scheme + 2)...].drop { $0 != UInt8(ascii: "/") }
  }
  // Of ASCII letters, this bit is what tells the cases apart.
  return path.split { !(0x61...0x7A).contains($0 | 0x20) }.map { word in word.map { $0 | 0x20 } }
}

private func hasDecorativeClass(_ classes: String) -> Bool {
  guard !classes.isEmpty else { return false }
  return Array(classes.utf8)
    .contains(anyOf: ["__bg_gif", "placeholder", "spacer", "emoji", "icon"])
}

/// Texts of up to eight Han.
private func isDecorative(_ alt: [UInt8]) -> Bool {
  guard !alt.isEmpty, alt.count <= 24 else { return false }
  return alt.contains(anyOf: [
    "分割线", "分隔线", "图标", "表情", "装饰", "点赞", "在看", "点击关注", "关注我们", "扫码关注", "占位",
  ])
}

/// Texts that end in the code's name, or name the asset in up to twelve Han.
private func isOwn(_ alt: [UInt8]) -> Bool {
  guard !alt.isEmpty else { return false }
  let tail = max(0, alt.count - 12)..<alt.count
  if ["二维码", "小程序码"].contains(where: { alt[tail].hasSuffix($0.utf8) }) { return true }
  guard alt.count <= 36 else { return false }
  return alt.contains(anyOf: [
    "二维码", "院徽", "院标", "徽标", "标志", "LOGO", "Logo", "logo", "页眉", "页脚",
  ])
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: String.UTF8View) -> Bool {
    reversed().starts(with: suffix.reversed())
  }
}

private let decorativeNames = Set(
  [
    "emoji", "icon", "icons", "divider", "line", "bg", "background", "spacer", "blank", "pixel",
    "separator", "placeholder", "loading", "arrow", "bullet", "formula", "latex", "equation",
    "avatar",
    "headimg",
  ].map { Array($0.utf8) }
)

private let ownNames = Set(
  ["qrcode", "qr", "ewm", "erweima", "logo", "header", "footer"].map { Array($0.utf8) }
)

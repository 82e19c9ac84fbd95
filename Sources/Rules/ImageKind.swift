import ChineseText
import Linting
import Reading
import SourceText

/// What an image is for, as far as its tag tells (handbook, compliance §3.3).
enum ImageKind: Hashable {
  case content
  /// Dividers, icons, spacers, backgrounds: they say nothing.
  case decorative
  /// The organisation's own QR codes and logos: they need a text, but no source.
  case ownAsset

  fileprivate init(_ image: Image, in draft: Draft, among addresses: inout RepeatedAddresses) {
    let names = PathNames(of: image)
    let alt = image.alt?.string ?? ""
    if image.isPresentation || names.isDecorative || hasDecorativeSize(image, in: draft, &addresses)
      || hasDecorativeClass(image.classes) || isDecorative(alt)
    {
      self = .decorative
    } else if names.isOwn || isOwn(alt) {
      self = .ownAsset
    } else {
      self = .content
    }
  }
}

/// What the images of a draft are for, in their order.
struct ImageKinds: DraftFact {
  let kinds: [ImageKind]

  init(_ draft: ScannedDraft) {
    let draft = draft.draft
    var addresses = RepeatedAddresses(draft.images)
    kinds = draft.images.map { ImageKind($0, in: draft, among: &addresses) }
  }
}

extension Image {
  /// Whether the draft says that the image needs no text: empty in HTML, but merely left out in `![](…)`.
  func isMarkedDecorative(in draft: Draft) -> Bool {
    guard let alt, alt.string.isBlank else { return false }
    return !isMarkdown(in: draft)
  }

  /// Whether it is written `![…](…)`.
  func isMarkdown(in draft: Draft) -> Bool {
    source.start < draft.source.bytes.count && draft.source.bytes[source.start] == UInt8(ascii: "!")
  }
}

/// The addresses that more than one image has.
private struct RepeatedAddresses {
  private let images: [Image]
  private lazy var repeated: Set<String> = {
    var seen: Set<String> = []
    return Set(images.compactMap(\.url?.string).filter { !seen.insert($0).inserted })
  }()

  init(_ images: [Image]) { self.images = images }

  mutating func contain(_ address: String) -> Bool { repeated.contains(address) }
}

/// Small, a strip, or small and repeated.
private func hasDecorativeSize(
  _ image: Image,
  in draft: Draft,
  _ addresses: inout RepeatedAddresses
) -> Bool {
  let shown = [image.shownWidth, image.shownHeight].compactMap(\.self)
  if let least = shown.min(), least <= 64 { return true }
  guard let shortest = image.width.map({ min($0, image.height ?? $0) }) ?? image.height else {
    return false
  }
  if shortest <= 64 { return true }
  if let width = image.width, let height = image.height, height > 0 {
    let ratio = width / height
    if ratio >= 8 || ratio <= 0.125 { return true }
  }
  guard shortest <= 120 else { return false }
  if image.isMarkedDecorative(in: draft) { return true }
  guard let url = image.url?.string, !url.isEmpty else { return false }
  return addresses.contain(url)
}

/// What the words of an image's path tell, whatever their case; hosts, queries and digits tell nothing.
private struct PathNames {
  private(set) var isDecorative = false
  private(set) var isOwn = false

  init(of image: Image) {
    guard let url = image.url?.string, !url.hasPrefix("data:") else { return }
    let path = url.utf8.span.extracting(Self.path(of: url.utf8.span))
    var word = WordKey()
    for index in path.indices {
      if word.add(path[index]) { continue }
      judge(word)
      word = WordKey()
    }
    judge(word)
  }

  private mutating func judge(_ word: WordKey) {
    guard word.letters != 0 else { return }
    if decorativeNames.contains(word.letters) { isDecorative = true }
    if word.holdsQRCode || ownNames.contains(word.letters) { isOwn = true }
  }

  /// The part of an address behind its host and before its query.
  private static func path(of url: Span<UInt8>) -> Range<Int> {
    let end = url.indices.first { url[$0] == UInt8(ascii: "?") || url[$0] == UInt8(ascii: "#") }
    let whole = 0..<(end ?? url.count)
    guard let host = firstOffset(of: "//".utf8.span, in: url.extracting(whole)) else {
      return whole
    }
    let start = (host + 2..<whole.upperBound).first { url[$0] == UInt8(ascii: "/") }
    return (start ?? whole.upperBound)..<whole.upperBound
  }
}

/// A word of ASCII letters, whatever their case.
private struct WordKey {
  /// Five bits a letter: of a word of more than twelve, its last ones.
  private(set) var letters: UInt64 = 0
  private(set) var holdsQRCode = false

  init() {}

  init(_ word: String) {
    for byte in word.utf8 { _ = add(byte) }
  }

  /// Adds a letter; false for any other byte.
  mutating func add(_ byte: UInt8) -> Bool {
    // Of ASCII letters, this bit is what tells the cases apart.
    let letter = byte | 0x20
    guard (0x61...0x7A).contains(letter) else { return false }
    letters = letters << 5 | UInt64(letter & 0x1F)
    if letters & 0x3FFF_FFFF == Self.qrcode { holdsQRCode = true }
    return true
  }

  /// The thirty bits of `qrcode`.
  private static let qrcode = "qrcode".utf8.reduce(UInt64(0)) { $0 << 5 | UInt64($1 & 0x1F) }
}

private func hasDecorativeClass(_ classes: String) -> Bool {
  !classes.isEmpty && decorativeClasses.stands(in: classes)
}

/// Texts of up to eight Han.
private func isDecorative(_ alt: String) -> Bool {
  (1...24).contains(alt.utf8.count) && decorativeTexts.stands(in: alt)
}

/// Texts that end in the code's name, or name the asset in up to twelve Han.
private func isOwn(_ alt: String) -> Bool {
  let text = alt.utf8
  return text.suffix(9).elementsEqual("二维码".utf8)
    || text.suffix(12).elementsEqual("小程序码".utf8)
    || text.count <= 36 && ownTexts.stands(in: alt)
}

private let decorativeClasses = LiteralSet([
  "__bg_gif", "placeholder", "spacer", "emoji", "icon",
])

private let decorativeTexts = LiteralSet([
  "分割线", "分隔线", "图标", "表情", "装饰", "点赞", "在看", "点击关注", "关注我们", "扫码关注", "占位",
])

private let ownTexts = LiteralSet([
  "二维码", "院徽", "院标", "徽标", "标志", "LOGO", "Logo", "logo", "页眉", "页脚",
])

/// Words of at most eleven letters, so that none is taken for the end of a longer one.
private let decorativeNames = [
  "emoji", "icon", "icons", "divider", "line", "bg", "background", "spacer", "blank", "pixel",
  "separator", "placeholder", "loading", "arrow", "bullet", "formula", "latex", "equation",
  "avatar",
  "headimg",
].map { WordKey($0).letters }

private let ownNames = ["qrcode", "qr", "ewm", "erweima", "logo", "header", "footer"]
  .map { WordKey($0).letters }

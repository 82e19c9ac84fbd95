import ChineseText
import Linting
import Reading
import SourceText

/// Whether images are sharp, undistorted and quick to load.
enum ImageSizes {
  static let all: [any Rule] = [lowResolution, distorted, oversized]
}

extension ImageSizes {
  private static let lowResolution = FamilyRule(
    "image/low-resolution",
    .warning,
    summary: Localized("图片太小，看不清", "an image of too few pixels"),
    why: Localized(
      "图片应清晰；宽度不到640像素的图，手机上铺满屏幕就发虚。",
      "Images are to be clear; one of less than 640 pixels blurs on a phone."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .images,
    cases: [
      .ok(
        "够大",
        "<p>甲</p><img data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"1080\" data-ratio=\"0.6\">"
      ),
      .ok(
        "按原大小排的头像",
        "<p>甲</p><img src=\"a.jpg\" data-w=\"300\" style=\"width:200px\" alt=\"王医师\">"
      ),
      .ok("二维码", "<p>甲</p><img src=\"a.png\" data-w=\"258\" alt=\"公众号二维码\">"),
      .flags(
        "太小",
        "<p>甲</p>⟦<img data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"240\" alt=\"证书\">⟧"
      ),
      .flags(
        "稿件旁的图片太小",
        "⟦![证书](a.jpg)⟧",
        beside: ["a.jpg": .present(bytes: 9000, pixels: PixelSize(width: 240, height: 180))]
      ),
      .flags(
        "取的是缩略图",
        "<p>甲</p>⟦<img data-src=\"https://mmbiz.qpic.cn/a/300?wx_fmt=jpeg\" alt=\"会场\">⟧"
      ),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let kinds = draft.fact(ImageKinds.self).kinds
    var texts: [Int: ImageTexts.Entry]?
    return try draft.draft.images.enumerated().compactMap { index, image in
      guard kinds[index] == .content, !image.isHidden,
        let (message, severity) = smallness(of: image, in: draft)
      else { return nil }
      if texts == nil {
        let entries = try draft.fact(ImageTexts.self).entries
        texts = Dictionary(entries.map { ($0.index, $0) }) { first, _ in first }
      }
      let entry = texts?[index]
      if entry?.mentions(smallThings) ?? false { return nil }
      let isGraphic = entry?.mentions(graphics) ?? false
      let isUnreadable = isGraphic && (draft.naturalSize(of: image)?.width ?? 640) < 300
      return Fault(
        range: 0..<0,
        message: message,
        severity: isUnreadable ? .error : severity,
        source: image.source
      )
    }
  }

  private static func smallness(
    of image: Image,
    in draft: ScannedDraft
  ) -> (message: Localized, severity: Severity)? {
    guard let url = image.url?.string, !url.hasPrefix("data:"), !isMoving(url) else { return nil }
    if let size = draft.naturalSize(of: image) {
      let width = Int(size.width)
      if let shown = image.shownWidth, shown > size.width * 1.5 {
        let message = Localized(
          "原图宽 \(width) 像素，页面拉到 \(Int(shown)) 像素，会发虚：请换清晰的图",
          "\(width) pixels wide, drawn out to \(Int(shown)): use a larger image"
        )
        return (message, .warning)
      }
      let isAtItsSize = image.shownWidth.map { $0 <= size.width } ?? false
      guard size.width < 640, !isAtItsSize else { return nil }
      // A portrait fills the screen's height, not its width.
      if size.width >= 300, let height = size.height, height > size.width * 1.2 { return nil }
      let message = Localized(
        "图片宽 \(width) 像素，手机上会发虚：宜用1080像素以上的原图",
        "\(width) pixels wide: use an original of 1080 or more"
      )
      return (message, size.width < 480 ? .warning : .suggestion)
    }
    guard let width = thumbnailWidth(url) else { return nil }
    let message = Localized(
      "地址取的是宽 \(width) 像素的缩略图：请换原图",
      "the address asks for a thumbnail of \(width) pixels: use the original"
    )
    return (message, .warning)
  }

  private static func isMoving(_ url: String) -> Bool {
    moving.stands(in: url)
  }

  /// What width the address asks for, where that is less than an article needs.
  private static func thumbnailWidth(_ url: String) -> Int? {
    let address = WebAddress(url)
    guard address.host.hasSuffix("qpic.cn"), let name = address.pathOnly.split(separator: "/").last,
      let width = Int(name), (1..<640).contains(width)
    else { return nil }
    return width
  }

  private static let moving = LiteralSet(["wx_fmt=gif", ".gif", ".svg", "wx_fmt=svg", "_gif/"])
  private static let graphics = LiteralSet(["图解", "长图", "流程", "海报", "一图读懂"])
  private static let smallThings = LiteralSet([
    "头像", "证件照", "签名", "印章", "公章", "结构式", "分子式", "公式", "图标", "院徽", "标志", "条形码",
  ])

  private static let distorted = FamilyRule(
    "image/aspect-distorted",
    .suggestion,
    summary: Localized("图片被拉变形", "an image out of proportion"),
    why: Localized(
      "宽和高都写死而比例不对，人和字会变扁变长；高度不写，由浏览器按比例算。",
      "With both sides fixed at the wrong ratio people and letters are squeezed."
    ),
    basis: [
      Basis("wechat-account-management", "三、3"), Basis("wechat-account-management", "六、2"),
    ],
    triggers: .images,
    cases: [
      .ok(
        "高度自动",
        "<p>甲</p><img src=\"a.jpg\" data-w=\"1080\" data-ratio=\"0.66\" style=\"width:600px;height:auto\">"
      ),
      .ok(
        "按框裁切",
        "<p>甲</p><img src=\"a.jpg\" data-w=\"1080\" data-ratio=\"0.66\" style=\"width:600px;height:600px;object-fit:cover\">"
      ),
      .flags(
        "写死的高度",
        "<p>甲</p>⟦<img src=\"a.jpg\" data-w=\"1080\" data-ratio=\"0.66\" style=\"width:600px;height:600px\">⟧",
        fixed:
          "<p>甲</p><img src=\"a.jpg\" data-w=\"1080\" data-ratio=\"0.66\" style=\"width:600px;\">"
      ),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let kinds = draft.fact(ImageKinds.self).kinds
    return draft.draft.images.enumerated().compactMap { index, image in
      guard kinds[index] != .decorative, !image.isHidden, !image.isCut,
        let width = image.shownWidth, let height = image.shownHeight, width > 64, height > 64,
        let size = draft.naturalSize(of: image), let natural = size.height, natural > 0,
        isOff(width / height, size.width / natural)
      else { return nil }
      let message = Localized("图片的宽高比与原图不同，被拉变形了", "the image is drawn out of proportion")
      let edits = fixedHeights(in: image.source, of: draft.draft.source.bytes)
      let fix =
        edits.isEmpty ? nil : Fix(Localized("删去写死的高度", "delete the fixed height"), .safe, edits)
      return Fault(range: 0..<0, message: message, fix: fix, source: image.source)
    }
  }

  /// Whether two ratios differ by more than a twentieth; a photo that lies on its side may be turned.
  private static func isOff(_ shown: Double, _ natural: Double) -> Bool {
    [natural, 1 / natural].allSatisfy { abs(shown / $0 - 1) > 0.05 }
  }

  /// What deletes the heights of a tag: of its style, and its attribute.
  private static func fixedHeights(in tag: SourceRange, of bytes: [UInt8]) -> [Edit] {
    var edits: [Edit] = []
    var start = tag.start
    while let found = bytes.firstOffset(of: "height", in: start..<min(tag.end, bytes.count)) {
      start = found + 6
      guard found > tag.start, start < tag.end else { break }
      let before = bytes[found - 1]
      let isName = before != UInt8(ascii: "-") && !isLetterByte(before)
      guard isName else { continue }
      let rest = bytes[start..<tag.end]
      if bytes[start] == UInt8(ascii: "=") {
        guard let end = endOfValue(rest.dropFirst()) else { return [] }
        edits.append(Edit(SourceRange(found - 1, end), ""))
      } else if bytes[start] == UInt8(ascii: ":") {
        guard
          let end = rest.firstIndex(where: { $0 == 0x3B || $0 == 0x22 || $0 == 0x27 || $0 == 0x3E })
        else { return [] }
        edits.append(Edit(SourceRange(found, bytes[end] == 0x3B ? end + 1 : end), ""))
      } else {
        return []
      }
    }
    return edits
  }

  /// Behind the value of an attribute.
  private static func endOfValue(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return rest.dropFirst().firstIndex(of: first).map { $0 + 1 }
    }
    return rest.firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
  }

  private static let oversized = FamilyRule(
    "image/oversized",
    .suggestion,
    summary: Localized("图片文件太大", "an image file that is too large"),
    why: Localized(
      "几兆的图片在手机网络上半天打不开；网页用图压到1兆以内看不出差别。",
      "Megabytes load slowly on a phone; nobody sees the difference."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    triggers: .images,
    cases: [
      .ok(
        "大小合适",
        "![现场](a.jpg)",
        beside: ["a.jpg": .present(bytes: 480_000, pixels: PixelSize(width: 1600, height: 900))]
      ),
      .flags(
        "现场图12兆",
        "⟦![现场](a.jpg)⟧",
        beside: ["a.jpg": .present(bytes: 12_600_000, pixels: PixelSize(width: 6000, height: 4000))]
      ),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let limit = draft.profile == .wechat ? 5_000_000 : 1_000_000
    return draft.draft.images.compactMap { image in
      guard !image.isHidden else { return nil }
      if case .present(let bytes, _)? = image.url.flatMap(draft.file), bytes > limit {
        let size = "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000)"
        let message = Localized(
          "图片有 \(size) MB，宜压缩到 \(limit / 1_000_000) MB 以内",
          "the image has \(size) MB: bring it below \(limit / 1_000_000)"
        )
        return Fault(range: 0..<0, message: message, source: image.source)
      }
      guard let height = draft.naturalSize(of: image)?.height, height > 20_000 else { return nil }
      let message = Localized(
        "长图高 \(Int(height)) 像素，许多手机显示不全，宜分成几张",
        "\(Int(height)) pixels high: many phones cannot show it, divide it"
      )
      return Fault(range: 0..<0, message: message, source: image.source)
    }
  }
}

extension ScannedDraft {
  /// The size of an image in its own pixels, of its file or of what the page says of it; nil where unknown.
  func naturalSize(of image: Image) -> (width: Double, height: Double?)? {
    if case .present(_, let pixels?)? = image.url.flatMap(file) {
      return (Double(pixels.width), Double(pixels.height))
    }
    guard image.hasNaturalSize, let width = image.width else { return nil }
    return (width, image.height)
  }
}

import Linting
import Reading
import SourceText

/// Flags images without a text for readers who cannot see them.
struct ImageAltMissing: Rule {
  let info = RuleInfo(
    id: "image/alt-missing",
    summary: Localized("图片没有替代文字", "an image without a text in its place"),
    why: Localized(
      "看不到图的读者靠替代文字知道图里是什么，读屏软件只念得出文字。",
      "Readers who cannot see an image rely on its text; a screen reader reads nothing else."
    ),
    basis: [Basis("accessibility-law", "第三十二条"), Basis("wechat-account-management", "六、2")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("装饰图的替代文字留空", "<p>正文</p><img src=\"a.jpg\" alt=\"\">"),
    .ok(
      "公众号图片有图注",
      "<p><img data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"1080\"></p><p>图1 七步洗手法</p>",
      profile: .wechat
    ),
    .flags(
      "有图注，可作替代文字",
      "⟦![](a.jpg)⟧\n\n护士示范洗手（王丽 摄）",
      fixed: "![护士示范洗手（王丽 摄）](a.jpg)\n\n护士示范洗手（王丽 摄）"
    ),
    .flags("网页里没有 alt", "<p>正文</p>⟦<img src=\"a.jpg\">⟧"),
  ]

  var triggers: Triggers { .images }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let images = draft.draft.images
    guard images.contains(where: { lacksText($0, in: draft.draft) }) else { return [] }
    let kinds = draft.fact(ImageKinds.self).kinds
    let bare = images.indices.filter {
      kinds[$0] != .decorative && lacksText(images[$0], in: draft.draft)
    }
    guard !bare.isEmpty else { return [] }
    let notes = try draft.fact(ImageNotes.self)
    return try bare.compactMap { index in
      let image = images[index]
      let caption = try notes.captionText(of: image)
      if draft.profile == .wechat, caption != nil { return nil }
      var finding = finding(
        .missing,
        at: image.source,
        fix: fix(for: image, caption, in: draft.draft)
      )
      if draft.profile == .wechat { finding.severity = .suggestion }
      return finding
    }
  }

  private func lacksText(_ image: Image, in draft: Draft) -> Bool {
    guard !image.isHidden else { return false }
    guard let alt = image.alt else { return true }
    return alt.string.isBlank && image.isMarkdown(in: draft)
  }

  /// The caption as the image's text.
  private func fix(for image: Image, _ caption: String?, in draft: Draft) -> Fix? {
    guard let caption, !caption.contains(where: { "[]\"<>&\\\n\u{2028}".contains($0) }) else {
      return nil
    }
    let start = image.source.start
    let isMarkdown = image.isMarkdown(in: draft)
    let head = draft.source.string(in: SourceRange(start, min(start + 4, image.source.end)))
    let edit: Edit
    if isMarkdown, head.hasPrefix("![]") {
      edit = Edit(SourceRange(start + 2, start + 2), caption)
    } else if !isMarkdown, head.lowercased() == "<img" {
      edit = Edit(SourceRange(start + 4, start + 4), " alt=\"\(caption)\"")
    } else {
      return nil
    }
    return Fix(Localized("用图注作替代文字", "use the caption"), .unsafe, [edit])
  }
}

extension Localized {
  fileprivate static let missing = Self(
    "图片没有替代文字：请用一句话写明图里是什么",
    "the image has no alternative text: say in a sentence what it shows"
  )
}

import Linting
import Reading
import SourceText

/// Flags images that nothing says the source of.
struct ImageSourceMissing: Rule {
  let info = RuleInfo(
    id: "image/source-missing",
    summary: Localized("图片没有注明来源", "an image without a source"),
    why: Localized(
      "图片、图表应注明来源；来源不明的图片既可能侵权，也无法核实。",
      "Images state their source; one of unknown origin may infringe and cannot be checked."
    ),
    basis: [
      Basis("wechat-account-management", "六、2"), Basis("website-management", "四、（六）1"),
    ],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("图下注明拍摄者", "![讲课](a.jpg)\n\n讲座现场（王丽 摄）"),
    .ok(
      "三张图共用一行说明",
      "![一](a.jpg)\n\n![二](b.jpg)\n\n![三](c.jpg)\n\n图1—图3：急诊科供图"
    ),
    .ok(
      "分割线和自己的二维码",
      "<img src=\"line.png\" width=\"1080\" height=\"40\"><img src=\"a.png\" alt=\"公众号二维码\">"
    ),
    .flags(
      "图后直接是正文",
      "<p>⟦<img data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"1080\">⟧</p><p>培训现场气氛热烈，大家踊跃提问。</p>"
    ),
    .flags("来源只写网络", "⟦![讲课](a.jpg)⟧\n\n图片来源：网络"),
  ]

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    try imagesWithoutSource(in: draft.draft).map { image, note in
      let isVague = note == .vague
      var finding = finding(isVague ? .vague : .missing, at: image.source)
      if draft.draft.isNotice { finding.severity = .warning }
      return finding
    }
  }
}

/// The content images of a draft whose source is missing or vague.
func imagesWithoutSource(in draft: Draft) throws -> [(image: Image, note: SourceNote)] {
  let images = draft.images.filter { image in
    let isShown = image.url.map { !$0.string.allSatisfy(\.isWhitespace) } ?? false
    return !image.isHidden && isShown && ImageKind(image, in: draft) == .content
  }
  guard !images.isEmpty else { return [] }
  let notes = try ImageNotes(draft)
  return try images.enumerated().compactMap { index, image in
    let note = try notes.note(for: image, number: index + 1)
    return note == .named ? nil : (image, note)
  }
}

extension Draft {
  /// Whether the draft says that it is a notice.
  fileprivate var isNotice: Bool {
    guard let name = metadata["class"]?.string else { return false }
    return name.hasPrefix("notice") || name.contains("通知") || name.contains("公告")
  }
}

extension Localized {
  fileprivate static let missing = Self(
    "图片没有注明来源：请在图下写明，如「图源：宣传科」「（王丽 摄）」",
    "the image has no source: name it below, such as 图源：宣传科 or （王丽 摄）"
  )
  fileprivate static let vague = Self(
    "图片的来源写得无法查证（如「网络」）：请写明作者或单位，查不到的不要用",
    "the image's source cannot be traced: name its author or owner, or leave the image out"
  )
}

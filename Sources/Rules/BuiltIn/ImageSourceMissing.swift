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
  ]

  var triggers: Triggers { .images }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    // A source that names nobody is `image/source-vague`, a chart's `image/chart-source-missing`.
    let images = try draft.fact(ImagesWithoutSource.self).images
      .filter { $0.note == .none && !$0.isChart }
    guard !images.isEmpty else { return [] }
    let isNotice = draft.draft.isNotice
    return images.map { image in
      var finding = finding(.missing, at: draft.draft.images[image.index].source)
      if isNotice { finding.severity = .warning }
      return finding
    }
  }
}

/// The content images of a draft whose source is missing or vague.
struct ImagesWithoutSource: DraftFact {
  /// By index in the draft's images.
  private(set) var images: [(index: Int, note: SourceNote, isChart: Bool)] = []

  init(_ draft: ScannedDraft) throws {
    let images = draft.draft.images
    guard !images.isEmpty else { return }
    let kinds = draft.fact(ImageKinds.self).kinds
    let content = images.indices.filter { index in
      kinds[index] == .content && !images[index].isHidden
        && images[index].url.map { !$0.string.isBlank } ?? false
    }
    guard !content.isEmpty else { return }
    let notes = try draft.fact(ImageNotes.self)
    for (number, index) in content.enumerated() {
      let note = try notes.note(for: images[index], number: number + 1)
      if note != .named {
        self.images.append((index, note, note == .none && notes.isChart(images[index])))
      }
    }
  }
}

extension Draft {
  /// Whether the draft says that it is a notice.
  var isNotice: Bool {
    guard let name = metadata["class"]?.string else { return false }
    return name.hasPrefix("notice") || name.contains("通知") || name.contains("公告")
  }
}

extension Localized {
  fileprivate static let missing = Self(
    "图片没有注明来源：请在图下写明，如「图源：宣传科」「（王丽 摄）」",
    "the image has no source: name it below, such as 图源：宣传科 or （王丽 摄）"
  )
}

import ChineseText
import Linting
import Reading
import SourceText

/// Flags texts whose source is given as 网络, 百度, 不详.
struct NetworkSource: Rule {
  let info = RuleInfo(
    id: "copyright/source-network",
    summary: Localized("来源写作「网络」", "“the internet” given as the source"),
    why: Localized(
      "「网络」不是来源：看不出作者是谁、有没有授权；引用外部资料应注明出处并取得授权。",
      "“The internet” names neither author nor permission; what is quoted needs both."
    ),
    basis: [
      Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1"),
    ],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("网络是部门名、系统名的一部分", "来源：网络信息中心。病例信息来自网络直报系统，参加网络安全宣传周、医联体网络。"),
    .ok("图片的来源另有规则", "图片来源：网络"),
    .flags("来源行", "# 防蚊\n\n⟦来源：网络整理⟧"),
    .flags("拼凑的", "其余段落⟦拼凑于互联网⟧，已无从查考。"),
    .flags("各大网站", "⟦本文综合整理自各大网站⟧。"),
    .flags("记不清了", "本文⟦从几个公众号文章里拼成⟧，⟦来源已记不清⟧。"),
    .flags("整理自网络", "本文部分⟦内容整理自网络⟧，经营养门诊改写。"),
    .flags("元数据里的来源", "---\nsource: ⟦互联网⟧\n---\n\n清理积水。"),
  ]

  var patterns: [GatedPattern] { [Self.strong, Self.weak, Self.lost] }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    for entry in draft.draft.metadata.entries where entry.key == "source" {
      guard entry.origin == .frontMatter || entry.origin == .metaElement,
        !entry.value.source.isEmpty,
        try Self.value.matches(entry.value.string.trimmingBlanks)
      else { continue }
      findings.append(finding(.network(entry.value.string.trimmingBlanks), at: entry.value.source))
    }
    var end = 0
    for match in try matches(in: draft) where match.lowerBound >= end {
      end = match.upperBound
      guard try isFault(match, in: draft) else { continue }
      findings.append(finding(.network(draft.draft.string(in: match)), at: match, in: draft))
    }
    return findings
  }

  private func matches(in draft: ScannedDraft) throws -> [Range<Int>] {
    try patterns.flatMap { try $0.matches(in: draft) }.sorted {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
  }

  private func isFault(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard let block = draft.block(at: match.lowerBound), !block.isCode,
      !draft.scan.isOpaque(at: match.lowerBound)
    else { return false }
    let before = block.text.lowerBound..<match.lowerBound
    if try Self.picture.matches(before, of: draft.text) { return false }
    // 感染来源不详 is about an illness: only a line of its own says so of the text.
    if try Self.unknown.matches(match, of: draft.text),
      try !Self.ownLine.matches(before, of: draft.text)
    {
      return false
    }
    // A note about text and pictures is the pictures' where theirs are at fault.
    if try Self.both.matches(before, of: draft.text) {
      return try draft.fact(ImagesWithoutSource.self).images.isEmpty
    }
    return try !Self.discussed.matches(draft.sentence(at: match.lowerBound), of: draft.text)
  }

  private static let nets =
    "(?:公开网络|各大网站|各大平台|各大媒体|多家网站|网络资料|网络整理|综合网络|网络|互联网|网上资料|网上|百度|朋友圈|公开资料整理|网友投稿|网友|不详|不明|未知|佚名|待考)"
  /// What may follow: the line's end, a mark, or more of the same.
  private static let edge =
    "(?=\\s*(?:$|[\\u2028\\n。，,；;、）)】\\]|｜丨/／ \\u3000]|整理|综合|公开|资料|转载|收集|搜集|侵|如有|若有|文章|等))"

  /// `来源：网络`.
  private static let strong = gated(
    "(?:文章|内容|资料|文字|本文|信息|素材|稿件)?(?:来源|转自|转载自|转载于|转发自|摘自|整理自|综合自|摘编自|编辑自|出处|综合整理自|拼凑于|拼凑自|拼西凑于|拼西凑自|搬运自|搬自|抄自|摘抄自|下载自|下载于|复制自|汇编自|汇总自|改编自|改写自)(?:于|自)?\\s*[:：|｜丨│/／]?\\s*\(nets)\(edge)"
  )
  /// 内容来自网络: a plain verb needs a text as its subject.
  private static let weak = gated(
    "(?:文章|内容|资料|文字|本文|素材|稿件)(?:部分|均|都|主要|大多|全部)?(?:内容)?(?:来源于|来自|源自|源于|取自|出自|综合|参考)(?:于|自)?\\s*[:：]?\\s*\(nets)\(edge)"
  )
  /// 由几个公众号的文章拼成, 来源已记不清.
  private static let lost = gated(
    "(?:来源|出处|原作者)(?:都|也|已经?|早已|现已)?(?:记不清|记不得|不记得|忘了|忘记|查不到|找不到|无从查考|无从查找|不可考)|(?:从|由|把)[^。；，]{0,12}(?:公众号|网页|网站|网文|帖子|文章)[^。；，]{0,8}(?:拼成|拼凑|凑成|攒成|拼接|东拼西凑|攒来|凑来)"
  )
  private static let picture = SentenceTest(
    "(?:(?<!文)图|图片|照片|配图|插图|视频|素材|封面图?|音频|动图|海报|题图)(?:均|都|为|的)?\\s*$"
  )
  private static let both = SentenceTest(
    "(?:图文|文图|文[、/]图|图[、/]文|图片[、和及与]文字|文字[、和及与]图片)(?:均|都|资料)?\\s*$"
  )
  private static let unknown = SentenceTest(
    "^(?:文章|资料|文字|内容)?(?:来源|出处)\\s*[:：|｜丨│/／]?\\s*(?:不详|不明|未知|待考)"
  )
  private static let ownLine = SentenceTest("(?:^|[\\s\\u2028|｜丨/／；;，,])$")
  private static let discussed = SentenceTest("谣言|辟谣|勿信|不要(?:标|写)|不得(?:标|写)|不能(?:标|写)|不予|写作|写成|标注为")
  private static let value = SentenceTest(
    "^[\\s“\"]*(?:来源|来自|转自)?[:：]?\\s*(?:网络(?:整理|综合|资料|转载|收集|搜集|公开)?|互联网(?:整理|资料|综合)?|网上(?:资料|收集|整理)?"
      + "|网友(?:投稿)?|综合网络|网络综合|百度(?:百科|图片|文库)?|朋友圈|微信群|公开资料(?:整理)?|综合整理|不详|未知|佚名|转载)[\\s”\"]*$"
  )
}

extension Localized {
  fileprivate static func network(_ text: String) -> Self {
    Self(
      "「\(text)」不是可以查证的来源：请写明原作者和原发布单位，并取得授权",
      "“\(text)” is no source: name the author and the publisher, and have their permission"
    )
  }
}

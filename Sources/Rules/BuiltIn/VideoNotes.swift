import ChineseText
import Linting
import Reading
import SourceText

/// Videos and sounds: where they come from, and what those who cannot see or hear have instead.
enum VideoNotes {
  static let all: [any Rule] = [sourceMissing, accessibility]
}

extension VideoNotes {
  private static let sourceMissing = FamilyRule(
    "image/video-source-missing",
    .warning,
    summary: Localized("视频没有注明来源", "a video without a source"),
    why: Localized(
      "视频、音频和图片一样要写明来源；嵌入别家平台的视频还须有授权。",
      "Videos state their source as images do; embedded ones need permission."
    ),
    basis: [
      Basis("wechat-account-management", "六、2"), Basis("wechat-account-management", "六、3"),
    ],
    patterns: [credit],
    cases: [
      .ok("写明来源", "<p>正文</p><video src=\"a.mp4\"></video><p>视频来源：县疾控中心（已授权）</p>"),
      .ok(
        "视频号卡片自带账号名",
        "<p>正文</p><mp-common-videosnap data-nickname=\"县医院\"></mp-common-videosnap>"
      ),
      .ok(
        "地图和小程序不是视频",
        "<p>正文</p><iframe src=\"https://map.a.example/\"></iframe><mp-miniprogram></mp-miniprogram>"
      ),
      .flags(
        "只有视频",
        "<p>正文</p>⟦<iframe class=\"video_iframe\" data-src=\"https://v.qq.com/x/1\">⟧</iframe><p>请大家收看。</p>"
      ),
    ]
  ) { draft in
    let videos = draft.draft.media.filter { kind(of: $0, in: draft) != nil }
    guard !videos.isEmpty else { return [] }
    let hasCredit = try !credit.matches(in: draft).isEmpty
    return try videos.compactMap { video in
      guard try !hasCredit && !hasNote(video, in: draft) else { return nil }
      let message = Localized(
        "视频没有注明来源：请在下方写明，如「视频：宣传科」",
        "the video has no source: name it below"
      )
      return Fault(range: 0..<0, message: message, source: video.source)
    }
  }

  private enum Kind {
    case video
    case sound
  }

  /// Nil for cards, maps and programs.
  private static func kind(of media: Media, in draft: ScannedDraft) -> Kind? {
    switch media.name {
    case "video": return .video
    case "audio", "mpvoice", "mp-common-mpaudio": return .sound
    case "iframe", "embed":
      let url = media.url?.string ?? ""
      return videoHosts.stands(in: url) || isVideoFrame(media, in: draft) ? .video : nil
    default: return nil
    }
  }

  private static func isVideoFrame(_ media: Media, in draft: ScannedDraft) -> Bool {
    let end = min(media.source.end, media.source.start + 1000)
    return draft.draft.source.string(in: SourceRange(media.source.start, end))
      .contains("video_iframe")
  }

  private static func hasNote(_ video: Media, in draft: ScannedDraft) throws -> Bool {
    let lines = ArticleLines(draft.draft)
    for index in near(video, 1, in: draft) where !lines.isArticleLine(index) {
      let text = draft.draft.blocks[index].text
      guard text.count <= 300 else { continue }
      let part = draft.text.span.extracting(text)
      if try SourceNote(in: part) == .named || note.matches(part) { return true }
    }
    return false
  }

  /// The visible blocks that many before and behind a video.
  private static func near(_ video: Media, _ count: Int, in draft: ScannedDraft) -> [Int] {
    let blocks = draft.draft.blocks
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].text.lowerBound < video.anchor { low = middle + 1 } else { high = middle }
    }
    return (max(0, low - count)..<min(blocks.count, low + count)).filter { !blocks[$0].isHidden }
  }

  private static let videoHosts = LiteralSet([
    "v.qq.com", "bilibili", "youku", "douyin", "kuaishou", "ixigua", ".mp4", "iqiyi", "/video",
  ])
  private static let credit = gated(
    "(?:本文|文中|以上|本期)[^。；\\n]{0,4}视频[^。；\\n]{0,4}(?:由|来源|来自|均为|摄制|拍摄)"
  )
  private static let note = SentenceTest(
    "(?:视频|音频|短片|录音|朗读|主播|播音|配音|拍摄|剪辑|摄制|出品|制作|出镜)\\s*[:：丨|｜/]\\s*[\\p{Han}A-Za-z]{2,}"
  )

  private static let accessibility = FamilyRule(
    "image/video-accessibility",
    .suggestion,
    summary: Localized("视频没有字幕，也没有文字说明", "a video without captions or text"),
    why: Localized(
      "听不见的读者靠字幕，看不见的靠文字；视频旁写上要点，大家都方便。",
      "Those who cannot hear read the captions; a summary beside the video helps all."
    ),
    basis: [Basis("accessibility-law", "第二十九条"), Basis("accessibility-law", "第三十二条")],
    cases: [
      .ok(
        "有文字要点",
        "<video src=\"a.mp4\"></video><p>视频要点：先用流动水和肥皂冲洗伤口十五分钟，再涂碘伏，二十四小时内接种疫苗；伤口较深的要打免疫球蛋白，之后按时打完全程，不要自行停针。</p>"
      ),
      .ok("有字幕", "<p>正文</p><video src=\"a.mp4\"><track kind=\"captions\" src=\"a.vtt\"></video>"),
      .flags("只有视频", "<p>请看视频。</p>⟦<video src=\"a.mp4\">⟧</video>"),
    ]
  ) { draft in
    guard !draft.draft.media.isEmpty else { return [] }
    return draft.draft.media.compactMap { video in
      guard kind(of: video, in: draft) == .video, !hasTrack(video, in: draft) else { return nil }
      let length = near(video, 3, in: draft).reduce(0) { length, index in
        length + visibleCount(draft.text.span.extracting(draft.draft.blocks[index].text))
      }
      guard length < 50 else { return nil }
      let message = Localized(
        "视频没有字幕轨，旁边也没有文字说明，宜写上要点",
        "the video has no captions and no text beside it: sum it up"
      )
      return Fault(range: 0..<0, message: message, source: video.source)
    }
  }

  private static func hasTrack(_ video: Media, in draft: ScannedDraft) -> Bool {
    let bytes = draft.draft.source.bytes
    let behind = min(video.source.end, bytes.count)..<min(video.source.end + 2000, bytes.count)
    let end = bytes.firstOffset(of: "</video", in: behind) ?? behind.upperBound
    return bytes.firstOffset(of: "<track", in: behind.lowerBound..<end) != nil
  }
}

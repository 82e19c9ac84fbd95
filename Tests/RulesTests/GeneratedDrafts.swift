/// Drafts put together from sentences of ours by a seeded generator, the same in every run.
struct GeneratedDraft: Sendable, CustomStringConvertible {
  let title: String
  /// Sentences of each paragraph.
  let paragraphs: [[String]]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    title = Self.titles[random.index(below: Self.titles.count)]
    paragraphs = (0..<1 + random.index(below: 4)).map { _ in
      (0..<1 + random.index(below: 4)).map { _ in
        Self.sentences[random.index(below: Self.sentences.count)]
      }
    }
  }

  var description: String { markdown }

  var markdown: String {
    "# \(title)\n\n" + paragraphs.map { $0.joined() }.joined(separator: "\n\n") + "\n"
  }

  var html: String {
    let body = paragraphs.map { "<p>\(escaped($0.joined()))</p>" }.joined(separator: "\n")
    return "<h1>\(escaped(title))</h1>\n\(body)\n"
  }

  /// The same page with each character at a position of `step` in tags of its own.
  func split(every step: Int) -> String {
    let body = paragraphs.map { sentences in
      let scalars = sentences.joined().unicodeScalars
      return "<p>"
        + scalars.enumerated().map { index, scalar in
          index % step == step - 1
            ? "<b>\(escaped(String(scalar)))</b>" : escaped(String(scalar))
        }.joined() + "</p>"
    }
    return "<h1>\(escaped(title))</h1>\n\(body.joined(separator: "\n"))\n"
  }

  private static let titles = [
    "春季门诊安排", "流感疫苗开始接种啦！", "门诊时间调整公告。", "震惊！这种水果不能吃",
    "全市老年人免费健康体检工作今日正式启动公告", "ＣＴ检查须知",
  ]

  private static let sentences = [
    "门诊时间为8:30—11:30，请按时就诊。", "请各科室做好布署，加强锻练。", "接种后请留观30分钟,不要马上离开。",
    "按1:1000稀释后使用。", "他说：“要记住‘早’字。”", "他说：“要记住“早”字。”", "要做到\"三早\"。",
    "依据《药品管理法》、《疫苗管理法》执行。", "多喝水，，少喝酒。", "感谢医护人员！！！！", "头晕、恶心...都要当心。",
    "记住一个词--早。", "腹泻（尤其是儿童)应就医。", "高血压（原发性的患者应长期服药。", "体温３８．５℃时复诊。",
    "有效率为10～20%。", "每天走3千步。", "自二〇二五年5月1日起执行。", "6月31日截止。", "接种疫\u{200B}苗很重要。",
    "請勿随意用药。", "吸菸有害健康。", "COPD患者冬季要保暖。", "本院开展DDQ项目。", "各位童鞋，预防近视要趁早。",
    "血压120/80 mmHg属于正常范围。", "咨询电话：0571-12345678。", "患者应躺平休息，头偏向一侧。", "活血化瘀，通络止痛。",
    "见 https://example.cn/a?id=3&b=2 。", "A < B 且 B > C。", "环保建设进展顺利。", "孩子发热怎么办？不要慌。",
    "乙肝小三阳患者应定期复查。", "手卫生要“内外夹弓大立腕”。", "Hand hygiene matters, always.", "预约时间9：00起。",
  ]
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
}

/// A linear congruential generator; the same seed gives the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }

  mutating func index(below count: Int) -> Int { Int(next() >> 1) % count }
}

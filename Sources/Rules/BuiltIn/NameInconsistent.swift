import ChineseText
import Linting
import Reading

/// Flags a person's name that is written with another character of the same sound elsewhere in the draft.
enum NameInconsistent {
  static let all: [any Rule] = [names]

  private static let names = FamilyRule(
    "wording/name-inconsistent",
    .warning,
    summary: Localized("同一个人的姓名前后写法不一", "a person's name in two writings"),
    why: Localized(
      "姓名写错一个字就成了另一个人；同音字最容易打错，前后不一要核对。",
      "With one character wrong a name is another person's; those of one sound are mistyped most."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    patterns: [titled, acting],
    triggers: .patterns([titled, acting]),
    cases: [
      .ok("两个人", "副局长阮东明带队，主任阮冬明参加。护士长王小丽、王晓丽到场。"),
      .ok("同一写法", "副局长阮东明带队。阮东明要求，各单位落实责任。"),
      .ok("别的词", "院长张文华介绍，张问话的方式要改。"),
      .flags("同音字", "督导组由副局长阮东明带队。\n\n⟦阮冬明⟧要求，各单位落实责任。"),
      .flags("助产士", "助产士卢雪莹俯身听完胎心。\n\n⟦卢雪滢⟧的办法是陪着说话。"),
      .flags("没有职务", "林若溪还记得第一次出诊的情形。\n\n“我照着一条一条记。”⟦林若曦⟧翻开笔记本。"),
      .flags("句中没有职务", "专访主任沈佩文。\n\n她是儿科医师。快结束时，⟦沈配文⟧又看了一份验光单。"),
      .ok("句首的别的词", "高血压告诉我们要少吃盐，高学压力大。"),
      .flags("复姓", "主任欧阳静宣读决定。\n\n活动结束前，主任⟦欧阳婧⟧带领大家重温誓词。"),
      .flags("职务相同", "主任医师张慧敏坐诊。\n\n预约主任医师⟦张惠敏⟧请到二楼。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    var seen: Set<String> = []
    func add(_ found: [Fault]) {
      faults += found.filter { fault in !faults.contains { $0.range == fault.range } }
    }
    let matches = try titled.matches(in: draft) { mayBeNamed($0, in: draft) }
    for match in matches where seen.count < mostNames {
      // The name is the last three characters of the match.
      let name = match.upperBound - 9..<match.upperBound
      guard !draft.scan.isOpaque(at: match.lowerBound), isSurname(at: name.lowerBound, in: draft),
        seen.insert(draft.draft.string(in: name)).inserted
      else { continue }
      let title = match.lowerBound..<name.lowerBound
      add(variants(of: name, titled: title, in: draft))
    }
    let acts = try acting.matches(in: draft) { mayOpen($0, in: draft) }
    for match in acts where seen.count < mostNames {
      let name = match.lowerBound..<match.lowerBound + 9
      guard !draft.scan.isOpaque(at: match.lowerBound), isSurname(at: name.lowerBound, in: draft),
        seen.insert(draft.draft.string(in: name)).inserted
      else { continue }
      add(variants(of: name, titled: name.lowerBound..<name.lowerBound, in: draft))
    }
    return faults
  }

  /// Each name is looked for in the whole draft; one that names more people is a list of them.
  private static let mostNames = 100

  private static let titled = gated(
    "(?:副?(?:院长|局长|主任|书记|科长|所长|站长|县长|镇长|市长|部长|组长|队长|校长)|主任医师|主治医师|助产士|营养师|治疗师|康复师|检验师|规培生|志愿者|司机|医生|村医|乡医|医师|护士长|护师|药师|技师|护士|教授|博士|同志|老师|记者|通讯员)"
      + "[\\u4e00-\\u9fff]{3}(?=\(doing.replacing(" ", with: "|"))|：|，|。|、|；|（|“|$)"
  )

  /// What stands right behind the name of somebody who does something.
  private static let doing =
    "带 说 在 表 介 要求 指 强 主持 出 参 率 为 与 和 等 一行 坐 对 到 来 作 致 宣 讲 提 就 向 告 请 俯 弯 蹲 轻 快 赶 握 拉 笑 获 荣 夺 把 从 被"
  private static let acts = Phrases(doing)

  /// Whether a match of `titled` may name a person behind a part of a title; false only where none does.
  private static func mayBeNamed(_ title: Range<Int>, in draft: ScannedDraft) -> Bool {
    // A title may go on for two characters: 护士长, 主任医师.
    [0, 3, 6].contains { behind in
      let name = title.upperBound + behind
      guard isSurname(at: name, in: draft) else { return false }
      let end = name + 9
      return draft.text.scalar(at: end).map { !isHan($0) } ?? true || draft.stands(acts, at: end)
    }
  }

  /// Somebody who opens a clause and does what people do.
  private static let acting = gated(
    "(?:^|(?<=[。！？”；，：\\s]))[\\u4e00-\\u9fff]{3}(?:还记得|记得|回忆|告诉|坦言|笑着|感慨|常说|说道|翻开|毕业|从医|介绍说|表示，|介绍，)"
  )

  /// Whether a name that opens a clause may stand before a part of what people do; false only where none does.
  private static func mayOpen(_ act: Range<Int>, in draft: ScannedDraft) -> Bool {
    // What they do may start with a character more: 还记得.
    [9, 12].contains { width in
      let start = act.lowerBound - width
      guard start > 0 else { return start == 0 }
      return draft.text.scalar(before: start).map { !isHan($0) } ?? true
    }
  }

  private static func isSurname(at offset: Int, in draft: ScannedDraft) -> Bool {
    draft.text.scalar(at: offset).map { surnames.contains($0) } ?? false
  }

  private static let surnames = Set(
    (commonSurnames + uncommonSurnames.single
      + "阮卢华古闻宗应支管房仲宫宁仇戎祖符景怀蒲党申冉雍桑桂牛边燕尚农温柴艾向廖居满师冷辛那简饶沙关查荆游权甘戴娄危童梅盛刁钟欧").unicodeScalars
  )

  /// Where the name stands with one of its given characters written by another of the same sound.
  private static func variants(
    of name: Range<Int>,
    titled title: Range<Int>,
    in draft: ScannedDraft
  ) -> [Fault] {
    let written = draft.draft.string(in: name)
    let scalars = Array(written.unicodeScalars)
    var faults: [Fault] = []
    for place in 1...2 {
      for other in alike[scalars[place]] ?? [] {
        var changed = scalars
        changed[place] = other
        let variant = changed.map { String(Character($0)) }.joined()
        guard let range = firstUse(of: variant, in: draft),
          !isSomebodyElse(range, than: name, titled: title, in: draft)
        else { continue }
        // Of the two the later one is the likelier slip.
        let odd = range.lowerBound > name.lowerBound ? range : name
        guard !faults.contains(where: { $0.range == odd }) else { continue }
        let message = Localized(
          "「\(variant)」和「\(written)」像是同一个人，姓名写法不一，请核对",
          "\(variant) and \(written) seem to be one person: check the name"
        )
        faults.append(Fault(range: odd, message: message))
      }
    }
    return faults
  }

  private static func firstUse(of name: String, in draft: ScannedDraft) -> Range<Int>? {
    var start = 0
    while let found = draft.text.firstOffset(of: name, in: start..<draft.text.count) {
      let range = found..<found + name.utf8.count
      if isWhole(range, in: draft) { return range }
      start = range.upperBound
    }
    return nil
  }

  /// Whether a name stands there and no part of other words: opened by a mark or a title, closed by a mark or by what people do.
  private static func isWhole(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: range.lowerBound), !block.isHidden else { return false }
    let isOpened =
      range.lowerBound == block.text.lowerBound
      || draft.scalar(before: range.lowerBound).map { !isHan($0) } ?? true
      || draft.stands(openers, before: range.lowerBound)
    let isClosed =
      range.upperBound == block.text.upperBound
      || draft.scalar(from: range.upperBound).map { !isHan($0) } ?? true
      || draft.stands(closers, at: range.upperBound)
    return isOpened && isClosed
  }

  private static let openers = Phrases(
    "院长 局长 主任 书记 科长 所长 站长 县长 镇长 市长 部长 组长 队长 校长 医师 医生 护士长 护师 药师 技师 护士 助产士 营养师 治疗师 康复师 检验师 规培生 志愿者 司机 教授 博士 同志 老师 记者 通讯员 由 和 与 对 向 据"
  )
  private static let closers = Phrases(
    "带 说 在 表 介 要求 指 强调 主持 出 参 率 为 与 和 等 一行 坐 对 到 来 作 致 宣 讲 提 就 向 告 医 主任 院长 教授 同志 老师 请 还 从 把 的 翻 笑 每 总 常 便 就 拿 抱 背 站 坐 蹲 扶 握 听 记 回 告诉 坦 感 又 已 曾 正 刚 没 也 从事 走 看 接 打 俯 弯 轻 快 赶 拉"
  )

  /// Whether both stand in one sentence, or have titles of their own that differ.
  private static func isSomebodyElse(
    _ other: Range<Int>,
    than name: Range<Int>,
    titled title: Range<Int>,
    in draft: ScannedDraft
  ) -> Bool {
    if draft.sentence(at: name.lowerBound).contains(other.lowerBound) { return true }
    guard let start = openers.start(in: draft.text, before: other.lowerBound) else { return false }
    let opener = draft.draft.string(in: start..<other.lowerBound)
    guard opener.unicodeScalars.count > 1 else { return false }
    return !draft.draft.string(in: title).closes(with: opener)
  }

  /// By a character of names, those of the same sound.
  private static let alike: [Unicode.Scalar: [Unicode.Scalar]] = {
    var alike: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in sounds.split(separator: " ") {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars { alike[scalar, default: []] += scalars.filter { $0 != scalar } }
    }
    return alike
  }()

  private static let sounds =
    "明铭鸣茗 东冬栋 慧惠蕙卉辉晖挥徽 敏闽珉 伟玮炜卫维薇 丽莉俐立力利历 静婧靖敬竞 建健剑 华骅桦 军君钧均俊骏峻 志智治芝之知枝 国帼 庆青清晴卿情 英瑛颖莹盈迎滢 "
    + "红虹宏洪鸿弘泓 玲铃灵凌伶陵岭 林琳霖临麟 芳方芬纷 雪学薛 晓小筱霄萧 佳家嘉加珈 文雯闻 阳洋杨扬 波博伯 平萍苹 荣蓉容融溶 刚钢岗 飞菲霏妃 新欣鑫心馨昕辛 "
    + "云芸耘韵 玉育钰裕煜郁 兰岚蓝 珍真贞甄臻 梅玫美 淑姝书舒树 娴贤仙 燕艳雁彦妍岩 倩茜 琴勤芹秦 彬斌滨宾 超朝潮 宇雨羽语禹 浩昊皓灏 杰洁捷婕 涛滔韬 龙隆 "
    + "峰锋丰枫烽 勇永泳咏 磊蕾雷 旭绪栩 强蔷 成诚程城承澄 进晋锦瑾劲 春椿 秀绣 桂贵 海凯恺楷 民岷 胜盛圣生声升昇 义艺毅怡宜依仪益逸 涵晗寒 思斯丝 诗时 婷庭廷亭 "
    + "娜纳 悦月玥跃越 群裙 霞夏侠 凤奉 仁人任 礼理李 亮良量靓 振震镇 培佩沛配 金今津 武五 元园圆媛源缘 远苑 长常昌 天添田甜 子梓紫 然冉燃 宁凝 康 正政 广光 顺 兴星行幸 祥翔湘香 奇琪琦祺旗 "
    + "泽则 堂棠唐 轩萱宣 晨辰臣尘 航杭 松嵩 柏百 全权泉 发法 才材财 根 福富甫 德得 忠中钟 孝晓 溪曦希熙西夕惜兮汐 信鑫 克科可柯"
}

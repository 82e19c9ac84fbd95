import ChineseText
import Linting
import Reading

/// Marks in the title: piles, brackets, stops inside, quotes, dashes.
enum TitleMarks {
  static let all: [any Rule] = [
    exclamationPile, questionPile, brackets, internalPeriod, quoteStyle, subtitleDash,
  ]
}

extension ScannedDraft {
  /// The prose of the title; empty where there is none.
  var titleRange: Range<Int> { draft.title?.text ?? 0..<0 }

  var titleMarks: ArraySlice<Mark> { scan.marks(in: titleRange) }

  /// Whether an offset stands in the title.
  func isInTitle(_ offset: Int) -> Bool { titleRange.contains(offset) }
}

/// Neighbouring `！` and `？` of the title, of either width.
private func titlePiles(in draft: ScannedDraft) -> [[Mark]] {
  var piles: [[Mark]] = []
  for mark in draft.titleMarks where fullwidthPile.contains(fullwidthStop(mark.scalar)) {
    guard !draft.scan.isOpaque(at: mark.offset) else { continue }
    if let last = piles.last?.last, last.range.upperBound == mark.offset {
      piles[piles.count - 1].append(mark)
    } else {
      piles.append([mark])
    }
  }
  return piles
}

private let fullwidthPile: [Unicode.Scalar] = ["！", "？"]

/// A run of one mark, which keeps one, or of both, which keeps `？！`.
private func pileFault(_ pile: [Mark], in draft: ScannedDraft) -> Fault {
  let range = pile[0].offset..<pile[pile.count - 1].range.upperBound
  let forms = Set(pile.map { fullwidthStop($0.scalar) })
  let kept = forms.count == 1 ? String(fullwidthStop(pile[0].scalar)) : "？！"
  let shown = draft.draft.string(in: range)
  if shown == kept {
    let message = Localized("标题里「\(shown)」连用，宜只留一个", "the title piles up “\(shown)”")
    return Fault(range: range, message: message, severity: .suggestion)
  }
  let message = Localized("标题里「\(shown)」叠用，只留「\(kept)」", "the title piles up “\(shown)”")
  return draft.fault(at: range, message, writing: kept, .safe)
}

/// The runs among some piles, and the first pile beyond the number that a title takes.
///
/// A run beyond the number is told once, as a run.
private func pileFaults(
  _ piles: [[Mark]],
  atMost maximum: Int,
  _ message: Localized,
  in draft: ScannedDraft
) -> [Fault] {
  var faults = piles.filter { $0.count > 1 }.map { pileFault($0, in: draft) }
  if piles.count > maximum, piles[maximum].count == 1 {
    faults.append(Fault(range: piles[maximum][0].range, message: message))
  }
  return faults
}

extension TitleMarks {
  private static let exclamationPile = FamilyRule(
    "title/exclamation-pile",
    .warning,
    summary: Localized("标题里叹号叠用", "exclamation marks piled up in the title"),
    why: Localized(
      "没有异常强烈的情感不叠用叹号；标题靠事实吸引人，不靠叹号。",
      "Marks are not piled up without exceptional emotion; a title draws by facts."
    ),
    basis: [Basis("gbt-15834", "4.3.3.3"), Basis("wechat-account-management", "六、2")],
    triggers: .marks("！!"),
    cases: [
      .ok("一个叹号", "# 加油，护士！\n\n真好！真好！！"),
      .flags("连用", "# 紧急提醒⟦！！！⟧这种鱼不能吃", fixed: "# 紧急提醒！这种鱼不能吃"),
      .flags("分开的两个", "# 好消息！新院区开诊啦⟦！⟧"),
    ]
  ) { draft in
    let piles = titlePiles(in: draft).filter { pile in
      pile.contains { fullwidthStop($0.scalar) == "！" }
    }
    let message = Localized("标题里用了几个叹号，最多一个", "a title takes one exclamation mark at most")
    return pileFaults(piles, atMost: 1, message, in: draft)
  }

  private static let questionPile = FamilyRule(
    "title/question-pile",
    .warning,
    summary: Localized("标题里问号叠用", "question marks piled up in the title"),
    why: Localized("一句问话只用一个问号。", "One question takes one mark."),
    basis: [Basis("gbt-15834", "4.2.3.3")],
    triggers: .marks("？?"),
    cases: [
      .ok("两句问话", "# 发热了怎么办？要吃药吗？"),
      .flags("连用", "# 血压高能不吃药吗⟦？？⟧", fixed: "# 血压高能不吃药吗？"),
    ]
  ) { draft in
    let piles = titlePiles(in: draft).filter { pile in
      pile.allSatisfy { fullwidthStop($0.scalar) == "？" }
    }
    let message = Localized("标题里用了三个以上问号", "a title with three questions or more")
    return pileFaults(piles, atMost: 2, message, in: draft)
  }

  private static let brackets = FamilyRule(
    "title/brackets",
    .warning,
    summary: Localized("标题里方括号用法不当", "brackets misused in the title"),
    why: Localized(
      "方头括号在标题里只用来标示栏目，放在开头，只用一处。",
      "In a title 【】 marks the column: at the head, and once."
    ),
    basis: [Basis("gbt-15834", "4.9.3.3")],
    triggers: .marks("【["),
    cases: [
      .ok("开头的栏目名", "# 【义诊】本周六，专家等你来"),
      .ok("圆括号", "# 新型冠状病毒感染（乙类乙管）问答"),
      .flags("两处", "# 【重要】⟦【收藏】⟧换季过敏怎么办"),
      .flags("不在开头", "# 换季过敏怎么办⟦【收藏】⟧"),
      .flags("半角", "# ⟦[通知]⟧国庆假期门诊安排"),
    ]
  ) { draft in
    let title = draft.titleRange
    let pairs = draft.brackets.pairs
      .filter {
        title.contains($0.range.lowerBound) && "【[".unicodeScalars.contains($0.open.scalar)
      }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var faults: [Fault] = []
    for (index, pair) in pairs.enumerated() {
      if pair.open.scalar == "[" {
        guard !draft.scan.isOpaque(at: pair.range.lowerBound),
          draft.scan.hanCount(in: pair.inside) > 0
        else { continue }
        let message = Localized("中文标题不用半角方括号", "no ASCII brackets in a Chinese title")
        faults.append(Fault(range: pair.range, message: message))
      } else if index > 0, pairs[0].open.scalar == "【" {
        let message = Localized("标题里方头括号只用一处", "a title takes one 【】 at most")
        faults.append(Fault(range: pair.range, message: message))
      } else if pair.range.lowerBound > title.lowerBound {
        let message = Localized("方头括号标示栏目，应放在标题开头", "【】 marks the column and opens the title")
        faults.append(Fault(range: pair.range, message: message))
      }
    }
    return faults
  }

  private static let internalPeriod = FamilyRule(
    "title/internal-period",
    .suggestion,
    summary: Localized("标题中间有句号", "a full stop inside the title"),
    why: Localized("标题是一个整体，中间停顿用逗号或空格。", "A title is one whole; a pause in it is a comma."),
    basis: [Basis("gbt-15834", "附录B.4")],
    triggers: .marks("。"),
    cases: [
      .ok("书名里的句号", "# 《一天。一生》新书分享会"),
      .flags("两句话", "# 别硬扛⟦。⟧这种胸痛要命", fixed: "# 别硬扛，这种胸痛要命"),
    ]
  ) { draft in
    draft.titleMarks.compactMap { mark in
      guard mark.scalar == "。", mark.range.upperBound < draft.titleRange.upperBound,
        draft.scan.span(covering: mark.range, of: [.titleMarks, .quotation]) == nil,
        let next = draft.scalar(from: mark.range.upperBound), isHan(next)
      else { return nil }
      let message = Localized("标题中间不用句号", "no full stop inside a title")
      return draft.fault(at: mark.range, message, writing: "，", .unsafe)
    }
  }

  private static let quoteStyle = FamilyRule(
    "title/quote-style",
    .warning,
    summary: Localized("标题里引号形式不规范", "quotes of another form in the title"),
    why: Localized(
      "引号分左右，先双后单：外层用“”，里层用‘’。",
      "Quotes tell left from right, double ones outside and single ones inside."
    ),
    basis: [Basis("gbt-15834", "4.8.3.4")],
    triggers: .marks("\"'‘〝〞〟"),
    cases: [
      .ok("先双后单", "# 他说：“什么叫‘三高’”"),
      .flags("外层用了单引号", "# 警惕⟦‘三高’⟧找上门", fixed: "# 警惕“三高”找上门"),
      .flags("直引号", "# 警惕⟦\"三高\"⟧找上门", fixed: "# 警惕“三高”找上门"),
      .flags("竖排引号", "# 警惕⟦〝三高〞⟧找上门", fixed: "# 警惕“三高”找上门"),
    ]
  ) { draft in
    let title = draft.titleRange
    let doubles = draft.quotes.pairs.filter { $0.open.scalar == "“" }
    let singles = draft.quotes.pairs.filter { pair in
      pair.open.scalar == "‘" && title.contains(pair.open.offset)
        && draft.scan.hanCount(in: pair.inside) > 0
        && !doubles.contains { $0.range.overlaps(pair.range) }
    }
    let straight = straightQuotes(in: draft).filter { title.contains($0.range.lowerBound) }
    return straight
      + (singles.map { ($0.open, $0.close) } + uprightQuotes(in: draft)).map {
        open,
        close in
        let fix = draft.fix(
          Localized("改为“”", "write “”"),
          .safe,
          replacing: [(open.range, "“"), (close.range, "”")]
        )
        let message = Localized("标题外层的引号用“”", "the outer quotes of a title are “”")
        return Fault(range: open.offset..<close.range.upperBound, message: message, fix: fix)
      }
  }

  /// `〝…〞`, `〝…〟`.
  private static func uprightQuotes(in draft: ScannedDraft) -> [(Mark, Mark)] {
    var pairs: [(Mark, Mark)] = []
    var open: Mark?
    for mark in draft.titleMarks {
      if mark.scalar == "〝" {
        open = mark
      } else if mark.scalar == "〞" || mark.scalar == "〟", let first = open {
        pairs.append((first, mark))
        open = nil
      }
    }
    return pairs
  }

  private static let subtitleDash = FamilyRule(
    "title/subtitle-dash",
    .suggestion,
    summary: Localized("副标题前没有用破折号", "a subtitle joined by another sign than ——"),
    why: Localized("副标题前用占两个字的破折号。", "A subtitle follows a dash of two characters."),
    basis: [Basis("gbt-15834", "4.10.3.9")],
    triggers: .marks("-－—–"),
    cases: [
      .ok("连接号", "# 北京—上海专家联合义诊"),
      .ok("外文名称里的短横", "# PET-CT检查须知"),
      .flags("短横线", "# 把健康送到家⟦-⟧家庭医生签约纪实", fixed: "# 把健康送到家——家庭医生签约纪实"),
    ]
  ) { draft in
    draft.titleMarks.compactMap { mark in
      guard "-－—–".unicodeScalars.contains(mark.scalar), !draft.scan.isOpaque(at: mark.offset),
        hanCount(before: mark.offset, in: draft) >= 4,
        hanCount(from: mark.range.upperBound, in: draft) >= 4
      else { return nil }
      let message = Localized("副标题前用破折号「——」", "a subtitle follows ——")
      return draft.fault(at: mark.range, message, writing: "——", .unsafe)
    }
  }

  /// How many Han stand in a row before an offset of the title, up to four.
  private static func hanCount(before offset: Int, in draft: ScannedDraft) -> Int {
    var count = 0
    var end = offset
    while count < 4, end > draft.titleRange.lowerBound,
      let scalar = draft.text.scalar(before: end), isHan(scalar)
    {
      count += 1
      end -= UTF8.width(scalar)
    }
    return count
  }

  /// How many Han stand in a row from an offset of the title on, up to four.
  private static func hanCount(from offset: Int, in draft: ScannedDraft) -> Int {
    var count = 0
    var start = offset
    while count < 4, start < draft.titleRange.upperBound,
      let scalar = draft.text.scalar(at: start), isHan(scalar)
    {
      count += 1
      start += UTF8.width(scalar)
    }
    return count
  }
}

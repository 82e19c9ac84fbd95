import ChineseText
import Linting
import Reading
import SourceText

/// Rules about tables of persons.
enum PersonalLists {
  static let all: [any Rule] = [publication, staff]

  private static let publication = FamilyRule(
    "privacy/list-publication",
    .error,
    summary: Localized("公开了带个人信息的名单", "a published list of persons with their data"),
    why: Localized(
      "公示名单只写姓名（必要时隐去一字）、单位等最少的信息；证件号、电话、账号、病种和住址须删去或遮盖。",
      "A list names people and no more: papers, telephones, accounts, illnesses and homes are left out or masked."
    ),
    basis: [
      Basis("personal-information-law", "第二十五条"), Basis("open-information-regulations", "第十五条"),
    ],
    escalation: .secrecy,
    triggers: .tables,
    cases: [
      .ok(
        "值班表",
        "| 姓名 | 科室 | 职称 | 电话 |\n|---|---|---|---|\n| 王强 | 内科 | 主任医师 | 8123 |\n| 李明 | 外科 | 医师 | 8124 |\n| 张华 | 儿科 | 医师 | 8125 |"
      ),
      .ok(
        "已遮盖",
        "| 姓名 | 身份证号 |\n|---|---|\n| 张某 | 1101\\*\\*\\*\\*002X |\n| 李某 | 1101\\*\\*\\*\\*0021 |\n| 王某 | 1101\\*\\*\\*\\*0022 |"
      ),
      .flags(
        "遮得不齐",
        "| ⟦姓名 | 身份证号⟧ | 金额 |\n|---|---|---|\n| 许大山 | 11010519491231002X | 1200 |\n| 黄福来 | 440524188001010014 | 1000 |\n| 鲁某 | 出生年份1962年 | 800 |"
      ),
      .flags(
        "姓名和病种",
        "| ⟦姓名 | 病种⟧ | 金额 |\n|---|---|---|\n| 张建国 | 尿毒症 | 3000 |\n| 李秀英 | 胃癌 | 2800 |\n| 王桂兰 | 脑梗死 | 1600 |"
      ),
    ]
  ) { draft in
    draft.draft.tables.compactMap { PersonalTable($0, of: draft)?.fault }
  }

  private static let staff = FamilyRule(
    "privacy/staff-personal",
    .warning,
    summary: Localized("公开了职工的个人信息", "personal data of the staff"),
    why: Localized(
      "职工公开到姓名、职务、职称和出诊时间为止，工资、住址、私人电话不公开。",
      "Of the staff their names, posts and hours are public; pay, homes and private telephones are not."
    ),
    basis: [Basis("personal-information-law", "第二十五条")],
    patterns: [pay.pattern, health.pattern, earnings.pattern],
    triggers: .patterns([pay.pattern, health.pattern, earnings.pattern]),
    cases: [
      .ok("医生看病", "李医生查出病因，让患者在家休息；刘医生确诊为阑尾炎。"),
      .flags("职工的病", "⟦刘护士查出乙肝大三阳，在家⟧歇着，这阵子排班紧。"),
      .ok("招聘待遇", "护士月薪3000元起，缴纳五险。"),
      .flags("婚姻", "⟦护士长王芳今年38岁，离异⟧，带着一个女儿。"),
      .flags("到手多少", "⟦收费员小郭每月到手只有2800元⟧。"),
      .flags("工资", "王强医生⟦月工资为8650元⟧，已按时发放。"),
    ]
  ) { draft in
    let ill = try health.matches(in: draft).compactMap { match -> Fault? in
      guard !match.isBeside(treating, in: draft) else { return nil }
      return match.fault(
        Localized("这里有职工的健康或家庭情况：请删去", "the health of somebody on the staff: leave it out"),
        in: draft
      )
    }
    let earned = try earnings.matches(in: draft).map { match in
      match.fault(
        Localized("这里有职工的收入：请删去", "what somebody on the staff earns: leave it out"),
        in: draft
      )
    }
    return try ill + earned
      + pay.matches(in: draft).compactMap { match in
        let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
        let text = match.text.bytes
        guard let title = titles.start(in: text, before: match.range.lowerBound),
          fullName(before: title, in: bounds, of: text) != nil
        else { return nil }
        return match.fault(
          Localized("这里有职工的收入：请删去", "what somebody on the staff earns: leave it out"),
          in: draft
        )
      }
  }

  /// Who of the staff is ill, and therefore at home.
  private static let health = PersonalPattern(
    "(?:[\(commonSurnames)][\\p{Han}]{0,2}?(?:医生|护士|主任|大夫|院长|科长|护士长|药师|技师|师傅|会计)|(?:医生|护士|大夫|药师|技师|会计)[\(commonSurnames)][\\p{Han}]{1,2}?)[^。；，]{0,6}?(?:查出|得了|确诊|患上|检出|病了|病倒|怀了?孕|流产|做了?[^。；，]{0,6}?手术|闹离婚|离了?婚)[^。；]{0,16}?(?:在家|休养|歇着|歇病|请了?[病产长]?假|病假|养病|养着|不能上班|没来上班|没上班|顶班|替班)"
      + "|(?:护士长?|医生|医师|主任|科长|院长|会计|药师|收费员|司机|保洁员)[\(commonSurnames)][\\p{Han}]{1,2}[^。；\\p{Han}]{0,2}[^。；]{0,10}?(?:离异|丧偶|离过婚|二婚|再婚|未婚先孕)"
  )
  /// What one who is called by post and name takes home.
  private static let earnings = PersonalPattern(
    "(?:收费员|保安|保洁员|护工|司机|护士|医生|会计|出纳|药师|药剂师|导诊员|规培生|实习生|检验师|技师|职工|员工)(?:[小老]?[\(commonSurnames)][\\p{Han}]{0,2}?)(?:每个?月|一个?月|上个?月|本月|今年|一年)[^。；，]{0,6}?(?:到手|挣|拿到?|领到?|工资|收入|奖金|绩效)[^。；，]{0,6}?[0-9０-９一二两三四五六七八九十百千万,.]{2,9}多?(?:元|块|万)"
  )
  private static let treating = ["让", "嘱", "建议", "叮嘱", "患者", "病人", "患儿", "家属"]

  private static let titles = Phrases("副主任医师 主任医师 主治医师 医生 医师 主任 护士长 护士 院长 同志 药师 技师")

  private static let pay = PersonalPattern(
    "(?:的|今年|本月)?(?:月薪|年薪|月工资|工资|奖金|绩效工资|薪酬)(?:收入)?(?:为|是|达|共|：|:)[0-9０-９,.]{3,9}(?:元|万元)"
  )
}

/// A table whose head names what persons are told by.
private struct PersonalTable {
  let fault: Fault

  /// Nil for rosters, for masked data, and where fewer than three rows tell something.
  init?(_ table: Table, of draft: ScannedDraft) {
    guard table.rows.count >= 4 else { return nil }
    let blocks = draft.draft.blocks
    func string(_ index: Int) -> String {
      blocks.indices.contains(index) ? draft.draft.string(of: blocks[index]) : ""
    }
    // A title may stand above the head.
    guard
      let head = table.rows.prefix(3).firstIndex(where: { row in
        row.contains { Self.isName(string($0)) } || row.count { Self.isTelling(string($0)) } > 1
      })
    else { return nil }
    let heads = table.rows[head].map(string)
    let rows = table.rows[(head + 1)...]
    func tells(_ column: Int) -> Bool {
      let shown = rows.count { row in
        row.indices.contains(column) && Self.isShown(string(row[column]), under: heads[column])
      }
      // Of short lists some rows are often masked and others forgotten.
      return shown >= 3 || shown == 2 && rows.count <= 6
    }
    let telling = heads.indices.filter { Self.isTelling(heads[$0]) && tells($0) }
    let named = heads.indices.filter { Self.isName(heads[$0]) && tells($0) }
    let isRoster = heads.contains { Self.posts.stands(in: $0) }
    let certain = telling.filter { Self.papers.stands(in: heads[$0]) }
    let weak = heads.indices.filter { Self.weak.stands(in: heads[$0]) && tells($0) }
    guard
      isRoster
        ? !named.isEmpty && !certain.isEmpty
        : !named.isEmpty && (!telling.isEmpty || weak.count > 1) || certain.count > 1
    else { return nil }
    let cells = table.rows[head].filter { blocks.indices.contains($0) }
    let columns = (named + telling + weak).map { table.rows[head][$0] }
    guard let first = columns.min(), let last = columns.max(), !cells.isEmpty,
      blocks.indices.contains(first), blocks.indices.contains(last)
    else { return nil }
    fault = Fault(
      range: blocks[first].text.lowerBound..<blocks[last].text.upperBound,
      message: Localized(
        "名单公开了个人信息：请删去或遮盖「\(Self.shown(telling + weak, of: heads))」",
        "a list of persons with their data: leave out or mask \(Self.shown(telling + weak, of: heads))"
      )
    )
  }

  private static func shown(_ columns: [Int], of heads: [String]) -> String {
    columns.map { heads[$0] }.joined(separator: "、")
  }

  private static func isName(_ head: String) -> Bool {
    if head.contains("姓名") { return true }
    let isWhole = !head.unicodeScalars.contains(where: \.properties.isWhitespace)
    return persons.contains(isWhole ? head : head.filter { !$0.isWhitespace })
  }

  private static func isTelling(_ head: String) -> Bool {
    (papers.stands(in: head) || lives.stands(in: head)) && !offices.stands(in: head)
  }

  /// Whether a cell tells what its head promises: it is neither blank nor masked.
  private static func isShown(_ cell: String, under head: String) -> Bool {
    // A number with its last digits masked is as good as whole.
    if numbers.stands(in: head),
      cell.utf8.count(where: isDigitByte) >= 14
    {
      return true
    }
    guard !cell.isBlank, !masks.stands(in: cell) else { return false }
    if digits.stands(in: head) {
      return cell.utf8.count { isDigitByte($0) } >= 8
    }
    if head.contains("电话") || head.contains("联系方式") {
      return cell.utf8.count { isDigitByte($0) } >= 11 && cell.utf8.first == UInt8(ascii: "1")
    }
    return true
  }

  private static let persons: Set<String> = [
    "户主", "申请人", "受助人", "领取人", "受益人", "户名", "名字",
  ]
  private static let offices = LiteralSet(["科室电话", "办公电话", "单位电话", "咨询电话", "值班电话", "服务电话"])
  private static let numbers = LiteralSet(["身份", "证件号", "卡号"])
  private static let masks = LiteralSet(["*", "＊", "×", "某", "___"])
  private static let digits = LiteralSet(["身份证", "证件号", "银行", "卡号", "账号", "手机"])
  private static let papers = LiteralSet([
    "身份证", "证件号", "银行", "卡号", "账号", "家庭住址", "住址", "病种", "诊断", "疾病名称", "患病", "残疾", "监护人", "住院号",
    "公民身份", "家庭地址", "现住址", "现居住", "病案号", "社保号", "医保号",
  ])
  private static let lives = LiteralSet(["病情", "病名", "检测结果", "手机", "电话", "联系方式", "出生"])
  private static let weak = LiteralSet(["民族", "学校", "班级"])
  private static let posts = LiteralSet([
    "科室", "职称", "职务", "岗位", "值班", "专业", "擅长", "出诊", "坐诊", "执业",
  ])
}

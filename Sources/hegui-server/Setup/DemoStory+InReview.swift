import Reviewing

/// What is still in the house: in review, sent back, or being written.
extension DemoStory {
  /// Prices go to leadership, which has waited too long.
  static func price(_ town: DemoTown) -> DemoStory {
    var form = ReleaseForm.own(checked: "财务科 丁一", phone: "0000-1234506")
    form.publicBasis = .officialDocument
    form.basisNote = "市医疗保障局医疗服务项目价格目录"
    return DemoStory(
      name: "price",
      column: "price-notice",
      channels: ["wechat", "website"],
      text: town.head("彩色超声检查收费标准公示", author: "财务科 宋佳", source: "财务科", day: -4) + """
        根据市医疗保障局公布的医疗服务项目价格，本院彩色超声检查收费标准如下，自\(town.day(9))起执行。

        | 项目 | 计价单位 | 价格（元） |
        | --- | --- | --- |
        | 腹部彩色超声 | 次 | 80 |
        | 甲状腺彩色超声 | 次 | 70 |

        如有疑问，请拨打0000-1234506。

        """,
      form: form,
      steps: [
        Step(ago(4), "song", .begin), Step(ago(3, 23), "song", .submit),
        Step(ago(3, 19), "chen", .approve("价格已与目录逐条核对。")),
        Step(ago(3, 1), "zhao", .approve("同意，请领导小组审定。")),
        Step(ago(2, 12), "sun", .approve("价格目录已公开，可以公示。")),
      ]
    )
  }

  /// Not sure whether it may be public: with the secrecy reviewer.
  static func honour(_ town: DemoTown) -> DemoStory {
    var form = ReleaseForm.own(checked: "医务科 何平", phone: "0000-1234505", note: "受宣传科委托撰稿")
    form.publicity = .unsure
    return DemoStory(
      name: "honour",
      column: "news",
      text: town.head("本院获评老年友善医疗机构", author: "医务科 周敏", source: "医务科", day: -2) + """
        \(town.day(-3))，市卫生健康委公布老年友善医疗机构名单，本院列入其中。

        本院设有老年人就诊绿色通道，65岁以上居民挂号、缴费、取药均可由导诊人员协助。

        """,
      form: form,
      steps: [
        Step(ago(2, 6), "zhou", .begin), Step(ago(2, 5), "zhou", .submit),
        Step(ago(1, 22), "chen", .approve("")),
        Step(ago(0, 20), "zhao", .approve("名单是否可以公开，请办公室把关。")),
      ]
    )
  }

  /// At second review; its long title was let pass.
  static func vaccine(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "vaccine",
      column: "health-education",
      text: town.head(
        "关于开展今冬明春流感疫苗接种工作有关事项的通知",
        author: "公共卫生科 林小雨",
        source: "公共卫生科",
        reviewer: "预防接种门诊 许宁",
        day: -1
      ) + """
        本院预防接种门诊现有流感疫苗，60岁以上的本地居民可以免费接种一剂。接种时间为工作日上午8:00—11:00，请带身份证。

        发热的居民请等体温恢复正常后再接种。

        公共卫生科

        \(town.day(-1))

        """,
      form: .own(
        checked: "预防接种门诊 许宁",
        phone: "0000-1234503",
        authors: ["林小雨"],
        medical: "许宁 主管医师"
      ),
      steps: [
        Step(ago(1, 8), "lin", .begin),
        Step(
          ago(1, 7, 20),
          "lin",
          .askWaiver(
            rule: "title/length",
            .approvedDocument,
            note: "标题与印发的通知一致，不宜改短",
            evidence: "接种工作通知原件"
          )
        ), Step(ago(1, 7), "lin", .submit),
        Step(ago(1, 2), "chen", .grantWaiver("已与印发的通知核对。")),
        Step(ago(1, 1, 55), "chen", .approve("标题照录通知原文。")),
      ]
    )
  }

  /// At first review, with a waiver to be decided.
  static func notice(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "notice",
      column: "notice",
      text: town.head(
        "转发市疾病预防控制局关于做好冬春季传染病防控工作的通知",
        author: "公共卫生科 林小雨",
        source: "市疾病预防控制局",
        day: 0
      ) + """
        各村卫生室：

        现将市疾病预防控制局的通知转发给你们，请认真落实：

        一、做好发热病人登记，每天17:00前报送。

        二、做好手卫生和环境消毒。

        公共卫生科

        \(town.day(0))

        """,
      form: .own(checked: "公共卫生科 方华", phone: "0000-1234503", note: "受办公室委托转发"),
      steps: [
        Step(ago(0, 6), "lin", .begin),
        Step(
          ago(0, 5, 50),
          "lin",
          .askWaiver(
            rule: "title/length",
            .approvedDocument,
            note: "转发文件，标题须与原文一致",
            evidence: "市疾病预防控制局通知原件"
          )
        ), Step(ago(0, 5, 45), "lin", .submit),
      ]
    )
  }

  /// At first review, longer than a day.
  static func dental(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "dental",
      column: "departments",
      text: town.head("口腔科增设周末门诊", author: "医务科 周敏", source: "医务科", day: -1) + """
        口腔科自\(town.day(6))起增设周末门诊，时间为上午8:00—11:30，可以拔牙、补牙、洁牙。

        请先在公众号预约。正在服用抗凝药的居民，请告诉医生。

        咨询电话：0000-1234505。

        """,
      form: .own(checked: "口腔科 石磊", phone: "0000-1234505"),
      steps: [Step(ago(1, 6, 30), "zhou", .begin), Step(ago(1, 6, 20), "zhou", .submit)]
    )
  }

  /// Sent back with what is to be mended.
  static func hall(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "hall",
      column: "notice",
      text: town.head("门诊大厅改造期间就诊须知", author: "门诊部 马丽", source: "门诊部", day: -2) + """
        门诊大厅正在改造，挂号、收费暂时搬到二楼，改造预计持续两周。

        行动不便的居民可以在一楼侧门按铃，由导诊人员协助。

        """,
      form: .own(checked: "总务科 高远", phone: "0000-1234502", note: "受办公室委托撰稿"),
      steps: [
        Step(ago(2, 4), "ma", .begin), Step(ago(2, 3), "ma", .submit),
        Step(ago(1, 23), "chen", .comment("二楼哪几个窗口挂号、收费？请写明。")),
        Step(ago(1, 22, 55), "chen", .sendBack("“持续两周”请改成起止日期；二楼窗口号也要写。")),
      ]
    )
  }

  /// Being written: its form is not filled in.
  static func coat(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "coat",
      column: "health-education",
      text: town.head("冬天怎样给孩子穿衣", author: "林小雨", source: "公共卫生科", day: 0) + """
        孩子活动多，容易出汗。里面穿一件吸汗的棉衣，中间穿保暖的毛衣，外面穿挡风的外套，热了就脱一件。

        摸一摸后颈：温热、不出汗，就说明穿得合适。

        """,
      form: ReleaseForm(),
      steps: [Step(ago(0, 1), "lin", .begin)]
    )
  }

  /// Being written, with errors that keep it from being handed in.
  static func device(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "device",
      column: "news",
      text: town.head("我院引进全国最先进的设备", author: "林小雨", source: "宣传科", day: 0) + """
        本院引进全国最先进的设备，治愈率100%,欢迎来院就诊。

        """,
      form: ReleaseForm(),
      steps: [Step(ago(0, 0, 30), "lin", .begin)]
    )
  }
}

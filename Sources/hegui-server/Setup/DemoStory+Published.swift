import Reviewing

/// What has left the house, or is about to.
extension DemoStory {
  static func all(in town: DemoTown) -> [DemoStory] {
    [
      gas(town), hours(town), clinic(town), xray(town), report(town), box(town), price(town),
      honour(town), vaccine(town), notice(town), dental(town), hall(town), coat(town), device(town),
    ]
  }

  /// Published on two channels, and the same there as approved.
  private static func gas(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "gas",
      column: "health-education",
      channels: ["wechat", "website"],
      text: town.head(
        "冬季取暖谨防一氧化碳中毒",
        author: "公共卫生科 林小雨",
        source: "公共卫生科",
        reviewer: "内科 孙志国",
        day: -6
      ) + """
        天冷以后，用煤炉、炭盆取暖的家庭多了。一氧化碳没有颜色，也没有气味，门窗紧闭时容易聚积。

        ## 怎样预防

        - 取暖的房间每天开窗通风，早晚各一次。
        - 烟囱和接口每年入冬前检查一遍，漏了就换。
        - 睡觉前熄灭炉火，不在卧室放炭盆。

        ## 中毒了怎么办

        出现头痛、恶心、四肢无力，先打开门窗，再把病人移到通风的地方，然后拨打120。病人没有呼吸、心跳的，立即做心肺复苏。

        适用人群：用煤炉、炭盆取暖的家庭。

        """,
      form: .own(
        checked: "内科 孙志国",
        phone: "0000-1234503",
        authors: ["林小雨"],
        medical: "孙志国 副主任医师"
      ),
      steps: [
        Step(ago(6, 4), "lin", .begin), Step(ago(6, 3, 50), "lin", .submit),
        Step(ago(6), "chen", .approve("数字和做法已与内科核对。")),
        Step(ago(5, 22), "zhao", .approve("同意发布。")), Step(ago(5, 21), "wu", .permit("wechat")),
        Step(ago(5, 20, 50), "wu", .consume("wechat")),
        Step(
          ago(5, 20, 40),
          "wu",
          .publish("wechat", address: "https://mp.weixin.qq.com/s/demo-gas")
        ), Step(ago(5, 20, 30), "chen", .verify("wechat", change: nil)),
        Step(ago(5, 20, 20), "wu", .permit("website")),
        Step(ago(5, 20, 15), "wu", .consume("website")),
        Step(
          ago(5, 20, 10),
          "wu",
          .publish("website", address: "https://www.example.org/jkjy/2026/gas.html")
        ), Step(ago(5, 20), "chen", .verify("website", change: nil)),
      ]
    )
  }

  /// Published, and changed on the page since.
  private static func hours(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "hours",
      column: "guide",
      text: town.head("冬季门诊时间调整的通知", author: "门诊部", source: "门诊部", day: -5) + """
        自\(town.day(-2))起，本院执行冬季门诊时间：上午8:00—11:30，13:30—17:00。急诊24小时开放。

        需要抽血的居民，请在上午10:00以前到检验科。

        咨询电话：0000-1234501。

        门诊部

        \(town.day(-5))

        """,
      form: .own(checked: "门诊部 王芳", phone: "0000-1234501"),
      steps: [
        Step(ago(5, 6), "ma", .begin), Step(ago(5, 5), "ma", .submit),
        Step(ago(5, 2), "chen", .approve("时间已与门诊部排班表核对。")),
        Step(ago(4, 22), "zhao", .approve("同意。")), Step(ago(4, 21), "wu", .permit("wechat")),
        Step(ago(4, 20, 50), "wu", .consume("wechat")),
        Step(
          ago(4, 20, 40),
          "wu",
          .publish("wechat", address: "https://mp.weixin.qq.com/s/demo-hours")
        ), Step(ago(4, 20, 30), "chen", .verify("wechat", change: nil)),
        Step(ago(0, 5), "chen", .verify("wechat", change: (from: "17:00", to: "16:30"))),
      ]
    )
  }

  /// Taken back after a reader had found an error.
  private static func clinic(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "clinic",
      column: "news",
      text: town.head("本院到杏花村开展义诊", author: "医务科 周敏", source: "医务科", day: -4) + """
        \(town.day(-5))，本院组织内科、中医科6名医务人员到杏花村义诊，为86位村民量血压、测血糖，讲解冬季用药常识。

        村民提出的转诊问题，由医务科登记后逐一答复。

        """,
      form: .own(checked: "医务科 何平", phone: "0000-1234505", note: "受宣传科委托撰稿"),
      steps: [
        Step(ago(4, 8), "zhou", .begin), Step(ago(4, 7), "zhou", .submit),
        Step(ago(4, 4), "chen", .approve("")), Step(ago(4, 2), "zhao", .approve("同意。")),
        Step(ago(4, 1), "wu", .permit("wechat")), Step(ago(4, 0, 50), "wu", .consume("wechat")),
        Step(
          ago(4, 0, 40),
          "wu",
          .publish("wechat", address: "https://mp.weixin.qq.com/s/demo-clinic")
        ), Step(ago(4), "chen", .verify("wechat", change: nil)),
        Step(
          ago(3, 2),
          "zhao",
          .retract("wechat", reason: "义诊人数与签到表不符，已删除，核实后另发", foundBy: "读者来电")
        ),
      ]
    )
  }

  /// Urgent, and being published at this moment.
  private static func xray(_ town: DemoTown) -> DemoStory {
    var form = ReleaseForm.own(checked: "放射科 陆川", phone: "0000-1234501")
    if let leader = town.leader {
      form.urgency = ReleaseForm.Urgency(
        ground: "设备检修，须当天告知居民",
        dutyLeader: leader,
        validUntil: town.now.adding(hours: 40)
      )
    }
    return DemoStory(
      name: "xray",
      column: "guide",
      text: town.head("放射科设备检修暂停拍片", author: "门诊部 马丽", source: "门诊部", day: 0) + """
        因设备检修，放射科\(town.day(1))下午暂停拍片，预计\(town.day(2))8:00恢复。

        急诊病人由本院救护车送到县医院检查，请先到急诊科登记。

        咨询电话：0000-1234501。

        门诊部

        \(town.day(0))

        """,
      form: form,
      steps: [
        Step(ago(0, 2), "ma", .begin), Step(ago(0, 1, 55), "ma", .submit),
        Step(ago(0, 1, 40), "chen", .approve("已电话核实。")),
        Step(ago(0, 1, 20), "zhao", .approve("带班领导已知，同意。")),
        Step(ago(0, 0, 40), "wu", .permit("wechat")), Step(ago(0, 0, 25), "wu", .consume("wechat")),
      ]
    )
  }

  /// Approved, with a permit that waits to be used.
  private static func report(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "report",
      column: "guide",
      channels: ["wechat", "website"],
      text: town.head("体检报告可以在手机上查询", author: "门诊部 马丽", source: "门诊部", day: -1) + """
        即日起，在本院体检的居民可以在公众号里查看报告：点击“我的服务”，选择“体检报告”，输入体检时预留的手机号码，再输入收到的验证码。

        报告一般在体检后5个工作日内上传。仍需要纸质报告的，请带身份证到一楼服务台领取。

        """,
      form: .own(checked: "体检中心 田雨", phone: "0000-1234502"),
      steps: [
        Step(ago(1, 4), "ma", .begin), Step(ago(1, 3), "ma", .submit),
        Step(ago(1), "chen", .approve("步骤已在手机上试过。")),
        Step(ago(0, 4), "zhao", .approve("同意。")), Step(ago(0, 0, 12), "wu", .permit("wechat")),
      ]
    )
  }

  /// Approved; nobody has asked for a permit yet.
  private static func box(_ town: DemoTown) -> DemoStory {
    DemoStory(
      name: "box",
      column: "health-education",
      text: town.head(
        "家庭小药箱该放些什么",
        author: "公共卫生科 林小雨",
        source: "公共卫生科",
        reviewer: "药剂科 李建国",
        day: -1
      ) + """
        家里备一个小药箱，遇到小伤小病就不慌了。

        ## 放什么

        - 碘伏、纱布、创可贴，用来处理小伤口。
        - 体温计。
        - 口服补液盐，腹泻时按说明书冲服。

        ## 怎样放

        药品放在儿童够不着的地方，避光、防潮。每半年清点一次，过期的药送到药店或卫生院的回收箱。

        长期服药的家庭成员，药品单独存放，写上名字和服用时间。

        适用人群：普通家庭。

        """,
      form: .own(
        checked: "药剂科 李建国",
        phone: "0000-1234503",
        authors: ["林小雨"],
        medical: "李建国 主管药师"
      ),
      steps: [
        Step(ago(1, 6), "lin", .begin), Step(ago(1, 5), "lin", .submit),
        Step(ago(1, 1), "chen", .approve("")), Step(ago(0, 3), "zhao", .approve("同意发布。")),
      ]
    )
  }
}

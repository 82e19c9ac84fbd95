import Testing

@testable import ChineseText

@Suite struct MatchingGuardTests {
  @Test func `guards look at the neighbouring text`() throws {
    let matcher = try matcher(
      """
      帐号\t账号\tE\t¬词{蚊帐号}
      即然\t既然\tE\t¬前{立,随,当}¬后{后}
      签于\t鉴于\tW\t须后{此,目前}
      途经\t途径\tW\t须前{传播,感染}；¬后{此地}
      病毒\t-\tW\t¬句{电脑,软件}
      发现\t-\tW\t须句{骨折}
      """
    )
    #expect(matcher.found(in: "他的帐号和蚊帐号码") == ["帐号"])
    #expect(matcher.found(in: "立即然后、即然后、即然") == ["即然"])
    #expect(matcher.found(in: "签于此，签于昨日") == ["签于"])
    #expect(matcher.found(in: "传播途经，傳\u{200B}播\n途经，感染途经此地，途经") == ["途经", "途经"])
    #expect(matcher.found(in: "电脑中的病毒。流感病毒。") == ["病毒"])
    #expect(matcher.found(in: "发现骨折。发现肿块。") == ["发现"])
  }

  @Test func `a longer entry hides a shorter one even where its guard excuses it`() throws {
    let matcher = try matcher("以经\t已经\tE\n以经过\t已经过\tW\t¬前{可}\n")
    #expect(matcher.found(in: "可以经过，我以经过了") == ["以经过"])
  }

  private static let words =
    "环保 建设 研究 正在 深入 解决 择业 困难 政局 陷入 僵局 现象 证明 贯穿 穿着 作者 荷兰 球迷 学习 贯彻 体检 "
    + "侧重 缓慢 延伸 便秘 尿频 密切 微博 动态 即刻 服用 生活 越来越 工作 检查 幼儿 急疹 皮疹 疗效 自愈 治愈 "
    + "出现 守护 部门 大部 融和 金融 考虑"

  @Test(arguments: [
    ("保建", "环保建设"), ("决择", "解决择业困难"), ("局陷", "政局陷入僵局"), ("象证", "一些现象证明"),
    ("着作", "贯穿着作者的心血"), ("兰球", "荷兰球迷"), ("习贯", "学习贯彻"), ("检侧", "体检侧重"),
    ("慢延", "缓慢延伸"), ("秘尿", "便秘尿频"), ("秘密", "便秘密切相关"), ("博动", "微博动态"),
    ("刻服", "即刻服用"), ("活越", "生活越来越好"), ("作检", "工作检查"), ("儿急", "幼儿急疹"),
    ("疹疗", "皮疹疗效"), ("愈和", "自愈和治愈"), ("现像", "出现像感冒的症状"), ("尊守", "一尊守护神"),
    ("融和", "金融和财政"), ("虑过", "曾考虑过"), ("表杨", "代表杨主任发言"), ("等侯", "请等侯医生"),
    ("等侯", "请等侯建国主任"),
  ])
  func `two characters that meet at the border of two words are no finding`(
    term: String,
    text: String
  ) throws {
    let vetoed = try matcher("# lexicon-veto: yes\n\(term)\n", lexicon: Self.words)
    #expect(vetoed.found(in: text) == [])
    #expect(try matcher(term).found(in: text) == [term])
  }

  @Test(arguments: [
    ("部份", "大部份职工"), ("现像", "各种现像"), ("尊守", "要尊守纪律"), ("保建", "保建知识"), ("表杨", "受到表杨"),
    ("等侯", "在大厅等侯"), ("布署", "统一布署"),
  ])
  func `the veto keeps true findings`(term: String, text: String) throws {
    let vetoed = try matcher("# lexicon-veto: yes\n\(term)\n", lexicon: Self.words)
    #expect(vetoed.found(in: text) == [term])
  }

  @Test(arguments: [
    ("只量", "一般只量血压"), ("检侧", "体检侧面"), ("医员", "请导医员帮忙"), ("程然", "程然整理"), ("立峰", "程立峰到会"),
    ("宪锋", "韩宪锋到会"), ("门门诊", "部门门诊"), ("家医生", "请专家医生来"), ("预接种", "参预接种"), ("构机制", "构机制度"),
  ])
  func `where a word at either side excuses, one word or a name is enough`(
    term: String,
    text: String
  ) throws {
    let words = "血压 量血压 体检 导医员 到会 部门 门诊 专家 医生 参预 接种 制度"
    let vetoed = try matcher("# lexicon-veto: either\n\(term)\n", lexicon: words)
    #expect(vetoed.found(in: text) == [])
    #expect(try matcher(term).found(in: text) == [term])
  }

  @Test(arguments: [
    ("急针", "夜间挂急针，请走北门"), ("浓渡", "花粉浓渡高的日子"), ("门门诊", "请到门门诊三楼"), ("预接种", "做好预接种。"),
  ])
  func `what no word parts is found`(term: String, text: String) throws {
    let words = "夜间 花粉 高的 日子 门诊 接种"
    let vetoed = try matcher("# lexicon-veto: either\n\(term)\n", lexicon: words)
    #expect(vetoed.found(in: text) == [term])
  }

  @Test func `the lexicon is searched without an index`() {
    let words = ["一", "一定", "丁香", "不", "不但", "龟裂"]
    let sorted = words.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    let lexicon = Lexicon(bytes: Array("# a\n# b\n".utf8) + sorted.joined(separator: [0x0A]))
    #expect(words.allSatisfy { lexicon.contains($0) })
    #expect(!["", "#", "丁", "丁香花", "龟", "a", "龥"].contains { lexicon.contains($0) })
    #expect(!Lexicon(bytes: []).contains("一"))
  }
}

import ChineseText
import Linting
import Reading
import SourceText

/// Words that lean on evidence which does not bear them.
enum EvidenceWording {
  static let all: [any Rule] = [
    reportUnspecified, lawNoArticle, unreliable, animal,
  ]
}

extension EvidenceWording {
  private static let reportUnspecified = FamilyRule(
    "citation/report-unspecified",
    .suggestion,
    summary: Localized("引用的指南、报告没有写年份或版本", "a guideline without its year or edition"),
    why: Localized(
      "指南、共识、标准几年一版，建议也跟着变；写明年份，读者才知道是哪一版。",
      "Guidelines change with each edition: the year tells which one is meant."
    ),
    basis: SourceWording.basis,
    patterns: [work, CitationSupport.wholeSource],
    triggers: .patterns([work]),
    cases: [
      .ok("有年份", "《中国居民膳食指南（2022）》建议每天喝水1500毫升，《医务人员手卫生规范》（WS/T 313—2019）有要求。"),
      .ok("再次提到", "《中国居民膳食指南（2022）》发布。根据《中国居民膳食指南》建议，每天喝水1500毫升。"),
      .ok("不是依据", "请到三楼领取《患者就诊指南》。"),
      .flags("没有年份", "根据⟦《中国居民膳食指南》⟧建议，每天喝水1500毫升。"),
    ]
  ) { draft in
    let matches = try work.matches(in: draft)
    guard !matches.isEmpty else { return [] }
    let support = try CitationSupport(draft)
    var seen: [String] = []
    return try matches.compactMap { match in
      guard let block = draft.block(at: match.lowerBound), block.headingLevel == nil,
        block.kind != .title, block.kind != .note, !block.context.contains(.references),
        !draft.fact(ReferenceList.self).holds(match.lowerBound)
      else { return nil }
      let sentence = draft.sentence(at: match.lowerBound)
      let title = String(draft.draft.string(in: match).dropLast())
      guard try !version.matches(sentence, of: draft.text), try isEvidence(match, sentence, draft),
        !seen.contains(title), try !isDatedElsewhere(title, in: draft),
        !support.hasMark(at: match)
      else { return nil }
      seen.append(title)
      return Fault(range: match, message: .whichEdition)
    }
  }

  private static let work = gated("《[^《》]{2,60}(?:指南|共识|标准|规范|白皮书|蓝皮书|报告)》")
  private static let version = SentenceTest(
    "(?:19|20)\\d{2}|第[0-9一二三四五六七八九十]+版|[〇零一二]{4}年|GB|WS|YY|T[/／]|DB\\d|修订版|试行|新版|〔|本院|我院|我科"
  )
  private static let before = SentenceTest("(?:根据|依据|按照?|据|参照|参考|遵循|依照|结合)[^，。；]{0,16}$")
  private static let behind = SentenceTest(
    "^[^，。；]{0,6}(?:建议|推荐|指出|规定|显示|提出|提到|提醒|写道|写明|要求|明确|强调|认为|给出|指明|界定|定义)"
      + "|^[里中上]?头?(?:把|将)[^，。；]{1,16}(?:分为|分成|归为|列为|定为|列入)|^[里中上]头?(?:写着|写得|讲得|列出|载明)"
  )

  private static func isEvidence(
    _ match: Range<Int>,
    _ sentence: Range<Int>,
    _ draft: ScannedDraft
  ) throws -> Bool {
    let head = min(sentence.lowerBound, match.lowerBound)..<match.lowerBound
    let tail = match.upperBound..<max(match.upperBound, sentence.upperBound)
    return try before.matches(head, of: draft.text) || behind.matches(tail, of: draft.text)
  }

  /// Whether the same title stands somewhere with its year.
  private static func isDatedElsewhere(_ title: String, in draft: ScannedDraft) throws -> Bool {
    let text = draft.text
    var start = 0
    while let offset = text.firstOffset(of: title, in: start..<text.count) {
      start = offset + title.utf8.count
      guard let block = draft.block(at: offset)?.text else { continue }
      let rest = draft.draft.string(in: start..<block.upperBound).prefix(24)
      if try version.matches(String(rest)) { return true }
    }
    return false
  }

  private static let lawNoArticle = FamilyRule(
    "citation/law-no-article",
    .suggestion,
    summary: Localized("「按有关规定」没有说是哪项规定", "“under the relevant rules” without naming them"),
    why: Localized(
      "收费、处罚、不予办理这样的事，要写明依据哪份文件第几条，群众才好核对。",
      "What restricts or charges people names the document and the article."
    ),
    basis: SourceWording.basis,
    patterns: [vagueLaw],
    triggers: .patterns([vagueLaw]),
    cases: [
      .ok("写明文件", "依据《医疗机构投诉管理办法》第十二条，按照有关规定不予受理。"),
      .ok("客套", "请按有关规定办理入院手续。"),
      .flags("不予退费", "⟦按照有关规定⟧，不予退费。"),
      .flags("医院的规定", "多次爽约的，⟦按照医院有关规定⟧暂停预约。"),
      .flags("处罚", "拒不整改的，⟦按照有关规定⟧予以处罚。"),
      .flags("公告", "⟦按照有关规定⟧，现将事项公告如下。"),
    ]
  ) { draft in
    let matches = try vagueLaw.matches(in: draft)
    // A law may leave to others what they provide.
    guard !matches.isEmpty, try !isLaw(draft) else { return [] }
    return try matches.compactMap { match in
      guard let block = draft.block(at: match.lowerBound), block.headingLevel == nil,
        !block.isCode
      else { return nil }
      let sentence = draft.sentence(at: match.lowerBound)
      guard try restricts.matches(sentence, of: draft.text),
        try !namesLaw.matches(sentence, of: draft.text)
      else { return nil }
      return Fault(range: match, message: .whichLaw)
    }
  }

  private static func isLaw(_ draft: ScannedDraft) throws -> Bool {
    let articles = draft.draft.blocks.lazy.filter { !$0.isHidden }
    return try articles.count { try article.matches($0.text, of: draft.text) } >= 4
  }

  private static let article = SentenceTest("^\\s*第[一二三四五六七八九十百]+条\\s")
  private static let vagueLaw = gated(
    "(?:根据|依据|按照|依照|按)(?:国家|上级|医院|我院|本院|单位|我中心|卫生院|行业|当地|本地)?(?:的)?(?:有关|相关)(?:法律法规|法律|法规|规定|政策|文件|要求|精神|通知|标准|部署)"
      + "|(?:根据|依据|按照|依照|按)(?:国家|上级)(?:法律法规|法律|法规|规定|政策|文件|要求|精神|通知|标准|部署)"
  )
  private static let restricts = SentenceTest(
    "收取|收费|加收|罚款|处罚|处分|扣[除减罚缴]|没收|清退|清除出|解聘|吊销|追究[^。，]{0,6}责任|不予|拒绝|取消|停止|暂停|限制|必须|一律|现将[^。]{0,20}(?:公告|公示|通告|通知)"
  )
  private static let namesLaw = SentenceTest("《|第[一二三四五六七八九十百0-9]+条|〔|(?:号|字)文")

  private static let unreliable = FamilyRule(
    "citation/source-unreliable",
    .warning,
    summary: Localized("依据的来源不可靠", "a source that cannot be relied on"),
    why: Localized(
      "百科词条、短视频、问答和聊天软件的内容谁都能写，不能作医学和政策的依据；请用指南、期刊或政府部门的资料。",
      "Anybody writes encyclopedias, clips and chatbots’ answers: rely on guidelines, journals and authorities."
    ),
    basis: SourceWording.basis + [Basis("health-science-guide-2015", "")],
    patterns: [from, says, taken],
    triggers: [.links, .patterns([from, says, taken])],
    cases: [
      .ok("自己的账号", "请关注本院抖音号，在小红书搜索本院名称。"),
      .ok("辟谣", "抖音上说“喝醋软化血管”，这种说法没有依据。"),
      .ok("食物", "早餐吃豆包，元宝可以少吃。"),
      .flags("照着网上说的做", "⟦照着知乎上的回答⟧，每天喝六杯就行。"),
      .flags("一份日历", "⟦按照小红书上的一份花粉日历⟧，花粉要到10月才散尽。"),
      .flags("博主的视频", "下文的算法，⟦参考了抖音上一位博主的讲解视频⟧。"),
      .flags("网友的食谱", "⟦按照网友总结的补钙食谱⟧，一周就能见效。"),
      .flags("问来的", "⟦从豆包上问来⟧的剂量是每天1200毫克。"),
      .flags("学来的", "这个食谱是我们⟦从抖音博主那里学来⟧的。"),
      .flags("查到", "这个剂量我们⟦在知乎上查到⟧。"),
      .flags("百科", "资料⟦来源：百度百科⟧。"),
      .flags("百科写得细", "分型的事，⟦百度百科的词条写得很细，我们的解释就参考⟧它。"),
      .flags("聊天软件", "⟦DeepSeek回答⟧说，这种病不用治。"),
      .flags("链接", "高血压的定义见⟦[词条](https://baike.baidu.com/item/1)⟧。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    let matches = try [from, says, taken].flatMap { try $0.matches(in: draft) }
    for match in matches {
      guard let block = draft.block(at: match.lowerBound), !block.isCode, block.headingLevel == nil,
        !draft.scan.isOpaque(at: match.lowerBound),
        try !excused.matches(draft.sentence(at: match.lowerBound), of: draft.text),
        try !Debunking(draft: draft).covers(match.lowerBound)
      else { continue }
      faults.append(Fault(range: match, message: .unreliable))
    }
    for link in draft.draft.links where isLowTrust(link.destination.string) {
      faults.append(Fault(range: link.text, message: .unreliable, source: link.source))
    }
    var end = 0
    return faults.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { fault in
      defer { end = max(end, fault.range.upperBound) }
      return fault.range.isEmpty || fault.range.lowerBound >= end
    }
  }

  private static let platforms =
    "(?:百度百科|百度知道|百度经验|百度健康|百度文库|道客巴巴|豆丁网|搜狗百科|360百科|互动百科|维基百科|知乎|豆瓣|小红书|抖音|微博|哔哩哔哩|B站|快手|今日头条|头条号|百家号|搜狐号|网易号|企鹅号|百度贴吧|天涯论坛"
    + "|ChatGPT|DeepSeek|豆包|文心一言|通义千问|Kimi|腾讯元宝|AI助手)"
  private static let from = gated(
    "(?:来自|取自|出自|整理自|转自|摘自|选自)\\s*[“「《]?[^，。；：“”]{1,14}[”」》]?\\s*(?:头条号|百家号|抖音号|快手号|搜狐号|网易号|企鹅号|小红书)"
      + "|(?:照着?|按照?|依照|跟着?|参考|参照|采用|根据)[^，。；]{0,4}?(?:网友|网民|博主|网红|网上|网络上?|群友|病友|群里)(?:们)?[^，。；]{0,4}?(?:总结|推荐|分享|整理|流传|晒出|发布|提供|介绍|说)?的[^，。；]{0,6}?(?:食谱|菜谱|方法|办法|做法|攻略|方子|偏方|经验|配方|清单|口诀|教程|用量|剂量)"
      + "|(?:照着?|按照?|依照|参考|参照|根据|翻)[^，。；]{0,4}?百度(?:上|里|搜到|搜来|查到)[^，。；]{0,4}?的?[^，。；]{0,4}?(?:介绍|说法|资料|结果|答案|讲法|办法|方法|用量)"
      + "|(?:来自|取自|出自|整理自)\\s*(?:百度文库|百度百科|搜狗百科|360百科|互动百科|维基百科|百度知道)|(?:来源|出处|参考资料|参考文献|参考来源|资料|引自|摘自|抄自|转自|照搬|查自|根据)\\s*[:：]?\\s*[^，。；：\\s]{0,4}\(platforms)"
      + "|(?:上|在|到|用|问|从|找)(?:了)?(?:ChatGPT|DeepSeek|文心一言|通义千问|Kimi|AI助手|豆包)(?:上|里|那里)?[^，。；]{0,6}(?:查|问|搜|抄|得|算)(?:到|了|得|来|出)"
      + "|(?:翻|查|照着?|按照?|依照|跟着?|参考|参照|依据|学|抄|搜|刷)[^。；，]{0,12}\(platforms)(?!账?号)[里上中]?的?[^。；，]{0,8}(?:词条|回答|帖子?|文章|说法|答案|攻略|笔记|教程|日历|图表|表格|清单|食谱|菜谱|方子|配方|方法|办法|做法|建议|经验|口诀|测评|榜单|推文|科普|视频)"
      + "|(?:参考|参照|借鉴|依据|根据|引用|采用|沿用|照搬|源自|来自|出自|取自|摘自)了?(?:的是)?[^。；，]{0,8}?\(platforms)[里上中]?的?[^。；，]{0,10}?(?:(?:博主|达人|网友|UP主|主播)的?[^。；，]{0,4}(?:视频|笔记|说法|讲解|介绍)|视频|笔记|帖子|文章|回答|说法|教程|词条|讲解)"
      + "|(?:在|从)\(platforms)[里上中]?[^。；，]{0,6}?(?:查到|查得|搜到|搜得|看到|问到|刷到|学到)"
      + "|(?:从|跟着?|向|照着?|按照?)[^。；，]{0,6}?\(platforms)[里上中]?的?[^。；，]{0,4}?(?:博主|网友|达人|大V|主播|UP主|网红)[^。；，]{0,6}?(?:学来|抄来|搬来|看来|听来|要来|学到|学的|教的)"
      + "|(?:由|用|靠|让)(?:ChatGPT|DeepSeek|豆包|文心一言|通义千问|Kimi|腾讯元宝|AI助手)[^。；，]{0,6}?(?:生成|撰写|写成|写的|整理|编写|解答|总结)"
  )
  private static let taken = gated(
    "\(platforms)[^。；]{0,24}?(?:我们|本文|这里|文中|以下|以上|内容|解释|说法|定义)[^。；，]{0,10}?(?:参考|照搬|引用|照着|摘自|采用|沿用|照抄|转述|搬来|借用)"
  )
  private static let says = gated(
    "\(platforms)(?:上|里|中)?(?:的|有)?(?:资料|词条|文章|网友|博主|视频|帖子)?(?:告诉|回答|介绍(?!了)|显示|称(?!号|为)|说(?!明)|指出|认为|建议|给出)"
  )
  private static let excused = SentenceTest(
    "不能|不可|不要|别|勿|谨慎|核实|我院|本院|官方|账号|关注"
      + "|图片|配图|插图|图源|图文|图[/／:：]|海报|插画|封面|配乐|核对"
  )

  private static func isLowTrust(_ address: String) -> Bool {
    guard let host = address.hostInAddress else { return false }
    return lowTrustHosts.contains { host.isHost(within: $0) }
  }

  private static let lowTrustHosts = [
    "baike.baidu.com", "zhidao.baidu.com", "jingyan.baidu.com", "wenku.baidu.com",
    "tieba.baidu.com", "baike.so.com", "baike.sogou.com", "wikipedia.org", "zhihu.com",
    "douban.com", "baijiahao.baidu.com",
  ]

  private static let animal = FamilyRule(
    "citation/animal-as-human",
    .suggestion,
    summary: Localized("把动物实验的结果直接用到人身上", "an experiment on animals applied to people"),
    why: Localized(
      "动物和细胞实验的结果不等于对人有效；应写明「来自动物实验，尚不能用于人」。",
      "What works in mice or cells may not in people: say that it was an experiment on animals."
    ),
    basis: SourceWording.basis,
    patterns: [mice],
    triggers: .patterns([mice]),
    cases: [
      .ok("说明了局限", "小鼠实验发现它能抑制肿瘤，但该结果来自动物实验，尚不能用于人。"),
      .ok("只介绍实验", "研究者用小鼠做动物实验，观察给药后的血糖变化。"),
      .flags("口头的说法", "⟦老鼠喂了姜黄，肿瘤变小，可见咱们多吃⟧咖喱也好。"),
      .flags("多喝", "⟦小鼠喂了一段时间益生菌后喷嚏少了，说明我们也应该多喝⟧酸奶。"),
      .flags("没有说人", "给⟦小鼠泡温水后体重下降，可见泡脚也能减肥⟧。"),
      .flags("准没错", "⟦猴子戴上这种镜片后眼轴长得慢，所以给孩子配准没错⟧。"),
      .flags("吃咖喱", "⟦耗子灌了姜黄汁瘤体见小，可见咱们顿顿咖喱饭，也能⟧防癌。"),
      .ok("药的用法", "动物实验后还要做临床试验，大家用药前请问医生。"),
      .flags("人也喝", "⟦大鼠灌服百合提取物以后咳嗽次数减少，可见人天天喝百合水，也能⟧少咳嗽。"),
      .flags("没有连词", "⟦兔子喂了山楂后血脂下降，我们平时吃点山楂也能降⟧血脂。"),
      .flags("用到人身上", "⟦小鼠实验证明，因此我们应该吃⟧这种食物来抗癌。"),
    ]
  ) { draft in
    try mice.matches(in: draft).compactMap { match in
      guard draft.block(at: match.lowerBound)?.isCode == false,
        try !limited.matches(draft.sentence(at: match.lowerBound), of: draft.text),
        try !Debunking(draft: draft).covers(match.lowerBound)
      else { return nil }
      return Fault(range: match, message: .animal)
    }
  }

  private static let animals =
    "(?:小鼠|大鼠|小白鼠|白鼠|老鼠|耗子|动物实验|动物试验|体外实验|体外试验|细胞实验|培养皿|果蝇|斑马鱼|豚鼠|家兔|兔子|猕猴|恒河猴|猴子)"
  private static let mice = gated(
    "\(animals)[^。]{0,30}(?:因此|所以|说明|证明|可见|看来)[^。]{0,6}"
      + "(?:(?:人类?|我们|咱们|患者|大家|您|你|孩子|宝宝|老人)[^。]{0,14}(?:预防|治疗|抗癌|延寿|有效|管用|有用|见效|也?一样|照样|应该吃|应多吃|多[吃喝]|常[吃喝]|服用)|(?:应该?[吃喝]|应多[吃喝]|可以多[吃喝]|多[吃喝]))"
      + "|\(animals)[^。]{0,50}?(?:可见|因此|所以|因而|看来|说明|意味着)[^。]{0,12}?(?:人类?|人们|我们|咱们?|大家|患者|孩子|老人|每天|天天|平时|日常)[^。]{0,4}?[吃喝涂敷服泡用][^。]{0,12}?(?:能|可以|会|就|防|降|抗)"
      + "|\(animals)[^。]{0,50}?(?:可见|因此|所以|因而|看来)[^。，]{0,10}?(?:也能|也可以|真能|确实能|就能|照样能)[^。，]{1,10}"
      + "|\(animals)[^。]{0,50}?(?:可见|因此|所以|因而|看来|说明|意味着|由此)[^。]{0,6}?(?:人类?(?![工群体])|人们|我们|咱们?|大家|您|孩子|老人|女性|男性|孕妇)(?!一?[家组]?(?:需要|认为|发现|还|要进一步))[^。]{0,24}?(?:也能|也可以?|也会|也应|也要|就能|就可以?|就会|不妨|应该|该|最好|准没错|错不了|不会错|肯定行|肯定有|肯定好|也一样|同样|照样)"
      + "|\(animals)[^。]{0,50}?[，,；](?:我们|咱们|大家|人们|平时|日常)[^。，]{0,6}?[吃喝涂敷服泡用][^。，]{0,10}?(?:也能|也可以|也会|就能|能|可以)[^。，]{0,6}?(?:降|防|抗|治|减|改善|延|护|养|补|抑|缓|好得)"
  )
  private static let limited = SentenceTest("尚|未必|不等于|不能直接|有待|还需|需要进一步|不代表|仅限|谨慎|并非")
}

extension Localized {
  fileprivate static let whichEdition = Self(
    "请写明年份或版本，如《……（2022）》",
    "give the year or edition, as in 《……（2022）》"
  )
  fileprivate static let whichLaw = Self(
    "请写明依据的文件和条款",
    "name the document and the article"
  )
  fileprivate static let unreliable = Self(
    "这个来源谁都能写，不能作依据：请换成指南、期刊或政府部门的资料",
    "anybody can write there: use a guideline, a journal or an authority"
  )
  fileprivate static let animal = Self(
    "动物或细胞实验的结果不能直接用到人身上，请写明局限",
    "what was found in animals or cells does not hold for people as it stands"
  )
}

import Linting

/// A way to speak of a source without naming it, with what excuses it (handbook, compliance §4.5).
struct VaguePhrase: Sendable {
  /// The rule that speaks of a phrase.
  enum Rule {
    case vague
    case study
    case latest
    case report
  }

  let pattern: GatedPattern
  let rule: Rule
  /// A sentence with which the phrase is a vague source like others.
  let ruleRefuses: SentenceTest?
  /// A sentence with which it is not, whatever else it says.
  let ruleGrants: SentenceTest?
  let severity: Severity
  /// What may not stand before the phrase in its sentence.
  let notBefore: SentenceTest?
  /// What may not stand behind it.
  let notAfter: SentenceTest?
  /// What may not stand in its sentence.
  let notIn: SentenceTest?
  let yieldsToLaw: Bool
  let yieldsToDebunking: Bool
  /// What people say in quotation marks is theirs.
  let isSpeech: Bool
  /// The block before may have named the source: 报告指出, 据介绍.
  let refersBack: SentenceTest?
  /// The name of an institution is part of the phrase and no source.
  let namesInVain: Bool
  /// The own organisation, or a person with a post, may be the speaker.
  let yieldsToOwner: Bool

  /// The tests are given as the expressions that they look for.
  init(
    _ pattern: String,
    rule: Rule = .vague,
    ruleRefuses: String? = nil,
    ruleGrants: String? = nil,
    severity: Severity = .warning,
    notBefore: String? = nil,
    notAfter: String? = nil,
    notIn: String? = nil,
    refersBack: String? = nil,
    yieldsToLaw: Bool = false,
    yieldsToDebunking: Bool = false,
    yieldsToOwner: Bool = false,
    isSpeech: Bool = false,
    namesInVain: Bool = false
  ) {
    func test(_ expression: String?) -> SentenceTest? { expression.map { SentenceTest($0) } }
    self.pattern = gated(pattern)
    self.rule = rule
    self.ruleRefuses = test(ruleRefuses)
    self.ruleGrants = test(ruleGrants)
    self.severity = severity
    self.notBefore = test(notBefore)
    self.notAfter = test(notAfter)
    self.notIn = test(notIn)
    self.refersBack = test(refersBack)
    self.yieldsToLaw = yieldsToLaw
    self.yieldsToDebunking = yieldsToDebunking
    self.yieldsToOwner = yieldsToOwner
    self.isSpeech = isSpeech
    self.namesInVain = namesInVain
  }
}

extension VagueSource {
  /// C001–C008 and C018 of the handbook.
  static let phrases = [
    studies, evidence, experts, hearsay, reports, media, wisdom, proof, abroad, somebody, oneStudy,
    latest, crowd, bodies, told, figures, counted, speakers, known, telling, rumours,
  ]

  /// C001 of the handbook.
  private static let studies = VaguePhrase(
    "(?:有|据)?(?:研究|调查|数据|统计|资料|文献|报告|实验|试验)(?:结果)?(?:显示|表明|证实|证明|发现|指出|提示|揭示)"
      + "|(?:研究|调查|实验|试验)(?:结果)?(?:都|也|已经?|早已|早就|均|一致|反复|曾)(?:显示|表明|证实|证明|发现|指出|提示|揭示)"
      + "|有(?:人)?(?:研究|调查|实验|试验)(?:说|称|认为)",
    notBefore: "(?:《[^》]{2,40}》[^。]{0,10}|[0-9]{4}年[^。]{0,20}|[A-Za-z]{3,}[^。]{0,20}"
      + "|(?:本|该|此项|此次|这项|这一|这份|其|上述|以上|我院|我科|我们|团队|教授|博士|期刊|杂志|柳叶刀|世界卫生组织|WHO)[^。]{0,16}"
      + "|(?:公布|发布|通报|披露|出具)的[^，。；]{0,12}"
      + "|(?:[一二三四五六七八九十]大|工作|大会|全会)"
      + "|(?:[院局委部署会所社厅司处办校台网报站行关库省]|中心|公司|组织|系统|平台|政府|官方)(?:的|发布的|公布的)?[^。，,；]{0,16}"
      + "|(?:小鼠|大鼠|动物|细胞|体外|临床前)$|(?:税收|发票|企业|消费大|经济|交通|气象|财政|初步|铁路|海关|机场)$"
      + "|(?:体检|检验|检查|化验|病理|超声|影像|尸检|诊断|心电图?|检测|血常规|基因|活检|评估|验光|听力|核酸|监测|仪器|设备|随访|病历|监护"
      + "|造影|测量|审计|考核|鉴定|测序|胃镜|肠镜)[^。，,；]{0,8})$",
    notIn: "^\\s*[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+条|本条例|本办法|^\\s*[（(]?[0-9]+[.．、）)]",
    refersBack: "^(?:报告|数据|统计|调查)",
    yieldsToLaw: true
  )

  /// Evidence, as C001 has it; in laws it is a matter of fact: 对有证据证明……的食品.
  private static let evidence = VaguePhrase(
    "有?证据(?:显示|表明|证实|证明|提示)",
    notBefore: "[\\p{Han}、](?<!已|已经|大量|目前|最新|更多|多的|也|但|医学|临床|学)$|(?:没有|尚无|并无|无|足够)[^，。]{0,4}$",
    notAfter: "^[^，,。；;]{2,60}的(?:[，,；;]|食品|产品|药品|$)",
    notIn: "^\\s*[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+条|本条例|本办法",
    yieldsToLaw: true
  )

  /// C002 of the handbook.
  private static let experts = VaguePhrase(
    "(?:(?:有|有关|相关|一些|不少|许多|很多|多位|多名|部分|某些|众多)?(?:专家|学者|科学家|营养学家|医学家|业内人士|权威人士|知情人士|有关人士)们?"
      + "|(?:有|有的|一些|不少|许多|很多|多位|多名|部分)(?:医生|医师|营养师)们?)(?:就|也|还|都|曾|均|普遍|一致)?"
      + "(?:认为|指出|表示|提醒|建议|介绍|透露|称|说|强调|主张|提到|提出(?!了?(?:申请|要求|意见))|讲(?![座课解述话台究授学])|做过(?:试验|实验|研究|调查))"
      + "|(?<![\\p{Han}])(?:科学家|医学家)们?(?:早就|早已|已经?|曾|还|也)(?:发现|证实|证明|找到|揭示)"
      + "|(?:医生|医师|大夫|营养师)们?(?:普遍|一致|大多|大都|都)(?:认为|主张|推荐|建议)"
      + "|(?:权威|有关|相关)(?:部门|机构|方面)(?:早就|早已|曾经?|已经?|也|都)(?:公布过|证实|表示过|透露|指出|认为|统计过|说过|检测过)|权威(?:部门|机构|媒体)(?:公布|证实|发布|表示|指出|认为|提醒|称)",
    // Behind Han that does not merely lead in, the speaker is named: 疾控专家, 王强专家.
    notBefore:
      "(?:教授|主任|医师|院长|博士|研究员|[\\p{Han}A-Za-z0-9》”](?<!近日|日前|近期|目前|但|也|而|因此|所以|其实|然而|不过|对此|国内|国外|就|曾|据|请"
      + "|并|且|同时|此外|另外|最近|还|又|早|当|时|后))$",
    notAfter: "^(?:组|委员会|团队|库|号|门诊)",
    yieldsToLaw: true,
    yieldsToOwner: true
  )

  /// What makes hearsay more than a story of the house.
  private static let matters =
    "[治防病症癌瘤毒疫死抓查拆裁]|隔离|回扣|出事|传染|停诊|涨价|(?<!用)药|灵(?!感)|管用|有效|营养|补|血[压糖脂管]|疼|痛|瘦|长寿|健康|疗|伤身|不用|能|可以|会[让使导]|食物|吃|喝"

  /// C003 of the handbook.
  private static let hearsay = VaguePhrase(
    "据说(?=[^。]{0,40}(?:\(matters)))|(?<=(?:\(matters))[^。]{0,30})据说|网传|网上流传|网络流传|据网友|网友称|网友爆料|坊间传|坊间流传|听说|据传|传闻|道听途说|小道消息|有人说|大家都说|朋友圈说|群里说"
      + "|不知名的?消息|(?:妈妈|家长|业主|小区|邻居|亲友|同学|家族|病友|微信|乡亲|村民|街坊)[^，。；]{0,3}群里?[^，。；]{0,4}(?:在[传转]|传开|疯传|都说|传着|传遍|转遍|转疯)"
      + "|听(?:邻村|邻居|隔壁|亲戚|朋友|同事|老乡|病友|村里|街坊|熟人|别人|人家|网友)[^，。；他她我]{0,4}?(?:说|讲|传)(?:过|起)?[，,](?=[^。；]{0,24}(?:能|可以|会|管用|有效|灵|不用|补|治|防|降|好得))",
    severity: .error,
    notBefore:
      "(?:[根依数证凭占收论票单]|没|未|勿|不|别|轻信|散布|传播|编造|[\\p{Han}](?<!我|都|也|常|总|曾|近日|近来|日前|最近|有人|有|并|还|又|但|而|还|只|才|就))$",
    notAfter:
      "^(?:(?:要|得|还要|需要|必须)(?:吃药|用药|服药|打针|输液|住院|手术|做手术|开刀|抽血|化疗|放疗|透析|花钱|排队|截肢|插管|切|戒)|你|您|明|法|统|染|递|输|感|达|承|播|导|真|票|过|后|起|话|笑|读写|能力|[”’」』])",
    // A reader's question quotes what is about.
    notIn:
      "大家都说(?:他|她|我们?|咱|这(?:位|里|儿|家|个)?(?:人|医生|护士|大夫|科室|医院)?)|^\\s*(?:问|Q[0-9]*)\\s*[:：].*[？?]|(?:要不要|是不是|能不能|会不会|可不可以|真的吗|对吗|靠谱吗|可信吗)[^。]{0,14}[？?]"
      + "|有人(?:对你|跟你|向你)?说[“「『\"][^”」』\"]{1,40}[”」』\"][，,]?(?:掉头|转身|马上|立即|立刻|直接|千万|赶紧|别|不|请|就|要|应|可以|先)"
      + "|有人说[^。]{1,40}其实[^。]{0,12}(?:不|没|并|是错|误|早)|有人[^。说]{1,30}[，；]有人说|有人说[^。能防治]{1,30}[，；]有人说"
      + "|有人说[，,：:]?[^，。；]{0,8}(?:护士|医生|大夫|医者|医院|人生|生命|生活|母亲|父亲|青春|时间|岁月|春天|世界|幸福|孤独|病房|手术台)"
      + "|(?:不要|切勿|勿|别|不可)(?:轻信|照抄|照搬|照做|相信|模仿|尝试|跟风|盲目|自行)|那年|当年|当时|那时|小时候|[他她]听说|听说(?:我们|咱们|医院|卫生院|医疗队)(?=[^。]{0,8}(?:来|要|能|有|开|建|招|义诊))(?![^。]{0,12}(?:死|错|出事|过期|事故|骗))|听说(?:父亲|母亲|爸爸|妈妈|老伴|儿子|女儿|孩子|他|她|您|你)|^[^。]{0,12}[:：][^。]{0,20}听说[^。]{0,40}[？?]|听说[^。，]{0,16}[，,][^。]{0,10}(?:一早|赶来|赶到|赶紧|立即|立刻|连忙|马上|特意|专程|主动)|自来水|水厂|水源|投毒|下毒|爆炸|封城|大地震|偷孩子|抢孩子|拐卖|毒气",
    yieldsToLaw: true,
    yieldsToDebunking: true,
    isSpeech: true
  )

  /// C004 of the handbook.
  private static let reports = VaguePhrase(
    "据悉|据了解|据介绍|据透露|据有关部门|据权威部门|据消息人士|消息称|有消息称",
    notBefore: "[数证依占]$|(?:发布|透露|放出|官方|方面|部门|当局)$",
    notAfter: "^(?:信|人)",
    refersBack: "^据(?:介绍|了解|悉)",
    yieldsToOwner: true
  )

  /// C004 of the handbook: of what happened elsewhere the outlet is missing, of what holds for health the source.
  private static let media = VaguePhrase(
    "据(?:相关|有关|某|外地|国外|国内)?(?:新闻|媒体)?(?:的)?报道|据(?:外地|国外|国内)?媒体(?:消息|披露)|据外媒(?:报道)?|有(?:报道|新闻|消息)(?:称|说|指出|显示|提到)|有新闻报道"
      + "|(?:有|不少|一些|某|某家|外地|国外)(?:家)?(?:新闻)?媒体(?:近日|日前|此前|最近)?(?:也|都|还|曾经?|纷纷)?(?:报道|披露|曝光|爆料|刊文)"
      + "|(?<![\\p{Han}])媒体(?:此前|近日|日前|曾经?|也|已|多次|早)(?:报道|披露|曝光|爆料)过?(?=[，,：:]|称|说|某|有)"
      + "|(?:一则|一条|一篇|某篇|这样一[则条篇])(?:外地|国外|网络)?(?:的)?(?:新闻|报道)(?:里|中)?(?:说|称|讲|提到|显示|写道)|据[^，。；《“：]{0,6}?(?:一家|某)(?:晚报|日报|早报|都市报|报纸|报社|电视台|网站|媒体)(?:的)?(?:报道|披露|消息)|(?:新闻|电视|报纸|手机)[里上](?:也|都|就|曾|前几天|最近)?(?:报道|播过|播了|报过|登过|登了)",
    rule: .report,
    ruleRefuses:
      "研究|专家|科学家|学者|高发|可以?(?:预防|治疗|抑制|缓解|降低)|能够?[^。，]{0,8}(?:防|治|抗|降|缓解|改善|延)|有助于|致癌|风险|患病率|发病率|营养|(?:该|这种|此)病",
    ruleGrants: "某[地国校县市省]|发生|举行|召开|爆发|出现|一名|一男子|一女子|男子|女子|事故|事件|死亡|受伤|去世|中毒|被[捕查抓]|起诉|宣布|关闭|火灾|地震",
    notBefore: "[数证依占]$|(?:发布|透露|放出|官方|方面|部门|当局)$",
    yieldsToOwner: true
  )

  /// C008 of the handbook: a study counted, not named.
  private static let oneStudy = VaguePhrase(
    "(?:[一两几数多]项|有[个份篇]|有项(?!目)|一[篇份]|某项|[0-9]+项)[^，。；：、《“（]{0,18}?(?:研究|调查|试验|实验|分析|论文|综述)(?:结果|报告|数据|人员)?(?:也|都|还|均|则|就|曾)?"
      + "(?:显示|表明|发现|提示|证实|指出|认为|揭示|证明|支持|说(?!明)|称(?!为)|[里中][，,]|[，,](?:说|称|讲|结果|发现|认为|提示|证实)|(?<=论文)(?:里|中|上)?(?:说|称|讲|写道|提到))"
      + "|(?:根据|据)(?:一项|某项|一份)(?:最新)?的?(?:研究|调查|报告)[，,]"
      + "|(?<![\\p{Han}])有?(?:一[组群批]|几[位名个])(?:科研|研究|科学)(?:人员|工作者|者|家)[^。；，《]{0,16}?(?:跟踪|跟|追踪|随访|观察|调查|分析|统计|对比)了(?=[^。]{0,16}(?:[0-9一二两三四五六七八九十]年|[0-9万千百][余多来]?个?[名人例位村]))",
    rule: .study,
    notBefore: "(?:我院|我科|本院|本科|我们|团队|课题组|开展|参与|参加|完成|主持|招募|承担|实施|该|此|其|这|他们?|她们?)[^，。；]{0,12}$",
    notIn: "期刊|杂志|doi|DOI|发表于|发表在|刊发于|刊登|《"
  )

  /// C018 of the handbook.
  private static let latest = VaguePhrase(
    "(?:最新|新近|近期)的?(?:公布的|发布的)?(?:一[项份组次])?(?:大)?(?:数据|统计|指南|共识|报告)(?:结果)?(?:显示|表明|指出|提示|揭示|推荐|建议|认为|发现)|(?<![\\p{Han}])最新的?(?:一[次期轮份])?(?:数据|统计|调查|监测|普查|排名|榜单)(?:结果)?(?:里|中|上看|显示|表明)"
      + "|(?:从|据|根据|按照?)(?:最新|新近|近期|最近)(?:公布|发布)?的?(?:一[次期轮份批项])?(?:数据|统计|调查|监测|普查)(?:结果|数据)?(?:来?看|可知|可见|[，,])",
    rule: .latest,
    ruleRefuses: "\\d月|\\d日|截至|[今去前]年|本月|上月|季度|半年",
    notBefore:
      "(?:[院局委部署会所社厅司处办校台网报站行关库省]|中心|公司|组织|系统|平台|政府|官方|公布|发布|WHO)(?:的|发布的|公布的)?[^。，,；]{0,16}$"
      + "|[0-9]{4}年[^。]{0,20}$",
    notIn: "[0-9]{4}年|[0-9]{4}-[0-9]{2}|^\\s*[（(][一二三四五六七八九十0-9]+[）)]"
  )

  /// C005 of the handbook.
  private static let wisdom = VaguePhrase(
    "众所周知|大家都知道|公认|事实证明|经验表明|临床上?(?:早已|早就|已经?|也|都)?(?:证明|证实|发现|显示)"
      + "|现代医学(?:证明|认为|研究)",
    notBefore:
      "(?:[办对因主外得被有]|现有|以|世界|国际|行业|业内|业界|社会|大家|全院|全科|院里|村里|镇上|街坊|邻里|乡亲|同行|患者|病友|群众|村民|职工)$",
    notAfter: "^(?:[书真证购领识定]|材料|文件|[（(]|办理|遗失|补发|签发|管理|院|所|中心|信息|首次|的?号)",
    yieldsToDebunking: true
  )

  /// 医学证明 is also a document, so only a clause of its own counts.
  private static let proof = VaguePhrase(
    "(?:科学|医学)(?:已经|早已|已|早就)?证[明实]|(?:科学|医学|科研|药理)(?:上|界)(?:早已经?|已经?|早就|也|都)(?:证明|证实|验证|认定|公认)",
    notBefore: "[\\p{Han}、](?<!经|已|早|都|也|但|而|被)$|被$",
    notAfter: "^(?:[书、）)》]|材料|文件|[（(]|办理|遗失|补发|签发|管理|信息|首次|的?号|的)",
    yieldsToDebunking: true
  )

  /// C006 of the handbook.
  private static let abroad = VaguePhrase(
    "(?:国外|美国|英国|日本|德国|哈佛|牛津|剑桥|斯坦福)(?:大学)?的?(?:一项|最新|某项|有)?的?(?:研究|调查|实验|科学家|专家|学者)人?员?们?"
      + "[^。；，,]{0,8}?(?:发现|显示|表明|认为|指出|证实|称)"
      + "|(?:国外|美国|英国|日本|德国|欧洲|北欧|澳洲)的?(?:一|某|有)?[所家位个名群组](?:知名|著名|权威)?的?[^，。；：、《“（]{0,4}?(?:大学|高校|医学院|医院|研究机构|机构|实验室|学者|科学家|专家|教授|医生|研究人员)[^。；《0-9]{0,24}?(?:发现|证明|证实|表明|认为|得出|结论)"
      + "|(?:一位|有位|一名|几位|几名|一群|一组)(?:国外|美国|英国|日本|德国|法国|外国|海外)的?(?:学者|科学家|专家|教授|医生|研究人员|营养学家)[^。；《]{0,24}?(?:发现|证明|证实|表明|认为|得出|结论)"
      + "|(?:国外|美国|英国|日本|德国)的?(?:权威|知名|著名|顶级)(?:杂志|期刊|媒体|机构|专家)(?:指出|表示|认为|发现|报道|称)",
    notIn:
      "(?<!权威|知名|著名|顶级)(?:期刊|杂志)|学报|柳叶刀|Lancet|JAMA|BMJ|Nature|Science|《|doi|DOI|发表于|发表在|刊发|刊登|(?:19|20)[0-9]{2}年|[今去前]年|近日|日前|[0-9]{1,2}月",
    namesInVain: true
  )

  /// C007 of the handbook.
  private static let somebody = VaguePhrase(
    "(?:某|某些|一家|国内某|知名)(?:机构|医院|媒体|平台|大学|期刊|杂志|权威机构|研究机构|专家)的?(?:报告|研究|调查|统计|数据|发布|称|表示|指出|认为)"
  )
}

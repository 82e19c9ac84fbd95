import Linting

// Those who are many, far away or without a name, and are said to know.
extension VagueSource {
  /// 据统计, of what holds for people and their health; an event's own figures need no source.
  static let counted: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:据|有)(?:不完全|有关|相关|初步|粗略)?(?:统计|估计|估算|测算|调查|资料)(?!局|公报|部门|年鉴|口径|表|数据库)(?:结果|数据)?[，,]?"
        + "(?=[^。；]{0,50}?(?:患|病|症|癌|瘤|感染|死亡|中风|卒中|近视|肥胖|过敏|失眠|抑郁|骨折|吸烟|烟民|饮酒|儿童|孩子|老年人|老人|成年人|女性|男性|人群|居民|上班族|年轻人|青少年|学生|家庭|人睡|人吃))"
    )
    phrase.notBefore = SentenceTest("[根依数凭占]$|(?:[院局委部署会所社厅司处办校台网报站]|中心|组织|公司)[^。，；]{0,6}$")
    phrase.notIn = SentenceTest(
      "我[院科市县镇区]|本[院科次市县镇区]|此次|这次|活动|义诊|现场|接诊|服务|收治|救治|人次|发放|参加|累计|全[院县镇乡村]|医院|截至|[0-9]{4}年|[0-9]月|[今去]年"
    )
    phrase.yieldsToLaw = true
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// A whole trade or the world abroad is named as the one who knows.
  static let crowd: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:学界|学术界|科学界|医学界|医界|业内|圈内|医疗圈|主流医学|国际上|国内外|老外|欧美)的?(?:专家|学者|人士|医生|同行)?们?"
        + "(?:(?:向来|历来|早已|早就|普遍|一直|一致|大多|也|都|已经?|基本){0,2}(?:认为|证实|证明|验证|主张|认定)|(?:对此)?(?:早已?|已经?|基本)有(?:了)?(?:定论|共识|结论))"
        + "|(?:西医|国外|外国|海外)(?:的|人|专家|医生)?(?:化验|实验|仪器|检测)?(?:早已|早就)(?:认为|证实|证明|验证|有定论|做过)"
    )
    phrase.notAfter = SentenceTest("^[^。；]{0,6}(?:尚|没有|未)")
    phrase.notBefore = SentenceTest("(?:没有|尚无|并无|未获|未被)[^，。]{0,4}$")
    phrase.notIn = SentenceTest("《|期刊|杂志|指南|共识(?:》|（)")
    phrase.yieldsToLaw = true
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// Some institution that is counted and not named.
  static let bodies: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:多家|好几家|几家|数家|有家|有一家|某些|某家|一家)(?!我)[^，。；：、《“（]{0,6}?(?:单位|机构|医院|大学|实验室|研究所|平台|公司)[^，。；：《“（]{0,12}?"
        + "(?:数据|统计|报告|研究|调查|试验|测评|评估)[^，。；]{0,8}?(?:早就|显示|表明|发现|摆在|证实|证明|认为|指出|说明|给了|给出|可见)"
        + "|(?:省里|市里|上面|北京|上海|国家)(?:有家|有个|某)[^，。；：、《“（]{0,6}?(?:单位|机构|医院|大学|实验室|研究所)[^，。；]{0,6}?(?:做过|有过|搞过|出过)[^，。；]{0,4}?(?:统计|研究|调查|试验|实验|测评)"
    )
    phrase.notBefore = SentenceTest(
      "(?:委托|邀请|聘请|请|由|联合|我院|我科|本院|与|和|向|对)[^。；，]{0,10}$"
    )
    phrase.notIn = SentenceTest(
      "《|我院|本院|[0-9]{4}年[^。]{0,20}(?:发布|公布)|中标|采购|参与|协作|多中心|满意度"
    )
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// An expert without a name who once said so.
  static let told: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:有位|有个|有名|某位|某|好些|资深)的?[^，。；：、《“（]{0,4}?(?:专家|教授|学者|院士|博士|老中医|大夫|医生|营养师|科学家|研究人员|行家|人士)(?:早就|曾经?|也|都|还)?"
        + "(?:说过|讲过|算过|测过|试过|验证过|指出|透露|断言|告诫)"
    )
    phrase.notIn = SentenceTest("《|[“「]|师傅|老师|当年|那年|实习|[做当]医生|人生|我院|本院|问")
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// 数据不会骗人: figures that are not told.
  static let figures: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:数字|数据|事实|实践)(?:早就|早已|已经|都)?(?:摆在(?:那里|那儿|眼前|面前)|不会(?:骗人|说谎|撒谎)|说明一切|证明了一切)"
    )
    phrase.notIn = SentenceTest("《|我院|本院|20[0-9]{2}年|来源|公布|发布")
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// Somebody of a learned trade, counted or told by country and not by name: 不少眼科大夫都说, 新加坡有学者做过实验.
  static let speakers: VaguePhrase = {
    let lands =
      "国外|海外|外国|西方|欧美|美国|英国|日本|德国|法国|加拿大|澳大利亚|新加坡|韩国|瑞典|芬兰|荷兰|以色列|意大利|丹麦|瑞士"
    var phrase = VaguePhrase(
      "(?:(?:\(lands))?(?:有(?:[位个名些]|的)?|一[位名个些群组]|几[位名个]|不少|许多|很多|好多|好些|多[位名]|某[位个些]|大多数|绝大多数|老一辈|老辈|上一辈|资深)的?(?:\(lands))?|(?:\(lands))的?)"
        + "[^，。；：、《“（）0-9我本他她的]{0,6}?(?:专家|学者|科学家|教授|医生|医师|大夫|营养师|研究人员|研究者|研究团队|科研人员|院士|博士|名医|老中医|(?<=老一辈)(?:中医|西医))们?"
        + "(?:早就|早已|曾经?|也|都|还|就|普遍|一直|一再|反复|多次|近年来|最近|已经?|大多|一致){0,2}"
        + "(?:说(?!明书|服|起|到|笑|话|完)过?|讲过?(?![座课解述])|称(?![为号])|指出|认为|提醒过?|建议|强调|主张|推荐|警告过?|呼吁过?|证实|证明|发现|做过|算过|测过|统计过|研究过|试过|观察过?|断言|告诫)"
    )
    phrase.notAfter = SentenceTest("^(?:起|到|完|了几句)")
    phrase.notBefore = SentenceTest("(?:让|请|向|问|和|与|同|对|给|被|由|是|成为|当|找|陪|带|聘请|邀请)$")
    phrase.notIn = SentenceTest(
      "《|[“「：]|[他她]|我院|本院|我科|记者|现场|会议|会上|活动|座谈|考察|调研|义诊|讲座|授课|评审|会诊|手术|病房|患者的|当年|那年|查房"
        + "|[0-9]{4}年|发表|期刊|杂志|柳叶刀|刊登"
    )
    phrase.yieldsToLaw = true
    phrase.yieldsToDebunking = true
    phrase.yieldsToOwner = true
    return phrase
  }()

  /// What everybody is said to know already.
  static let known: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:业内|圈内|行内|学界|学术界|医学界|医学上|科学上|国际上|专家们|医生们|大夫们)[^，。；他她]{0,2}?(?:都知道|都清楚|都明白|早就知道|早有定论|已有定论|早有共识|已成共识|没有争议|公认)"
        + "|(?:早有|已有)(?:定论|公论)(?:的是|[，,])|(?:早已|早就|已经)(?:是|成为|成了)?(?:医学|科学|学界|业内|国际)?(?:的)?(?:公认的事实|定论|常识了)"
    )
    phrase.notIn = SentenceTest("《|指南|共识(?:》|（)|[他她]")
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// 统计数字告诉我们, 科学研究早就告诉我们.
  static let telling: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:统计数[字据]|统计|数字|数据|研究|科学|调查|实验|试验|事实|临床|医学|经验)(?:早就|早已|也|都|已经?|一再|反复|不断)?(?:告诉|提醒|启示|警示)(?:我们|大家|人们|世人|你我)"
        + "|(?:(?<![\\p{Han}])有人|曾有人|早有人|有心人)(?:专门|粗略|仔细)?(?:统计|测算|估算|计算|研究|调查|做过实验|试验)(?:过|了)?[，,：:]"
        + "|(?:有|曾有|早有|一些|不少|许多|多篇|某篇|几篇)(?:学术|医学|科普|国外|国际|外文|权威)?(?:文章|论文|文献|著作|教材|期刊|杂志)(?:里|中|上)?(?:也|都|就|曾)?(?:提出|指出|写道|写着|认为|提到|说|称|介绍说|证实|证明)"
        + "|(?:国外|海外|外国|西方|欧美|美国|英国|日本|德国|法国|韩国|新加坡)的?(?:[一某]家|某个|知名|权威|一些)?的?(?:研究机构|科研机构|机构|高校|医学院|研究团队|实验室|研究所)(?:早就|早已|曾经?|也|都|最近)?(?:测算|估算|计算|调查|统计|跟踪|公布|得出|发现|证实|证明|指出|认为|做过)"
    )
    phrase.notBefore = SentenceTest("(?:[本该此这其]|[这此本该]项|[》”]|[院局委部署会所中心组织年月])[^，。；]{0,6}$")
    phrase.notIn = SentenceTest("《|[0-9]{4}年|我院|本院|我县|患者的经验")
    phrase.yieldsToDebunking = true
    return phrase
  }()

  /// What goes round, that nobody refutes: 坊间一直有人说, 网络上流行一种说法.
  static let rumours: VaguePhrase = {
    var phrase = VaguePhrase(
      "(?:网络上?|网上|坊间|民间|朋友圈里?|微信群里?|社会上|街头巷尾|短视频里)(?:一直|都|也|近来|最近|普遍)?(?:流行|流传|盛传|在传|疯传|传着|有人说|有种说法|有个说法|有一种说法|都这么说|都说)(?:着|过)?(?!谣言)"
    )
    phrase.notIn = SentenceTest("吗|[？?]|故事|歌谣|谚语|民谣|传说|技艺|舞|曲|戏|节目|视频称|警惕|提防|诈骗")
    phrase.yieldsToLaw = true
    phrase.yieldsToDebunking = true
    phrase.isSpeech = true
    return phrase
  }()
}

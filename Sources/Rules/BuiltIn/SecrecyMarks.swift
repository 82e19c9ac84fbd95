import Linting

/// Rules about marks that say who may read a text (handbook, compliance §8.6, S001–S008).
enum SecrecyMarks {
  static let all: [any Rule] = [
    classification, workSecret, internalDocument, draftMark, notPublic,
  ]

  private static let secrets = Basis("state-secrets-law", "第二十九条")
  private static let review = Basis("state-secrets-law", "第三十五条")
  private static let site = Basis("website-management", "四、（二）2")
  private static let lessons = "如[：:“\"「]|例如|比如|样式|示例|标志为|标识为|标注为|应当?标注|格式为|分为|三级|三个等级|等级"

  private static let classification = FamilyRule(
    secret: "secrecy/classification-mark",
    .error,
    escalation: .freeze,
    summary: Localized("出现密级标志", "a mark of classification"),
    why: Localized(
      "国家秘密不得在联网的设备上存储、处理，更不得发布；发现密级标志应立即停止并报告保密工作机构。",
      "State secrets must not be kept on networked machines, let alone be published; stop and report it."
    ),
    basis: [secrets, review],
    message: Localized(
      "检测到密级标志特征。请立即停止在联网设备上处理该内容，断网保留现场并报告保密工作机构。",
      "a mark of classification: stop working on this networked machine and report to the secrecy officer"
    ),
    patterns: [
      SecretPattern(
        "(?:绝密|机密|秘密) ?(?:[★☆]|[*＊] ?(?=[0-9一二三四五六七八九十]{1,3} ?(?:年|个月)|长期))(?: ?(?:[0-9一二三四五六七八九十]{1,3} ?(?:年|个月|月)|长期|启用前|解密前))?",
        notIn: lessons
      ),
      SecretPattern(
        "(?:此|本|该)(?:文件|件|文|材料|资料|方案|报告)(?:为|属于?|系|定为|密级为)(?:绝密|机密|秘密)(?:级|件|文件)",
        notIn: lessons
      ),
      SecretPattern("绝密|机密|秘密", .whole, notInDraft: ["保密法", "国家秘密分为", "保密宣传", "商业秘密"]),
      SecretPattern(
        "(?:密级|保密等级|秘密等级)[:：] ?(?:绝密|机密|秘密)",
        notIn: lessons,
        notAfter: "^ ?[、/／或□]"
      ),
      SecretPattern(
        "保密期限[:：] ?(?:[0-9一二三四五六七八九十]{1,3} ?(?:年|个月)|长期)",
        notIn: "协议|合同|" + lessons,
        notInDraft: ["保密协议", "劳动合同"]
      ),
    ],
    cases: [
      .ok("宣传知识", "国家秘密分为绝密、机密、秘密三级，请学习《保守国家秘密法》。"),
      .ok("行文里的秘密", "健康的秘密藏在厨房里，这是他的小秘密，商业秘密受法律保护。"),
      .ok("讲解标志", "国家秘密标志的格式为“机密★10年”。"),
      .flags("密级和期限", "⟦机密★10年⟧"),
      .flags("写成句子", "⟦此文件为机密级⟧，请注意保管。"),
      .flags("单独成段", "⟦机密⟧\n\n关于工作安排的报告"),
      .flags("注释里的标志", "<p>正文。</p><!-- ⟦密级：秘密⟧ -->"),
    ]
  )

  private static let workSecret = FamilyRule(
    secret: "secrecy/work-secret-mark",
    .error,
    summary: Localized("出现工作秘密或内部资料标志", "a mark of work secrets or internal papers"),
    why: Localized("标有「内部」的资料未经保密审查不得公开。", "Internal papers are not published without review."),
    basis: [Basis("state-secrets-law", "第六十四条"), site],
    message: Localized(
      "这里有内部资料标志：请送保密审查",
      "a mark of internal papers: have it reviewed for secrecy"
    ),
    patterns: [
      SecretPattern(
        "内部(?:资料|文件|材料|刊物|事项)?[,，、 　·]{0,2}(?:注意|妥善)(?:保存|保管|保密)|内部(?:资料|文件|材料)?使用[,，]?(?:不得|请勿|严禁)外传"
          + "|仅供内部(?:使用|参考|学习|交流|传阅)|内部明电|内部传阅|内部讨论稿|内部参考[,，]",
        notIn: "保密宣传|保密知识|培训|什么是|" + lessons,
        yieldsToLaw: true
      ),
      SecretPattern(
        "[【（(\\[]内部(?:资料|文件|材料|使用|参考|事项|掌握|学习|交流|传阅|通报|情况|口径)[】）)\\]]|[【（(\\[]工作秘密[】）)\\]]|工作秘密 ?[★☆]",
        notIn: lessons
      ),
      SecretPattern(
        "[（(【][^（）()。；]{0,14}(?:内部(?:学习|工作|交流|培训|参考|参阅|掌握|使用|阅读)|(?:仅|只)?供(?:[院局班支科系内党中][^（）()。；，]{0,6})(?:参阅|传阅|掌握|内部))[^（）()。；]{0,18}[）)】]"
          + "|供(?:系统|院|局|班子|支部|科室|机关)内?[^。；，]{0,8}(?:参阅|传阅|掌握)",
        notIn: lessons
      ),
      SecretPattern("工作秘密|内部资料|内部文件|内部事项|内部参考|内部材料", .whole),
      SecretPattern(
        "(?:底数|数据|材料|文件|名单|表格|台账|口径|清单|情况|手册|图纸|资料|数字)[^。；，]{0,8}?(?:只|仅|限)(?:限|能|准|许|供|在)*[^。；，]{0,6}?(?:系统|单位|局|院|科室|机关|班子|行业|圈子|自己人)(?:内部?|里头?|里面|之间)?[^。；，]{0,3}?(?:用|掌握|传阅|看|知悉|流转|参考)",
        notIn: privacyRules,
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:外头的?人|外面的?人|外边的?人|外人|外单位|社会上的?人|媒体|记者)[^。；，]{0,6}?(?:不给|不得|不许|不准|不让|别给|不能)(?:看|查|知道|透露|打听|复印)",
        notIn: privacyRules,
        yieldsToLaw: true
      ),
    ],
    cases: [
      .ok("讲解", "开展保密宣传月活动，讲解什么是工作秘密，职工不得泄露工作秘密。"),
      .flags("内部资料", "⟦内部资料 注意保存⟧"),
      .flags("只供内部", "本手册⟦仅供内部学习⟧。"),
      .ok("优惠、设备", "该优惠券仅限本院使用，患者资料外人不得查看。"),
      .flags("不给外人", "所附⟦底数只在系统里头用⟧，⟦外头的人一概不给看⟧。"),
    ]
  )

  /// Who may see a patient's papers is a rule of every hospital.
  private static let privacyRules =
    "隐私|病历|病案|患者|病人|个人信息|制度|规定|密码|账号|账户|验证码|医保|票|券|卡|药"

  private static let paper = "(?:(?:此|本|该|这份?)(?:件|材料|文件|通知|资料|方案|简报|通报|名单|纪要)|会议材料)"

  private static let internalDocument = FamilyRule(
    secret: "secrecy/internal-doc-mark",
    .error,
    summary: Localized("出现限制传播的标注", "a note that limits who may read"),
    why: Localized("写明不得外传、会后收回的材料不是公开材料。", "What must not be passed on is no public text."),
    basis: [site, Basis("website-management", "五、（五）")],
    message: Localized(
      "这里写着限制传播：请核实能否公开，并送保密审查",
      "a note that limits who may read: have it reviewed"
    ),
    patterns: [
      SecretPattern(
        "(?:不得外传|严禁外传|请勿外传|阅后(?:即焚|收回|销毁)|会后收回|不上网[,，、]?不见报)",
        notIn:
          "隐私|病历|直播|考场|试卷保密规定|知识产权|谣言|不实|课件|版权|影像|照片|个人信息|样本|密码|账号|账户|验证码|信息|数据|制度|规定|不得将|不得把|截图|证件",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:看完|看过|读完)(?:以?后)?(?:就|请|马上|立即)?(?:即焚|删[掉除]?|烧掉|撕掉|销毁)|(?:莫|别|不要|不许|不准)(?:再)?(?:往外|朝外|对外)(?:传|发|讲)|(?:只|仅)?限(?:系统|[本院局科班]|单位|机关)[^。；，]{0,4}?传阅",
        notIn:
          "谣|不实|虚假|骗|隐私|病历|患者|孩子|照片|影像|个人信息|密码|账号|验证码|短信|垃圾邮件|链接|广告|截图|证件",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:看完|看过|读完)[^。；]{0,4}?(?:收好|收着|锁好|放好|藏好)[^。；]{0,4}?(?:莫|别|不要|不许|不准|不能|勿)(?:让|叫|给)(?:院外|局外|单位外|外头|外面|外边|系统外|外单位|别的单位|其他单位|外人)[^。；，]{0,6}?(?:瞧见|看见|看到|看|知道|晓得|拿到|传开)"
          + "|(?:莫|别|不要|不许|不准|不能|勿)(?:让|叫|给)(?:院外|局外|单位外|系统外|外单位)的?(?:人员?|同志)?(?:瞧见|看见|看到|看|知道|晓得|拿到|传开)",
        notIn: privacyRules,
        yieldsToLaw: true
      ),
      SecretPattern(
        paper + "[^。，,；]{0,6}(?:不宜公开|不对外公开|不得公开|不上网|不得上网|不得复印|不得翻印|请勿转发|不得转发|不得拍照)",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:此|本|该|这份?)(?:通知|文件|材料|资料|通报|讲话|纪要|汇报|简报|方案|名单|件)[^。；，]{0,6}?(?:看完|阅后|阅毕|用后|用完|会后|散会|会议结束|结束后|传达后|学习后)[^。；，]{0,10}?(?:交回|收回|退回|销毁|粉碎|上交|烧掉|回收)"
          + "|(?:会议?|学习|培训)?(?:材料|文件|资料)[，,：:]?(?:散会|会后|会议结束)[^。；，]{0,8}?(?:交回|收回|退回|上交|交还)|(?:不要|不得|请勿|严禁|不准|禁止)(?:携?带出|带离|拿出)(?:会场|会议室|办公室|单位|院外)",
        notIn: "病历|问卷|试卷|考试|考场"
      ),
      SecretPattern(
        "出了?(?:这个|这道|会议室|会场的?)门[^。；，]{0,8}?(?:不许|不准|不要|不得|别再?|莫)[^。；，]{0,6}?(?:提|说|讲|传|谈)|(?:散会|会后)[^。；，]{0,8}?(?:留在(?:座位|桌)上?|由[^。；，]{1,6}(?:收回|回收))|(?:会议|本次|通报|讲话)[^。；，]{0,3}?内容[^。；，]{0,4}?保密|(?:会上|会议|今天|本次|以上)[^。；，]{0,6}?(?:说|讲|谈|通报|议)的?[^。；，]{0,12}?(?:不要|不许|不准|不得|严禁|别)[^。；，]{0,4}?(?:外传|往外(?:说|传|讲)|对外(?:说|讲|透露)|录音|录像|拍照|发朋友圈|发群)"
          + "|(?:材料|文件|会上|会议|通报)[^。；]{0,14}?手机[^。；，]{0,6}?(?:不要|不许|不准|不得|严禁|别)[^。；，]{0,6}?(?:拍|录)",
        notIn: "病人|患者|隐私|病历|手术|诊室|疫情防控|问卷|评价表|制度|咨询|谈话"
      ),
      SecretPattern(
        "限[^。，,；\\d]{0,8}(?:班子|干部|领导|党员|内部|以上|参会人员|与会人员|科主任|中层)[^。，,；]{0,6}(?:传达|知悉|阅读|传阅|阅看|查看|翻阅|掌握)|(?:只|仅|限)(?:印?发|传|送)(?:至|到)[^。，,；]{0,10}(?:级|科室|科主任|单位|支部|负责人|班子|中层)|(?:严禁|禁止|不得|不准|请勿|不要|勿)(?:拍照|截[屏图]|转发|复制|录屏)(?:上网|外传|传播|外发)",
        notIn: "权限|期限|年限|患者|病历|隐私|考场|试卷|谣言",
        yieldsToLaw: true
      ),
    ],
    cases: [
      .ok("制度", "病历资料不得外传，直播内容请勿转发，诊室内不得拍照。"),
      .flags("会议材料", "本材料⟦会后收回⟧,⟦不得外传⟧。"),
      .ok("归还", "借阅的图书阅后归还，问卷填完请交回护士站。"),
      .flags("看后交回", "⟦本通知看完后三日内交回⟧局办公室。"),
      .flags("不让外人看见", "⟦看完收好，莫让院外的人瞧见⟧。"),
      .flags("不许再提", "材料当场收，⟦出了这个门就不许再提⟧。"),
      .flags("传阅范围", "本通报⟦限院领导班子成员传阅⟧。"),
    ]
  )

  private static let draftWords =
    "(?:征求意见稿|送审稿|讨论稿|审议稿|未定稿|草案稿|初稿|过会稿|报批稿|内部稿|修改稿|代拟稿|汇报稿|建议稿|传阅稿)"

  private static let draftMark = FamilyRule(
    secret: "secrecy/draft-mark",
    .error,
    summary: Localized("文稿还是送审稿、讨论稿", "a paper that is not final yet"),
    why: Localized(
      "送审稿、讨论稿是没有定下来的过程稿，未经批准不得公开；公开征求意见的除外。",
      "Papers under discussion are not published, save where the public is asked for its opinion."
    ),
    basis: [site, Basis("open-information-regulations", "第十六条")],
    message: Localized("这里是未定的过程稿：请等正式文件印发", "a paper that is not final: wait until it is issued"),
    patterns: [
      SecretPattern(
        "[（(【\\[][^（）()【】]{0,8}?" + draftWords + "[）)】\\]]",
        notIn:
          "公开征求|向社会|面向社会|征集意见|征求意见[的，。、（(]|征求[^。]{0,12}意见|发布了?《|公布了?《|印发了?《|审议|讨论了|讨论通过|研究了|通过了?《|听取|起草|形成了?|完成|公开发布|国家|世界卫生组织|部委|省卫生",
        notBefore: "[院县市省区镇乡村校站所史]志$|志稿$|史料$",
        notInDraft: ["公开征求意见", "征求意见公告", "征求意见的公告", "征求意见的通知", "意见征集", "征集意见", "公众意见"]
      ),
      SecretPattern(
        "[（(【\\[](?:讨论中|修改中|正在修改|还在改|待定稿|未审定|还没定|尚未定稿|没有定稿|草稿|待审稿|清样|暂定稿|内审稿|报审稿|议定稿)[^）)】\\]]{0,16}[）)】\\]]",
        notIn: "公开征求|向社会|面向社会|征集意见|按钮|点击|保存"
      ),
      SecretPattern(
        "(?:本|此)(?:稿|文|件|说明|通知|方案|文件|材料|制度|办法|预案|报告)(?:现|尚|暂|仍)?(?:为|是|系|属于?)[^，。；]{0,6}?"
          + draftWords
          + "|[（(【\\[]\\s*(?:第一稿|第二稿|第三稿|第四稿|第五稿|第六稿|供讨论|供审议)[^）)】\\]]{0,12}[）)】\\]]",
        notIn: "公开征求|向社会|面向社会|社会公众|征集意见|公示",
        notInDraft: ["公开征求意见", "征求意见公告", "征求意见的公告", "意见征集", "征集意见", "公众意见"]
      ),
      SecretPattern(
        "[（(【\\[](?:第[一二三四五六七八九1-9]稿|二稿|三稿|四稿|改稿|\(draftWords))[，,、 ][^）)】\\]]{0,16}?(?:还没|没有|未经?|尚未|待)[^）)】\\]]{0,12}[）)】\\]]"
          + "|(?:本稿|此稿|\(draftWords))(?:目前|现在)?(?:还没有?|尚未|还未)(?:过会|上会|定稿|审定|审过|通过|报批|研究|给[^。；，]{1,6}看)",
        notIn: "公开征求|向社会|面向社会|征集意见|小说|论文|投稿|作者|编辑部"
      ),
    ],
    cases: [
      .flags("还没过会", "年度考核方案⟦（第二稿，局务会还没有过）⟧如下。这份⟦讨论稿还没过会⟧。"),
      .ok("文学", "那篇小说的初稿还没有定稿，作者便病倒了。"),
      .ok("公开征求意见", "现就《医疗服务价格方案(征求意见稿)》向社会公开征求意见。"),
      .ok("不是标注", "会议讨论了初稿，会后形成《章程（送审稿）》。"),
      .ok("志书的初稿", "本文据《院志（初稿）》和职工口述整理。"),
      .flags("还在讨论", "《互认实施细则⟦（讨论中，各股室改完再定）⟧》列出项目36个。"),
      .flags("送审稿", "医院绩效方案⟦(送审稿)⟧"),
    ]
  )

  private static let notPublic = FamilyRule(
    secret: "secrecy/not-public-attribute",
    .error,
    summary: Localized("文件标注为不公开或依申请公开", "a document marked as not to be published"),
    why: Localized("标注不公开、依申请公开的文件不主动发布。", "What is marked as not public is not published."),
    basis: [Basis("open-information-regulations", "第十六条"), site],
    message: Localized("文件标注为不公开：不得发布，请送保密审查", "marked as not public: do not publish it"),
    patterns: [
      SecretPattern(
        "(?:公开属性|公开方式|公开类别|公开类型|信息公开选项)[:：] ?(?:不予公开|不公开|依申请公开|内部公开|暂不公开)",
        notBefore: "主动公开",
        notAfter: "^ ?[、/／或□和]"
      ),
      SecretPattern(
        "(?:发布范围|公开范围|发放范围|知悉范围|阅读范围|公开等级)[:：] ?(?:不对外|不公开|院内|局内|内部|本单位|中层|班子)",
        notAfter: "^ ?[、/／或□和]"
      ),
      SecretPattern("(?:是否公开|可否公开)[:：] ?(?:否|不予公开|不公开|依申请公开)", notAfter: "^ ?[、/／或□和]"),
      SecretPattern(
        "[（(]?(?:此件|本件|该件|本文件|此文)[^。；，）)]{0,4}?(?:不予公开|不公开|不向社会公开|不对外公开|不对社会公开|不主动公开|依申请公开|暂不公开|暂缓公开)[^。；，）)]{0,2}[）)]?",
        notIn: lessons,
        yieldsToLaw: true
      ),
      SecretPattern(
        "[（(](?:不予公开|不公开|依申请公开|不公开发布|不向社会公开|不对外公开|暂不公开)[）)]",
        .end,
        notInDraft: ["信息公开指南", "公开目录"]
      ),
    ],
    cases: [
      .ok("公开发布", "（此件公开发布）"),
      .ok("指南", "公开方式：主动公开、依申请公开。"),
      .flags("依申请公开", "⟦(此件依申请公开)⟧"),
      .flags("不向社会公开", "⟦（本件不向社会公开）⟧"),
      .flags("公开属性", "⟦公开属性：不予公开⟧"),
    ]
  )
}

import Linting

/// Rules about matters that are not for the public, or not yet (handbook, compliance §8.6, S012 and S016–S022).
enum SecrecyMatters {
  static let all: [any Rule] = [
    statePhrase, meeting, procurement, exam, bioSecurity, unpublishedPolicy, unpublishedData,
    discipline, military, tradeSecret,
  ]

  private static let site = Basis("website-management", "四、（二）2")
  private static let review = Basis("state-secrets-law", "第三十五条")
  private static let rules = "规定|制度|要求|严禁|不得|应当|确保|做好|管理|培训|宣传|规范|须(?!知)"

  private static let statePhrase = FamilyRule(
    secret: "secrecy/state-secret-phrase",
    .error,
    summary: Localized("写到涉密文件、会议的内容", "the content of classified papers or meetings"),
    why: Localized("涉密的内容一律不得上网。", "What is classified is never put on the internet."),
    basis: [Basis("state-secrets-law", "第二十九条"), review],
    message: Localized("这里写到涉密内容：请立即停止发布，送保密审查", "classified content: stop and have it reviewed"),
    patterns: [
      SecretPattern(
        "(?:涉密(?:文件|内容|载体|会议|资料)|国家秘密事项|密点)[^。，,；]{0,8}(?:如下|内容[:：]|摘要|全文|附后|传达)",
        notIn: "严禁|不得|禁止|管理|规定|自查|培训|宣传",
        yieldsToLaw: true
      )
    ],
    cases: [
      .ok("宣传", "严禁在互联网上传输涉密文件，保密工作会议召开。"),
      .flags("内容", "本次⟦涉密会议内容如下⟧："),
    ]
  )

  private static let meeting = FamilyRule(
    secret: "secrecy/internal-meeting",
    .warning,
    summary: Localized("公开了内部会议的纪要或记录", "minutes of an internal meeting"),
    why: Localized(
      "党委会、院长办公会等的纪要、表决情况属于过程性信息，不公开；公开的是会议决定和新闻。",
      "Minutes and votes of internal meetings are not public; their decisions and the news of them are."
    ),
    basis: [Basis("open-information-regulations", "第十六条"), site],
    message: Localized(
      "这里像是内部会议纪要：请改为会议新闻",
      "minutes of an internal meeting: write news of it instead"
    ),
    patterns: [
      SecretPattern(
        "(?:党委会?|党组会?|院长办公会议?|院务会|班子会|班子成员会|纪委会?|保密委员会|职称评审会|药事会|伦理委员会|招标评审会)[^。，,；]{0,6}(?:会议纪要|会议记录|讨论记录|表决情况|不同意见|原始记录|纪要全文)",
        notIn: "规定|制度|应当|规范|做好|完善|及时|归档|要求|查阅|检查|学习|落实|抽查|资料",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:根据|按照|摘自|经)内部(?:工作)?会议(?:的)?(?:纪要|记录)",
        notIn: "规定|制度|应当|归档|不得|严禁",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:党委会?|党组会?|院长办公会议?|院务会|班子会|纪委会?|保密委员会|职称评审会|药事会|药事管理[^。，,；]{0,12}会|伦理委员会|招标评审会)[^。，,；]{0,6}(?:会议)?(?:纪要|记录)[^。，；]{0,3}(?:全文|附后|如下|见下|摘录|节选|原文)",
        notIn: "规定|制度|应当|规范|归档|要求|不得|严禁",
        yieldsToLaw: true
      ),
    ],
    cases: [
      .ok("新闻", "医院召开院务会，部署春季防控工作，要求做好院务会会议记录。"),
      .flags("纪要", "⟦院长办公会会议纪要⟧如下。"),
      .flags("供人查阅", "⟦药事会会议纪要全文附后⟧，供大家查阅。"),
    ]
  )

  private static let procurement = FamilyRule(
    secret: "secrecy/procurement-unopened",
    .error,
    summary: Localized("开标前公开了评标信息", "what must stay closed before bids are opened"),
    why: Localized(
      "标底、评标委员会名单在结果公布前保密。",
      "The base price and the jury stay secret until the award."
    ),
    basis: [site],
    message: Localized("开标前不得公开标底和评标名单：请删去", "not public before the award: leave it out"),
    patterns: [
      SecretPattern(
        "标底(?:价|金额)?(?:为|是|[:：])[^。，；]{0,4}[0-9]|(?:评标委员会(?:成员)?|评审专家|评标专家|评审小组)名单(?:如下|公布|为|[:：])|(?:未开标|开标前)[^。，；]{0,10}(?:名单|报价|标底)"
          + "|(?:尚未|还没有?|未)开标[^。；]{0,16}(?:预算|限价|底价|最低价)[^。；]{0,8}[0-9]",
        notIn: "中标|成交|公示期|保密|" + rules,
        notInDraft: ["中标结果", "成交结果", "中标候选人", "中标公告", "成交公告", "中标供应商", "成交供应商"]
      )
    ],
    cases: [
      .ok("结果公告", "中标结果公告：中标供应商为某公司，评审专家名单：张华、李明。"),
      .flags("开标前", "⟦评标委员会成员名单如下⟧。"),
    ]
  )

  private static let exam = FamilyRule(
    secret: "secrecy/exam-material",
    .error,
    summary: Localized("公开了启用前的试题", "exam papers before their use"),
    why: Localized("试题在启用前保密。", "Exam papers are secret until they are used."),
    basis: [site],
    message: Localized("这里像是启用前的试题：请立即撤下", "exam papers before their use: take them down"),
    patterns: [
      SecretPattern(
        "(?:试卷|试题|考题|面试题|参考答案|评分标准)[^。，；]{0,8}(?:启用前|未启用)"
          + "|(?:试题|试卷|考题|题目)(?:和|及|与)?(?:标准)?答案[^。；，]{0,6}(?:放在|发在|发到|已发|见群|在群|流出)",
        notIn: "保密规定|保密工作|印制|纪律|" + rules
      )
    ],
    cases: [
      .ok("规定", "试卷启用前应当专柜存放，落实考试保密规定。"),
      .flags("启用前", "⟦面试题启用前⟧保密。"),
    ]
  )

  private static let bioSecurity = FamilyRule(
    secret: "secrecy/bio-security",
    .warning,
    escalation: .leadership,
    summary: Localized("公开了菌毒种、放射源的存放信息", "where germs or radioactive sources are kept"),
    why: Localized("存放地点、数量公开后会带来安全风险。", "Telling where such things are kept is a danger."),
    basis: [site],
    message: Localized("这里写出了菌毒种或放射源的存放信息：请删去", "where germs or sources are kept: leave it out"),
    patterns: [
      SecretPattern(
        "(?:菌种|毒种|菌毒种|菌（毒）种|高致病性病原微生物|毒株|放射源)[^。，；]{0,12}(?:存放(?:地点|位置)?(?:为|在|于|位于|[:：])|坐标|数量为|库存(?:为|量)|保管人)",
        notIn: rules,
        yieldsToLaw: true
      ),
      SecretPattern("(?:菌种库|毒种库|菌毒种库|放射源库|源库)(?:位于|设在|设于)[^。，；]{2,20}", notIn: rules),
    ],
    cases: [
      .flags("库在哪里", "⟦菌种库位于检验楼B1层03室⟧，有专人看守。"),
      .ok("科普", "放射源存放场所应当设置警示标志。"),
      .flags("地点", "⟦放射源存放地点为⟧负一层。"),
    ]
  )

  private static let unpublishedPolicy = FamilyRule(
    secret: "secrecy/unpublished-policy",
    .warning,
    summary: Localized("透露了尚未公布的政策", "a policy that is not published yet"),
    why: Localized(
      "未正式公布的文件、价格和名单不得提前发布。",
      "What is not published officially is not told in advance."
    ),
    basis: [site],
    message: Localized("这里写到尚未公布的政策：请等正式公布", "a policy that is not published: wait until it is"),
    patterns: [
      SecretPattern(
        "(?:尚未(?:正式)?(?:公布|发布|印发)|暂未(?:公布|公开|印发)|拟于[^。，；]{2,10}(?:出台|印发|公布))的?[^。，；]{0,12}(?:文件|政策|方案|办法|名单|价格|目录|通知)",
        notIn: "征求意见|据[^。]{2,20}(?:报道|消息)|发布会|国务院|国家|以正式|为准|谣言|不实|辟谣|不得|严禁|不要",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:政策|方案|文件|办法|价格|名单)(?:目前)?(?:尚未|还未|未)(?:正式)?(?:公布|发布|印发)[^。；]{0,16}(?:提前|获悉|得知|透露|了解到)"
          + "|(?:目录|方案|价格|政策|文件|名单|标准)[^。；，]{0,8}(?:还没有?|尚未|没有|未)(?:正式)?(?:公布|发布|印发|出台)[^。；]{0,12}(?:透个?底|提前|抢先|剧透|先给)",
        notIn: "为准|谣言|不实|辟谣|不得|严禁|不要"
      ),
    ],
    cases: [
      .ok("说明以公布为准", "具体价格尚未公布，请以正式文件为准。"),
      .flags("先知道了", "新的医保⟦政策尚未公布，我院已提前获悉⟧。"),
      .flags("提前透露", "省里⟦拟于下月印发的价格文件⟧要点如下,⟦尚未公布的方案⟧提前看。"),
    ]
  )

  private static let unpublishedData = FamilyRule(
    secret: "secrecy/unpublished-data",
    .warning,
    summary: Localized("公开了内部经营数据", "figures of the organisation's own business"),
    why: Localized(
      "绩效、纠纷赔付等内部数据未经批准不公开；已公开的决算除外。",
      "Internal figures are published only in accounts."
    ),
    basis: [site],
    message: Localized(
      "这里有内部经营数据：请核实能否公开",
      "internal figures: make sure that they may be published"
    ),
    patterns: [
      SecretPattern(
        "(?:人均(?:绩效|奖金)|(?:绩效|奖金)人均|绩效分配|纠纷赔偿|纠纷赔付|投诉件数)[^。，；]{0,6}(?:[0-9]{2,}|明细)|未公开的?(?:数据|统计|结果)(?:显示|为|表明|如下)",
        notInDraft: ["决算", "预算公开", "统计公报", "审计报告", "年度报告"]
      )
    ],
    cases: [
      .ok("已公开的决算", "2024年部门决算：人均绩效3.2万元。"),
      .flags("绩效", "今年⟦绩效人均明细⟧见下表。"),
    ]
  )

  private static let discipline = FamilyRule(
    secret: "secrecy/discipline-inprogress",
    .warning,
    escalation: .leadership,
    summary: Localized("写到正在进行的审查调查", "an inquiry that is under way"),
    why: Localized("审查调查由有权机关发布，本单位不自行公开。", "Inquiries are made known by those who lead them."),
    basis: [site],
    message: Localized(
      "这里写到正在进行的审查调查：以权威发布为准，请报领导小组",
      "an inquiry under way: leave it to those who lead it"
    ),
    patterns: [
      SecretPattern(
        "(?:该|某|本院|我院|主任|院长|科长|医生|书记)[^。，；]{0,8}(?:正在?接受(?:组织|纪检)?[^。，；]{0,6}(?:审查|调查|核查)|被留置|被立案(?:调查|审查))|正在?接受(?:组织|纪检)?[^。，；]{0,6}(?:审查|调查|核查)的(?:[\\p{Han}]{0,6}(?:医生|医师|主任|院长|科长|书记|护士|护士长|干部|职工|员工))|(?:主任|院长|科长|医生|医师|书记|护士长)[\\p{Han}]某{0,2}[^。；，]{0,12}，(?:目前|现)?正在?接受(?:组织|纪检)?[^。，；]{0,6}(?:审查|调查|核查)|(?:约谈笔录|问题线索)(?:如下|[:：])"
          + "|(?:纪委|纪检组|监委)[^。；，]{0,6}(?:正在?|已)(?:对|找|约谈)[^。；，]{0,16}(?:调查|核查|谈话|立案)",
        notIn: "纪委监委|据[^。]{2,16}(?:通报|消息)|普法|案例|法律|规定|问卷|流行病学|流调|满意度",
        yieldsToLaw: true
      )
    ],
    cases: [
      .ok("廉政教育", "组织观看警示教育片，依规依纪处置问题线索。"),
      .ok("调查问卷", "参加随访的医生正在接受问卷调查，患者正在接受流行病学调查。"),
      .flags("正在调查", "⟦该主任正在接受审查调查⟧，科室人员配合。"),
      .flags("人在后面", "一名⟦正在接受审查调查的医生⟧没有到岗。"),
      .flags("隔着一句", "药剂科副⟦主任郑某因涉嫌严重违纪，目前正在接受审查调查⟧。"),
    ]
  )

  private static let military = FamilyRule(
    secret: "secrecy/military-foreign",
    .warning,
    escalation: .leadership,
    summary: Localized("写到部队番号或涉外事项", "a unit's number or a matter with foreigners"),
    why: Localized(
      "部队番号、外交人员就诊等不得自行公开。",
      "Units' numbers and diplomats' visits are not published."
    ),
    basis: [site],
    message: Localized(
      "这里写到部队番号或涉外事项：请改写并报领导小组",
      "a unit's number or a diplomatic matter: leave it out"
    ),
    patterns: [
      SecretPattern(
        "部队番号|(?<![0-9])[0-9]{5}部队|战备(?:值班|物资清单|医疗任务)|涉外病例|外交人员就诊|驻[华外]使领馆人员",
        notIn: "不得|严禁|保密",
        yieldsToLaw: true
      )
    ],
    cases: [
      .ok("退役军人", "退役军人优先窗口，为驻地官兵义诊。"),
      .flags("番号", "为⟦31001部队⟧官兵体检。"),
    ]
  )

  private static let tradeSecret = FamilyRule(
    secret: "secrecy/trade-secret",
    .warning,
    summary: Localized("公开了他人的商业秘密", "trade secrets of others"),
    why: Localized("供应商的报价明细、未公开的配方工艺属于商业秘密。", "Quotations and recipes belong to their owners."),
    basis: [Basis("open-information-regulations", "第十五条"), site],
    message: Localized("这里像是商业秘密：请删去，或取得权利人同意", "a trade secret: leave it out or ask its owner"),
    patterns: [
      SecretPattern(
        "(?:供应商|投标单位|投标人|厂家|各公司)的?报价(?:明细|清单|单|表)?(?:如下|见下|附后|见附表|为[:：]|[:：])|未公开的?(?:配方|工艺)(?:如下|为|[:：])|商业秘密 ?[★☆]",
        notIn: "中标|成交|格式|模板|要求|应当|询价公告|采购公告|请各",
        notInDraft: ["中标结果", "成交结果", "询价公告", "采购公告"]
      )
    ],
    cases: [
      .ok("采购公告", "询价公告：供应商报价明细按附件格式填写。"),
      .flags("报价明细", "⟦供应商报价明细如下⟧：甲公司12万元，乙公司13万元。"),
      .flags("列在下面", "⟦投标单位报价表见下⟧：甲公司每盒18元。"),
    ]
  )
}

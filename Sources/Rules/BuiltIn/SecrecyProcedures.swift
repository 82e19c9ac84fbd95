import Linting

/// Rules about procedures under way: meetings, bids, examinations, inquiries (handbook, compliance §8.6, S012, S016, S017
/// and S021).
enum SecrecyProcedures {
  static let all: [any Rule] = [meeting, procurement, exam, discipline]

  private static let site = Basis("website-management", "四、（二）2")
  private static let rules = "规定|制度|要求|严禁|不得|应当|确保|做好|管理|培训|宣传|规范|须(?!知)"

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
      SecretPattern(
        "(?:党委|党组|院长办公|局长办公|院务|局务|班子|支委|纪委|党总支|常委|药事|伦理|职称评审|专题办公)(?:扩大)?(?:会议?|例会)[^。；，]{0,8}?(?:发言(?:记录|摘要|要点|原话|提纲)|各人(?:表态|意见|发言)|谁(?:同意|反对|说了)|表决(?:情况|结果|票数)|投票(?:结果|情况|记录)|票数|[0-9一二三四五六七八九]{1,2}票(?:赞成|同意|反对|弃权)|争论|争执|分歧|吵|录音|速记|原始记录)|(?:党委|党组|办公会|院务会|局务会|班子会)[^。]{0,40}?(?:会议记录|会议纪要)(?:原文|全文)?(?:摘登|摘录|节选|刊登|如下|附后)",
        notIn: "规定|制度|应当|规范|归档|要求|不得|严禁|完善|做好|及时|检查|查阅|抽查|学习|消除|统一",
        yieldsToLaw: true
      ),
    ],
    cases: [
      .ok("表态发言", "局党组会上，各股室负责人逐一作表态发言。"),
      .flags("发言和票数", "局⟦党组会的发言记录⟧附在文后。"),
      .ok("新闻", "医院召开院务会，部署春季防控工作，要求做好院务会会议记录。"),
      .flags("纪要", "⟦院长办公会会议纪要⟧如下。"),
      .flags("供人查阅", "⟦药事会会议纪要全文附后⟧，供大家查阅。"),
    ]
  )

  private static let awards = [
    "中标结果", "成交结果", "中标候选人", "中标公告", "成交公告", "中标供应商", "成交供应商",
  ]

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
        notInDraft: awards
      ),
      SecretPattern(
        "(?:评标|开标|评委会|磋商小组|谈判小组|询价小组|采购评审)[^。；]{0,16}?(?:是|为|有|由|名单|成员|专家|包括)[:：]?[\(commonSurnames)][\\p{Han}]{1,2}(?:、[\(commonSurnames)][\\p{Han}]{1,2})+",
        notIn: "中标|成交|公示期|比赛|大赛|竞赛|演讲",
        notInDraft: awards
      ),
      SecretPattern(
        "(?:标底|底价|心理价位?)[^。；，]{0,6}?(?:定在?|是|为|在|压到)[^。；，]{0,6}?[0-9一二三四五六七八九十百]+ ?(?:万|元|块)|(?:报名|领了?标书|买了?标书|递了?标书)的?[^。；，]{0,6}?(?:公司|单位|供应商|厂家)[^。；，]{0,4}?(?:名单|分别是|有[:：]|是[:：])",
        notIn: "中标|成交|起拍|拍卖|公示期",
        notInDraft: awards
      ),
    ],
    cases: [
      .ok("科室", "评标小组由内科、外科和纪检人员组成。"),
      .flags("写出评委", "到那天坐在⟦评标席上的五位是：许志平、段青⟧、鲍文。"),
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
      ),
      SecretPattern(
        "(?:试题|试卷|考题|卷子|考卷)[^。；，]{0,8}?(?:先|提前|已经?|悄悄)[^。；，]{0,2}?(?:挂|放|发|贴|附|传|泄|漏|透|给大家)|(?:试题|试卷|考题|卷子|考卷|题库)(?:和|及|与|、)?(?:标准|参考)?答案[^。；，]{0,6}?(?:挂|贴|附在|附后|放在|发给|发在|传到|见文末|见附件|提前)|(?:面试|笔试|考核|考试)[^。；，]{0,6}?(?:题目|题)[^。；，]{0,6}?(?:提前|先|已)(?:透|漏|泄|发|给)",
        notIn: "保密规定|保密工作|印制|往年|历年|赛后|考后|已结束|练习|模拟|自测|竞答|有奖|科普|答题活动|" + rules
      ),
    ],
    cases: [
      .ok("规定", "试卷启用前应当专柜存放，落实考试保密规定。"),
      .flags("先挂出来", "新职工笔试的⟦卷子和标准答案先挂⟧在文末。"),
      .flags("启用前", "⟦面试题启用前⟧保密。"),
    ]
  )

  private static let inquiriesTold =
    "据[^。]{2,16}(?:通报|消息)|普法|案例|法律|规定|问卷|流行病学|流调|满意度|警示教育|教育片"

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
      ),
      SecretPattern(
        "(?:院长|主任|科长|书记|股长|局长|医生|医师|护士长|职工|干部|会计|线索|回扣)[^。；]{0,24}?(?:县纪委|市纪委|区纪委|纪委|纪检组?|监委|上级|上头|巡察组|检察院)[^。；]{0,8}?(?:正在?|还在|仍在|眼下在|已经在)[^。；，]{0,3}?(?:调查|核查|审查|谈话|初核|(?<![检督抽巡排普审])查(?!看|阅|房|体|验|找))",
        notIn: inquiriesTold
      ),
      SecretPattern(
        "(?:院长|主任|科长|书记|股长|局长|医生|医师|护士长|会计)[^。；]{0,14}?(?:被带走|停职(?:接受)?调查|配合(?:组织|纪检|纪委|有关部门)的?调查|被(?:纪委|监委|检察院)[^。；，]{0,4}(?:带走|控制|约谈))",
        notIn: inquiriesTold
      ),
    ],
    cases: [
      .ok("廉政教育", "组织观看警示教育片，依规依纪处置问题线索。"),
      .ok("调查问卷", "参加随访的医生正在接受问卷调查，患者正在接受流行病学调查。"),
      .flags("正在调查", "⟦该主任正在接受审查调查⟧，科室人员配合。"),
      .flags("人在后面", "一名⟦正在接受审查调查的医生⟧没有到岗。"),
      .flags("还在查", "一名副⟦院长拿回扣的线索，县纪委眼下还在查⟧。"),
      .flags("隔着一句", "药剂科副⟦主任郑某因涉嫌严重违纪，目前正在接受审查调查⟧。"),
    ]
  )
}

import Linting

/// Rules about matters that are not for the public, or not yet (handbook, compliance §8.6, S018, S020 and S022).
enum SecrecyMatters {
  static let all: [any Rule] = [
    statePhrase, bioSecurity, unpublishedPolicy, unpublishedData, military, tradeSecret,
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
      ),
      SecretPattern(
        "(?:涉密|绝密|机密)(?:文件|会议|材料|资料|图纸|通知|内容|项目|电报)(?:里头?|里面|中|上)(?:头|面)?[^。；，]{0,2}?(?:写|说|讲|提到?|画|定|标|载)(?:明|到|过)?(?:的|了|着|，)[^。；，]{2,20}|(?:密电|机要件|机要文件)[^。；，]{0,4}?(?:要求|通知|称|指出|明确)",
        notIn: "严禁|不得|禁止|管理|规定|自查|培训|宣传|保密要求"
      ),
    ],
    cases: [
      .ok("宣传", "严禁在互联网上传输涉密文件，保密工作会议召开。"),
      .flags("写了什么", "那份⟦涉密文件里写的专线走向⟧，施工队已经照办。"),
      .flags("内容", "本次⟦涉密会议内容如下⟧："),
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
      SecretPattern(
        "(?:菌种|毒种|菌毒种|菌株|毒株|放射源|存源|钴源|铯源|剧毒品|剧毒化学品|易制爆)[^。；]{0,18}?(?:在|搁|藏|锁|存|放)[^。；，]{0,8}?(?:负?[一二三四五六七八九十0-9]层|[一二三四五六七八九十0-9]号?楼|地下室|第[一二三四五六0-9]间|[0-9]{3,4}室)(?:[^。；，]{0,8}?第[一二三四五六0-9]间)?",
        notIn: rules,
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?:菌种|毒种|菌株|放射源|存源|剧毒品?|易制毒品?|毒麻药品?)[^。；]{0,24}?(?:钥匙|门卡)[^。；，]{0,3}?(?:归|由|在|放|搁|挂)[^。；，]{1,8}",
        notIn: rules + "|双人双锁",
        yieldsToLaw: true
      ),
    ],
    cases: [
      .flags("库在哪里", "⟦菌种库位于检验楼B1层03室⟧，有专人看守。"),
      .ok("科普", "放射源存放场所应当设置警示标志。"),
      .flags("柜子和钥匙", "旁边是⟦菌种室，柜子在负一层东头第二间⟧，房门朝东。"),
      .flags("地点", "⟦放射源存放地点为⟧负一层。"),
    ]
  )

  private static let openMatters =
    "征求意见|据[^。]{2,20}(?:报道|消息)|发布会|国务院|以正式|为准|谣言|不实|辟谣|不得|严禁|不要|没有(?:相关|专门|统一|具体)"

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
      SecretPattern(
        "(?:还没有?|尚未|仍未|没有?|未)(?:正式|对外|公开)*(?:对外)?(?:发布|发|印发|公布|出台|公开|下发|定下来|见报)(?:下来|出来)?的[^。；，]{0,12}?(?:方案|文件|政策|办法|目录|价格|名单|标准|通知|细则|规划|待遇)|(?:待印发|拟印发|待公布|待发)的[^。；，]{0,10}?(?:方案|文件|政策|办法|目录|价格|名单|标准|通知|细则)",
        notIn: openMatters
      ),
      SecretPattern(
        "(?:提前|抢先|悄悄|先给大家)[^。；，]{0,4}?(?:透个?底|透露|剧透|吹个?风|漏个?底)[^。；]{0,24}?(?:方案|文件|政策|价格|标准|名单|待遇|报销|起付线|目录|编制|岗位)",
        notIn: openMatters
      ),
    ],
    cases: [
      .ok("说明以公布为准", "具体价格尚未公布，请以正式文件为准。"),
      .flags("还没发的文件", "省里那份⟦还没对外发的医保支付方案⟧，起付线要往下调。"),
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
      ),
      SecretPattern(
        "[\\p{Han}]{1,8}(?:公司|厂家|药业|集团|供应商|商家)[^。；，]{0,4}?(?:出的?价|报的?价|报价|开价|要价)[^。；，]{0,6}?[0-9.]+ ?(?:万|元|块)|(?:单价|采购价|进价|折扣|返点|成本价|报价)[^。；，]{0,8}?[0-9]+[^。；]{0,10}?(?:要求保密|须保密|要保密|保密$|不对外)|(?:保密|不对外|未公开)的?[^。；，]{0,6}?(?:单价|采购价|进价|折扣|返点|成本价)[^。；，]{0,6}?[0-9一二三四五六七八九十]",
        notIn: "中标|成交|限价|格式|模板|询价公告|采购公告|请各|不得低于",
        notInDraft: ["中标结果", "成交结果", "中标公告", "成交公告", "中标供应商", "成交供应商", "询价公告", "采购公告"]
      ),
    ],
    cases: [
      .ok("采购公告", "询价公告：供应商报价明细按附件格式填写。"),
      .flags("报价明细", "⟦供应商报价明细如下⟧：甲公司12万元，乙公司13万元。"),
      .flags("各家的价", "⟦东联公司出的价是231万⟧元，⟦北科公司出的价是258万⟧元。"),
      .flags("列在下面", "⟦投标单位报价表见下⟧：甲公司每盒18元。"),
    ]
  )
}

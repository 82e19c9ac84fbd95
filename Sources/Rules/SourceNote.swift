import Linting

/// What a text says about where an image or a chart comes from (handbook, compliance §3.1).
enum SourceNote: Int {
  case none
  /// A marker with 网络, 百度, 资料图 and the like in the holder's place.
  case vague
  /// A marker together with a holder who can be found and asked.
  case named

  init(in text: Span<UInt8>) throws {
    if try Self.forms.anyMatches(text) {
      self = .named
    } else if try Self.vagueForm.matches(text) {
      self = .vague
    } else {
      self = .none
    }
  }

  /// Holders that name nobody, as an alternation of ICU's.
  static let nobody =
    "网络(?!信息|安全|中心|管理|科|部|办|与|电视|医院|直报|技术|运营|空间)"
    + "|互联网(?!医院|中心|办|科|信息|诊疗|部|\\+)|网上|(?:某位?)?网友|网民|网图|百度(?!健康|公司)|谷歌|Google|必应|Bing|搜狗"
    + "|(?:[\\p{Han}]{0,4})(?:朋友圈|微信群|QQ群|家长群|业主群|工作群)|不详|未知|未注明|公开资料|公开渠道|搜索引擎|侵删|原作者|作者不详|资料图片?(?![\\p{Han}])"
    + "|佚名|无名氏|待[补定填]|请填写|[XＸ×]{2,}|(?:无|网)\\s*(?:$|[）)。，])"

  /// A holder behind a marker.
  private static let holder = "(?!\\s*(?:\(nobody)))\\s*[\\p{Han}A-Za-z0-9《“「@]"
  private static let person =
    "(?:[\(commonSurnames)\(uncommonSurnames.single)]|\(uncommonSurnames.double))[\\p{Han}]{1,2}"
  private static let colon = "\\s*[:：丨|｜/／│]"
  private static let end = "\\s*(?:$|[（()）】\\]。，,；;、|｜丨/／▲△])"
  private static let verb = "(?:来自|来源于?|源自|取自|出自|转自|摘自)?"
  private static let things = "(?:图|图片|照片|配图|插图|图表|图解|漫画|视频|截图|原图|海报|数据|资料|封面)"

  private static let forms = SentenceTests([
    // 图源：宣传科
    "(?:来源|图源|片源|数据源|出处|来自|源自|引自|摘自|转自|选自|取自|截自|截图自|供图|供稿|提供者?|授权"
      + "|摄影|拍摄|摄像|航拍|抓拍|绘图|绘制|手绘|插画|制图|作图|制表|制作|设计|剪辑|Photo by|Credit|Source)"
      + colon + holder,
    "(?:图源|图片来源|照片来源|数据来源|资料来源|供图|摄影|制图|绘图|Photo by)\\s+\(holder)",
    "图源(?:于|自)?+\(holder)",
    // 图片来自县医院
    things + "(?:均|都|分别)?(?:来源于?+|来自于?+|源自|引自|摘自|转自|选自|取自)\\s*\(holder)",
    "^[\\s（(▲△↑*]*(?:引自|摘自|转自|选自|取自|源自)\\s*\(holder)",
    "据[^。；]{2,30}(?:绘制|制作|制图|整理|改绘)",
    // 王丽 摄
    "[\\p{Han}A-Za-z0-9]\\s*[/／]?\\s*(?<!网络|网友|网上|百度)(?:供图|摄影|制图|作图|绘图|(?<!拍)摄|(?<![描彩手测])绘)"
      + end,
    "由(?!\\s*(?:\(nobody)))[^。，]{2,24}(?:提供|拍摄|绘制|制作|设计|供图|摄|授权)",
    "[（(](?!\\s*(?:\(nobody)))[^（()）。]{2,24}(?:拍摄|提供|绘制|制作|设计|手绘|航拍|抓拍|截图)\\s*[）)]",
    "[\\p{Han}]{2,12}\\s+(?:拍摄|绘制|制作|提供|设计|航拍|抓拍|手绘)\\s*$",
    "[院科室局委部社办馆会站所队组台报网司心校](?:授权)?提供" + end,
    "授权(?:提供|使用)",
    // 图/李华
    "(?:^|[\\s（(|｜丨，,；;])(?:图|摄|绘|照片|图片|配图)\\s*[/／|｜丨│·]\(holder)",
    "(?:文\\s*[、/／·]?\\s*图|图\\s*[、/／·]?\\s*文)\\s*[/／:：|｜丨│\\s]\(holder)",
    "(?:图|图片|照片|配图|插图|(?<!格)漫画|动漫|插画|题图)\\s*[:：]\\s*(?:https?://|www\\."
      + "|(?!\\s*\(verb)(?:\(nobody)))[\\p{Han}A-Za-z]{1,20}[院科室局委部社办馆会站所台报网司心校者组股处队]"
      + "(?:\\s*\(person)|\\s+[\\p{Han}]{2,3})?" + end + ")",
    // 图：王丽, 王丽 图
    "(?:^|[\\s（(|｜丨，,；;])(?:图|图片|照片|配图|漫画|插图|插画)\\s*[:：]\\s*(?!\(verb)(?:\(nobody)))\(person)\(end)",
    "[（(]\\s*[\\p{Han}]{2,4}\\s*摄于",
    // 检验科 姚冰 2026年2月24日摄于医技楼
    "(?:[院科室局委部社办馆会站所台报网司心校组股处队]\\s*|^|[\\s（(])\(person)\\s*于?\\s*(?:(?:19|20)\\d\\d年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?"
      + "(?:[上下]午|[早晚]上|中午)?(?:摄|拍摄|拍)于",
    "(?:^|[\\s（(|｜丨，,；;])\(person)\\s*[\\s/／]\\s*图\(end)",
    // 图据某报
    "^[\\s（(▲△↑*]*图(?:据(?!说|悉|了解)|自)\(holder)",
    // © 某某医院
    "(?:©|（[Cc]）|\\([Cc]\\)|Copyright|版权所有|版权归属|版权)\\s*[:：]?\\s*(?:(?:19|20)\\d\\d\\s*)?\(holder)",
    "版权归(?!原作者)[^。]{2,24}所有",
    "审图号|视觉中国|VCG\\d|图虫创意|摄图网|千图网|包图网|站酷海洛|全景视觉|东方IC|Unsplash|Pexels|Pixabay"
      + "|Getty|iStock|Shutterstock|新华社(?:发|记者)|中新社(?:发|记者)",
    "[院科室局委部社办馆会站所台中心组股处队]\\s+制[表图]?" + end,
    "(?:本院|我院|医院|中心|本刊)[\\p{Han}]{0,8}(?:资料图片?|资料照片|截图)|系统截图",
    // 图：即梦
    "(?:图源|来源|制图|绘图|作图|配图|图片|插图|图)\\s*[:：/｜|]\\s*(?:即梦|文心一格|通义万相|可灵|豆包|混元|Midjourney)",
    "(?:AI|ＡＩ|人工智能|豆包|即梦|文心一格|通义万相|可灵|Midjourney)[^。]{0,8}(?:生成|绘制|制作|合成|作图|出图|出品)",
  ])

  /// 图片从百度搜得, 图是网上扒来的.
  static func taken(from holders: String) -> String {
    "\(things)(?:均|都|全)?(?:是|为|系|由)?(?:从|在|自|由|到)?(?:\(holders))[^。；，]{0,6}?(?:搜|刷|扒|找|搬|下载|截|盗|存|拿|抄|复制|抠|选|淘)(?:得(?!到)|到|来|的|取|下|$)"
      + "|\(things)(?:是|为|系)?从?手机[上里]?[^。；，]{0,3}?(?:刷|搜)到"
      + "|\(things)(?:均|都|全)?(?:是|为|系)?(?:搜|扒|找|搬|下载|截|盗|拿|抄|复制|抠|选|淘)(?:自|于|来自)(?:\(holders))"
  }

  private static let vagueForm = SentenceTest(
    "(?:来源|图源|源|来自|源自|出自|取自|取材于?|取材自|转自|摘自|引自|供图|\(things))(?:均|都|于|自|为|是)?\\s*[:：丨|｜/／]?\\s*"
      + "(?:\(nobody))|^\\W*(?:网图|网络图片?|资料图片?)\\W*$|(?:网络|网友)供图|(?:作者|摄影者|拍摄者|来源|出处)不[详明]"
      + "|(?:从|自)(?:\(nobody))[^。；，]{0,4}?(?:检索|搜索|搜|下载|截取)(?:所得|得来)|\(taken(from: nobody))"
  )
}

extension SourceNote: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

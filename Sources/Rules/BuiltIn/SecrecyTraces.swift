import ChineseText
import Linting
import Reading
import SourceText

/// Rules about what slips into a text: addresses of systems, passwords, notes of those who edit it (handbook,
/// compliance §8.6, S013–S015, S019).
enum SecrecyTraces {
  static let all: [any Rule] = [security, credential, comment]

  private static let site = Basis("website-management", "五、（五）")
  private static let systems =
    "(?:内网|外网|服务器|防火墙|交换机|数据库|VPN|堡垒机|网闸|路由器|系统后台|管理后台|HIS|PACS|LIS)"

  private static let security = FamilyRule(
    secret: "secrecy/security-detail",
    .error,
    summary: Localized("公开了信息系统的安全细节", "details of how systems are secured"),
    why: Localized(
      "服务器地址、账号、网络拓扑公开后会招来攻击。",
      "Addresses, accounts and plans of networks invite attacks."
    ),
    basis: [site],
    message: Localized("这里有信息系统的安全细节：请删去", "details of how systems are secured: leave them out"),
    patterns: [
      SecretPattern(
        systems
          + "[^。；]{0,16}?(?:(?:10|172|192)\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|(?:账号|用户名|密码|口令)(?:为|是|[:：])? ?(?:root|admin|sa|[A-Za-z0-9@#!_.]*[0-9][A-Za-z0-9@#!_.]{2,})|(?:网络)?拓扑图?(?:如下|见|[:：])|网段(?:为|是|[:：]) ?[0-9]|(?:管理|控制|远程|后台)端口(?:为|是|[:：]) ?[0-9]{2,5})",
        notIn: "不要(?!自行|插|外传|外泄|乱|随意)|切勿|定期更换|防范|培训|网络安全宣传|弱口令|采购|招标|参数|规格",
        yieldsToLaw: true
      ),
      SecretPattern(
        "(?<![0-9.])(?:10\\.[0-9]{1,3}|192\\.168|172\\.(?:1[6-9]|2[0-9]|3[01]))\\.[0-9]{1,3}\\.[0-9]{1,3}(?: ?[:：][0-9]{2,5}|[^。；，0-9]{0,3}?[0-9]{2,5} ?(?:号?端口|口))|(?:端口|远程桌面)[^。；，]{0,6}?(?:3389|1433|1521|3306|6379)(?![0-9])",
        notIn: "例如|示例|关闭|封堵|防范|培训"
      ),
      SecretPattern(
        "(?:服务器|系统|主机|数据库|接口|内网|外网|远程|VPN|防火墙|映射|对外)[^。；]{0,20}?(?<![0-9])[0-9]{2,5} ?号?端口"
          + "|(?:服务器|系统|主机|内网|机房|数据库|路由器|HIS|PACS|LIS)[^。；]{0,24}?(?:(?:没有?|未|一直没有?)(?:打补丁|装补丁|设密码|设口令|加密|修补|装杀毒)|空口令|没有防火墙|防火墙(?:已|都)?关(?:了|着))"
          + "|(?:共用|合用|公用)[^。；，]{0,6}?(?:账号|帐号|密码|口令)[^。；，]{0,8}?(?:远程|维护|登录|登陆)",
        notIn: "关闭|封堵|防范|培训|不得|严禁|禁止|整改|采购|招标|例如|示例|要及时|应当|不要"
      ),
      SecretPattern(
        "管理员(?:账号|帐号|账户|用户名|名)?(?:名?叫|名?是|为|[:：]) ?[A-Za-z][A-Za-z0-9_]{1,15}(?![A-Za-z0-9])",
        notIn: "采购|招标|参数|例如|示例"
      ),
      SecretPattern(
        "监控(?:死角|盲区)[^。；，]{0,4}(?:在|位于|是)|(?:监控点位|监控布局|安防)(?:布置|点位|布局)?图?(?:如下|见下图|[:：])",
        notIn: "采购|招标|参数|规格|排查|消除|整改|不留|检查",
        yieldsToLaw: true
      ),
    ],
    cases: [
      .ok("提示", "不要使用弱口令，服务器升级期间暂停服务。"),
      .ok("采购参数", "采购核心交换机2台，服务器IP网段由院方提供。"),
      .flags("地址", "⟦HIS服务器IP地址为10.12.3.4⟧,请勿外联。", fixed: nil),
      .flags("账号", "⟦数据库账号admin⟧，请联系信息科。"),
      .flags("管理端口", "核心⟦交换机管理端口为8443⟧，不要自行插拔。"),
      .flags("地址和端口", "接口放在⟦10.20.1.6的1433口⟧，⟦管理员名叫sa⟧。"),
    ]
  )

  private static let credential = FamilyRule(
    secret: "secrecy/credential-leak",
    .error,
    summary: Localized("公开了密码或密钥", "a password or a key"),
    why: Localized("密码、密钥一旦公开就不再安全，应立即更换。", "A published password is none: change it at once."),
    basis: [site],
    message: Localized("这里有密码或密钥：请删去并立即更换", "a password or a key: delete it and change it at once"),
    patterns: [
      SecretPattern(
        "(?:密码|口令|[Pp]assword|PASSWORD|passwd|pwd|PWD|[Tt]oken|TOKEN|secret|access[_-]?key|[Aa]pp[Ss]ecret|api[_-]?key)(?:为|是)? ?[:：=] ?(?=[A-Za-z0-9!@#$%^&*_.+/-]{0,40}[0-9@#$!])[A-Za-z0-9!@#$%^&*_.+/-]{4,64}",
        notIn:
          "请(?:及时|尽快|立即)?(?:修改|设置|更改)|找回密码|WiFi|WIFI|Wi-Fi|wifi|无线网|会议号|会议ID|直播|提取码|网盘|解压|忘记|位数|例如|示例|https?:"
      ),
      SecretPattern(
        "(?:账号密码|账号、密码|账号和密码|账号/密码|用户名密码|用户名和密码)[^。；，,]{0,10}[:：] ?[A-Za-z0-9._@-]{3,32} ?[/／、，, ] ?(?=[A-Za-z!@#$%^&*_.-]{0,40}[0-9@#$!])[A-Za-z0-9!@#$%^&*_.-]{5,40}",
        notIn: "初始|默认|例如|示例|WiFi|WIFI|Wi-Fi|wifi|无线网"
      ),
      SecretPattern(
        "(?:门禁|大门|药库|药柜|保险柜|保险箱|机房|配电|电脑|开机|密码锁|服务器|系统|后台|管理员|数据库|内网|库房|档案室|监控|主机)[^。；，,]{0,8}(?:密码|口令)(?:为|是|设为|改为)?(?=[A-Za-z0-9!@#$%^&*_.+/-]{0,40}[0-9@#$!])[A-Za-z0-9!@#$%^&*_.+/-]{4,64}",
        notIn: "初始|默认|身份证|手机号|后[0-9四六]位|忘记|位数|例如|示例|请(?:及时|尽快|立即)?(?:修改|设置|更改)"
      ),
      SecretPattern(
        "(?:密码|口令)[^。；，A-Za-z0-9]{0,8}?(?:设成|设为|设置为|改成|改为|换成|定为|统一用|统一是|统一为|一律用|一律是|还是|就是|都是|填|输入?|叫|是|为)[^。；，A-Za-z0-9]{0,3}?(?=[^\\s，。；]{0,40}?[A-Za-z])(?=[^\\s，。；]{0,40}?[0-9@#$!])[A-Za-z0-9!@#$%^&*_.+-]{5,40}",
        notIn:
          "请(?:及时|尽快|立即)?(?:修改|设置|更改)|找回密码|WiFi|WIFI|Wi-Fi|wifi|无线网|会议号|会议ID|直播|提取码|网盘|解压|例如|比如|示例|https?:|弱密码|弱口令|强密码|不要"
      ),
      SecretPattern(
        "(?:用户名|账号|帐号|登录名)[^。；，]{0,3}?[A-Za-z][A-Za-z0-9_]{1,15}[^。；A-Za-z0-9]{1,6}(?:密码|口令)[^。；，]{0,3}?(?=[A-Za-z0-9!@#$%^&*_.-]{0,40}[0-9@#$!])[A-Za-z0-9!@#$%^&*_.-]{4,40}",
        notIn: "例如|示例|WiFi|WIFI|Wi-Fi|wifi|无线网"
      ),
      SecretPattern(
        "(?:(?:进门|开门|登录|登陆|进入|后台|上网|进系统|开机|管理)(?:口令|密码|密匙|暗号)|口令|暗号|密匙)(?:仍|还|就|都|统一)?(?:是|为|用|叫)? ?(?=[A-Za-z0-9!@#$%^&*_.-]{0,40}[A-Za-z])(?=[A-Za-z0-9!@#$%^&*_.-]{0,40}[0-9])[A-Za-z0-9!@#$%^&*_.-]{5,40}",
        notIn: "例如|比如|示例|WiFi|WIFI|Wi-Fi|wifi|无线网|弱口令|强口令|不要|请(?:及时|尽快|立即)?(?:修改|设置|更改)"
      ),
      SecretPattern(
        "-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----|(?:AKIA|LTAI)[0-9A-Za-z]{12,}|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
      ),
    ],
    cases: [
      .ok("提示", "请设置密码，初始密码：123456，登录后请修改。免费WiFi密码：88888888。"),
      .ok("各人自设的", "系统初始密码为888888，登录后请修改。"),
      .flags("密码", "后台⟦password: Abc@12345⟧"),
      .ok("位数", "登录密码应为8位以上，含大小写字母和数字。"),
      .flags("统一设成", "各科⟦口令一律先设成Lh#2026yy⟧，等上线再改。"),
      .flags("账号和密码", "VPN⟦账号密码请勿外传：hospital/Hosp2026⟧。"),
      .flags("门禁", "⟦门禁密码为668899⟧，不要外传。"),
      .flags("口令后面就是字母", "账号是采购办，⟦进门口令Yk2026cg⟧。"),
      .flags("注释里的密码", "<p>正文。</p><!-- ⟦口令：hospital2025⟧ -->"),
    ]
  )

  private static let edited: [SecretPattern] = [
    SecretPattern(
      "[【\\[（(](?:待核|待核对|待核实|待确认|此处待补|(?:此处)?待领导审[定核阅批]?|待定稿|建议删除?此段|此段建议删除|此处(?:请|需|要)[^】\\]）)]{1,12})[】\\]）)]|[【\\[（(]此处[^】\\]）)]{0,12}待[核定补查][^】\\]）)]{0,4}[】\\]）)]|[（(][\\p{Han}]{1,2}(?:主任|院长|科长|书记|局长)[^（()）]{0,6}(?:看一下|看看|审|定夺|把关|确认)[^（()）]{0,16}[）)]|[（(][^（()）。]{0,8}[请让][\\p{Han}]{1,2}(?:主任|院长|科长|书记|局长)[^（()）]{0,6}(?:再核|核一[遍下]|再算)[^（()）]{0,16}[）)]"
        + "|请[\\p{Han}]{0,3}把这一?段话?(?:删|去掉|改)|此处待补|领导意见[:：]|审稿意见[:：]|修改意见[:：]|XXX改|(?:建议|可)删除此段|请[\\p{Han}]{1,2}(?:主任|院长|科长|股长|书记|局长|处长|局)(?:审定|定稿|审改|把关|再改|看后|过目|定夺)",
      notIn: "栏目|填写|表格|征集"
    ),
    SecretPattern(
      "[【\\[][^】\\]。]{0,24}?(?:再填|再补|再改|再定稿?|再核|再写|后补|待补|待填|待改|待查实|待确认|先空着?|空着|没查到|查不到|记不清|补上|换掉|改一下|核一下|问一下|删掉)[^】\\]。]{0,16}[】\\]]"
        + "|[（(](?:此处|这里|这段|这句|数字|数据|人数|金额|日期|名单|姓名|单位|标题|图片|照片)[^）)。]{0,12}?(?:再填|再补|再改|再定|后补|待补|待填|待改|待定稿|待核|先空|空着|没查到|核一下|改一下|问一下|补上)[^）)。]{0,10}[）)]"
        + "|[（(【\\[][^）)】\\]。]{0,12}?[请由让][^）)】\\]。]{1,12}?(?:核过|核实|核对|核定|审过|看过|改过|确认)(?:一下|以后|之后|后|了)?(?:再|才)[^）)】\\]。]{1,8}[）)】\\]]"
        + "|(?:此处|这里|以上|以下)(?:的)?(?:数据|数字|名单|人数|金额|日期)[^。；，]{0,4}?[请由让][^。；，]{1,12}?(?:核实|核对|核定|确认)后再(?:填|补|改|写|发|报)"
        + "|(?:领导|院长|主任|局长|科长|书记)还没[^。；，]{0,3}?(?:看|审|定|签|点头|同意)[^。；，]{0,4}[，,]?(?:先|暂时?)(?:别|不要?|勿)(?:发|推|挂|登)"
        + "|[（(](?:等|问|找|让|请)(?:老|小)?[\\p{Han}]{1,6}?(?:回来|看过|看完|点头|定了|确认|批了|核实)[^）)。]{0,3}?(?:再|后|才)(?:填|补|改|定|写|发|报|上)[^）)。]{0,8}[）)]"
        + "|(?:这段|这一段|此处|这里|这部分)[^。；，]{0,4}?(?:先空着|空着|先不写|待补|后补)"
        + "|[\\p{Han}]{1,3}(?:股长|科长|局长|编辑)[:：][^。；]{0,16}?(?:再掂量|再斟酌|再推敲|改一下|删掉|这一段|这段话|这句话)",
      notIn: "栏目|填写|表格|征集|采访|记者问|问[:：]|答[:：]"
    ),
    SecretPattern(
      "[（(【\\[](?:此处|这里|这段)[^）)】\\]。]{0,4}?(?:缺|插|放|配|贴|补)[^）)】\\]。]{0,28}[）)】\\]]"
        + "|[（(【\\[][^）)】\\]。]{0,8}?(?:注|按|批注|备注)[:：][^）)】\\]。]{0,30}?(?:先别发|先不发|别发|再核|对不上|待定|再说|删掉|拿不准|没核实|要改)[^）)】\\]。]{0,12}[）)】\\]]"
        + "|[（(【\\[][^）)】\\]。]{0,24}?(?:看过|审过|看完|点头|回话|回来|同意)(?:以?后)?再(?:定稿|发|说|写|改|报|上)[^）)】\\]。]{0,8}[）)】\\]]",
      notIn: "栏目|填写|表格|征集|采访|粘贴|照片|身份证|相片|样表"
    ),
    // A cell or the end of a line that says no more than that something is open.
    SecretPattern(
      "(?<![\\p{Han}A-Za-z0-9（(【\\[])(?:待确认|待核实|待核对|待补充|待补|待填|数字待核|人数待核)",
      .end,
      notIn: "诊断|病因|疑似|病例|标本|栏目|填写|征集|状态|审批"
    ),
  ]

  /// What one of those who edit tells another; people in stories say such things in quotes.
  private static let addressed = SecretPattern(
    "(?:老|小)(?![人者师板爸妈公婆乡汉年孩子朋组时])[\\p{Han}][，,：:][^。；“”]{0,24}?(?:(?:再|先)?核(?:一下|对|实)|对不上|改一下|先别删|别忘了?删|再看看|再斟酌|把把关|补一下|换张图)"
      + "|(?:别忘了?|记得|发布?前(?:请|要|先)?)(?:把[^。；，]{1,12})?(?:删掉|删除|删了|去掉)(?:这|此|本)?(?:段|句|行|条|一)?"
      + "|先别删(?=[，。！]|$)",
    notIn: "“|”|说|道|喊|问|短信|缓存|聊天|好友|软件|手机|应用|照片|账号|链接|记录|粉丝"
  )

  private static let hidden = SecretPattern(
    "待核|待确认|待补|待定稿|领导意见|审稿意见|修改意见|建议删|请[\\p{Han}]{1,3}(?:主任|院长|科长|领导|院审|院看|院定|院过|局审|局看|局定|局过|主审|处审)|此处要改|这里要改|这段(?!代码|脚本|样式|是统计)|这一段|这句话|这一句|此处待|批注|改一下|再核实|核一下|核对一下|审定|定稿|先空着|先不发|先不放|先不上|先别发|先别放|先别上|别发出去|要不要删|要不要留|要不要写|拿不准|记得改|记得删|记得换|TODO"
      + "|再掂量|再斟酌|再推敲|再商量|再核|再想想|口径|看过才|看过再|点头才|点头再|拍板|先留着|等[\\p{Han}]{1,8}(?:回来|定了|同意|批了|回话|答复)|先别写|删了吧|删掉吧|换个说法|说法要|[\\p{Han}]{1,3}(?:股长|科长|局长|院长|书记)[:：，][\\p{Han}]{2}"
  )

  private static let comment = FamilyRule(
    "secrecy/comment-trace",
    .warning,
    summary: Localized("留有审稿批注", "a note of those who edit the text"),
    why: Localized(
      "批注、领导意见是内部过程，发布前应清除。",
      "Notes of editing are internal and go before publication."
    ),
    basis: [site],
    patterns: (edited + [addressed, hidden]).map(\.pattern),
    triggers: .patterns((edited + [addressed, hidden]).map(\.pattern)),
    cases: [
      .ok("教学里的批注", "老师在作业上写下批注，领导意见一致，方案有待确认。"),
      .ok("模板的注释", "<!-- 这段代码统计访问量，未定义时改成绝对路径，先加载再放图 --><p>正文。</p>"),
      .ok("栏目和说明", "【温馨提示】检查前请空腹。（等医生同意后再服用）"),
      .ok("别人说的话", "老陈，把数再核一下，他说。可疑短信记得删掉，别忘了删除缓存。"),
      .flags("对同事说的", "⟦老陈，这个数跟财务的对不上⟧，你再核一下。"),
      .flags("等人回来再填", "⟦【签约人数等老陈回来再填】⟧"),
      .flags("待核", "⟦【待核】⟧此处数据以年报为准。"),
      .flags("行末的待确认", "参加义诊的有内科、骨科、儿科，⟦待确认⟧。"),
      .ok("流程", "病历实行两级质控（科室主任复核），疑难的（必要时请上级主任看看）另行登记。"),
      .ok("别人等的", "最终病因有待确认。结果待核实。"),
      .flags("待确认", "全年培训12期⟦（待确认）⟧。"),
      .flags("核过再发", "故障已排除。⟦（这一段请信息科谭主任核过再发）⟧"),
      .flags("还没看", "⟦领导还没看，先别发⟧。"),
      .flags("请人再核", "全院在用的电脑有312台⟦（台数这里请李主任再核一遍）⟧。"),
      .flags("请人审定", "以上内容⟦请王主任审定⟧后发布。"),
      .flags(
        "注释里的商量",
        "<p>正文。</p>⟦<!-- 荣股长：第二条口径再掂量一下 -->⟧",
        fixed: "<p>正文。</p>"
      ),
      .flags(
        "注释里的批注",
        "<p>正文。</p>⟦<!-- 这段请李院长看一下 -->⟧",
        fixed: "<p>正文。</p>"
      ),
    ]
  ) { draft in
    var faults: [Fault] = []
    for pattern in edited + [addressed] {
      for match in try pattern.matches(in: draft) where isProse(match) {
        faults.append(match.fault(note, in: draft))
      }
    }
    // A note may hold several of the words.
    let comments = CommentPlaces(draft.draft.comments)
    var seen: Set<Int> = []
    for match in try hidden.matches(in: draft) where !isProse(match) {
      let place = match.text.source(of: match.range, in: draft)
      guard
        let comment = comments.comment(around: place),
        seen.insert(comment.source.start).inserted,
        comment.text.string.unicodeScalars.contains(where: isHanScalar),
        !comment.text.string.contains("hegui-")
      else { continue }
      let title = Localized("删去这条注释", "delete the comment")
      var fault = Fault(range: 0..<0, message: note, source: comment.source)
      fault.fix = Fix(title, .unsafe, [Edit(comment.source, "")])
      faults.append(fault)
    }
    return faults
  }

  private static let note = Localized("这里留有审稿批注：请清除", "a note of editing: clear it")

  private static func isProse(_ match: PersonalMatch) -> Bool {
    match.text.isProse(at: match.range.lowerBound)
  }

  private static func isHanScalar(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}

/// The comments of a draft, found by what they hold.
private struct CommentPlaces {
  /// Those that stand in no other: starts and ends ascend.
  private var outer: [Comment] = []

  init(_ comments: [Comment]) {
    for comment in comments.sorted(by: { $0.source.start < $1.source.start })
    where outer.last.map({ $0.source.end < comment.source.end }) ?? true {
      outer.append(comment)
    }
  }

  func comment(around place: SourceRange) -> Comment? {
    let next = outer.partitioningIndex { $0.source.start > place.start }
    guard next > 0, place.end <= outer[next - 1].source.end else { return nil }
    return outer[next - 1]
  }
}

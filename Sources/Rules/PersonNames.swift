import ChineseText
import Linting
import Reading

/// Whether a character looks like part of a person's name: one or two characters behind a surname.
///
/// Both ends of such a name must be a mark, a space, the block's end, or a word that goes with names; where
/// `strictly` is off, one end will do.
func standsInName(_ offset: Int, strictly: Bool, in draft: ScannedDraft) -> Bool {
  guard let block = draft.block(at: offset), let scalar = draft.text.scalar(at: offset) else {
    return false
  }
  let before = scalars(before: offset, in: block.text, of: draft.text)
  let end = offset + UTF8.width(scalar)
  let after = draft.draft.string(in: end..<min(block.text.upperBound, end + 12)).unicodeScalars
  return [1, 2].contains { distance in
    // Behind the second character one more may belong to the name.
    let isClosed =
      endsName(String(after)) || distance == 1 && endsName(String(after.dropFirst()))
    guard before.count >= distance, surnames.contains(before[before.count - distance]) else {
      return false
    }
    let head = before.dropLast(distance)
    let isOpened = head.last.map { !isHan($0) || beforeNames.contains($0) } ?? true
    return strictly ? isOpened && isClosed : isOpened || isClosed
  }
}

/// The last few scalars of a block before an offset.
private func scalars(
  before offset: Int,
  in block: Range<Int>,
  of text: [UInt8]
) -> [Unicode.Scalar] {
  var scalars: [Unicode.Scalar] = []
  var start = offset
  while scalars.count < 5, start > block.lowerBound, let scalar = text.scalar(before: start) {
    scalars.append(scalar)
    start -= UTF8.width(scalar)
  }
  return scalars.reversed()
}

/// Whether what follows a name stands there: nothing, a mark, a space, or a title.
private func endsName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return true }
  return !isHan(first) || titles.contains { text.hasPrefix($0) }
}

private let titles = [
  "同志", "先生", "女士", "医生", "医师", "主任", "院长", "书记", "教授", "博士", "护士", "老师", "同学", "老人",
  "村", "等", "以", "已", "说", "表示", "介绍", "在", "和", "与", "的", "从", "为",
]

/// The last characters of words that stand before names.
private let beforeNames: Set<Unicode.Scalar> = [
  "者", "师", "生", "长", "任", "士", "员", "授", "家", "人", "记", "手", "理", "席", "和", "与", "是", "由", "叫",
  "为",
]

private let surnames = Set(commonSurnames.unicodeScalars)

/// The surnames of most people, one character each.
let commonSurnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
  + "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文"

/// Less common surnames that hardly ever begin a word: those of one character, and those of two, parted by `|`.
let uncommonSurnames = (
  single: "翟储芮束庾逄濮郗郜邰郦蔺戚瞿阚晁逯蒯荀嵇滕殷邬卞臧骆樊虞昝裘缪钮邢裴翁甄靳隗宓栾厉詹韶蒲卓屠胥莘姬扈浦晏阎茹艾暨耿匡寇阙巩聂敖饶鞠竺桓佟佘亓仝岑费倪窦奚喻茅庞屈"
    + "祝闵娄颜凌霍柯龚糜焦钭芈",
  double: "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|南宫|端木|司空|宇文|长孙|鲜于|闻人|钟离|申屠|澹台|淳于"
)

/// The full name of a person that starts at an offset: a surname with one or two characters more, closed by what
/// follows; nil for 张某, 王女士 and 李大爷.
///
/// A surname that begins many words (高, 方, 常) counts only where a title or more about the person closes the name.
func fullName(at start: Int, in bounds: Range<Int>, of text: [UInt8]) -> Range<Int>? {
  guard let first = text.scalar(at: start), start < bounds.upperBound else { return nil }
  var given = start + UTF8.width(first)
  guard let second = text.scalar(at: given), given < bounds.upperBound else { return nil }
  let isCompound = compoundSurnames.contains { $0.0 == first && $0.1 == second }
  let isStrong = isCompound || surnames.contains(first) && !wordOpeners.contains(first)
  guard isStrong || surnames.contains(first) || rareSurnames.contains(first) else { return nil }
  if isCompound { given += UTF8.width(second) }
  var end = given
  var ends: [Int] = []
  while ends.count < 2, end < bounds.upperBound, let scalar = text.scalar(at: end), isHan(scalar),
    !maskCharacters.contains(scalar)
  {
    end += UTF8.width(scalar)
    ends.append(end)
  }
  if let next = text.scalar(at: end), end < bounds.upperBound, maskCharacters.contains(next) {
    return nil
  }
  for end in ends.reversed() where !isForm(ofAddress: given..<end, text) {
    if let last = text.scalar(before: end), neverInNames.contains(last) { continue }
    let isStrong = isStrong || ends.count == 2 && end == ends[1] && isEvent(at: end, text)
    if closesName(at: end, in: bounds, of: text, isStrong: isStrong) { return start..<end }
  }
  return nil
}

/// The full name that ends before an offset and does not go on from a word.
func fullName(before end: Int, in bounds: Range<Int>, of text: [UInt8]) -> Range<Int>? {
  var start = end
  var starts: [Int] = []
  while starts.count < 4, start > bounds.lowerBound, let scalar = text.scalar(before: start),
    isHan(scalar)
  {
    start -= UTF8.width(scalar)
    starts.append(start)
  }
  for start in starts.dropFirst().reversed() {
    let isOpened =
      text.scalar(before: start).map { !isHan($0) || beforeNames.contains($0) || $0 == "的" } ?? true
    guard start == bounds.lowerBound || isOpened else { continue }
    if let name = fullName(at: start, in: start..<end, of: text), name.upperBound == end {
      return name
    }
  }
  return nil
}

/// Whether a word stands there that tells what happened to a patient.
private func isEvent(at offset: Int, _ text: [UInt8]) -> Bool {
  (text.scalar(at: offset).map { events.contains($0) } ?? false)
    || ages.end(in: text, at: offset) != nil
}

/// `今年57岁`, `现年57岁`.
private let ages = Phrases(
  "今年1 今年2 今年3 今年4 今年5 今年6 今年7 今年8 今年9 今年已 今年刚 今年才 现年 年仅 年过 年近"
)

private func closesName(
  at end: Int,
  in bounds: Range<Int>,
  of text: [UInt8],
  isStrong: Bool
) -> Bool {
  guard end < bounds.upperBound, let next = text.scalar(at: end) else { return true }
  if personForms.end(in: text, at: end) != nil { return true }
  if isHan(next) { return isStrong && behindNames.contains(next) }
  if maskCharacters.contains(next) { return false }
  return isStrong || particulars.end(in: text, at: end + UTF8.width(next)) != nil
}

/// Whether what follows a surname is a way to speak of somebody without a name.
private func isForm(ofAddress given: Range<Int>, _ text: [UInt8]) -> Bool {
  addressForms.end(in: text, at: given.lowerBound) == given.upperBound
    || wordsLikeNames.end(in: text, at: given.lowerBound) == given.upperBound
}

private let maskCharacters: [Unicode.Scalar] = ["某", "＊", "×", "○", "*", "X"]

/// What stands behind a full name in a sentence about the person.
private let behindNames: Set<Unicode.Scalar> = [
  "因", "于", "在", "来", "到", "被", "从", "的", "是", "自", "与", "和", "入", "住", "出", "今", "现", "年", "突",
  "已", "曾",
  "患", "怀", "告",
  "说", "去", "向", "由", "不", "先", "确", "感", "等", "将", "给", "送", "为", "经", "同", "及", "便", "也",
  "就", "还",
  "才", "又", "得", "刚", "正", "走",
]

private let events: Set<Unicode.Scalar> = ["因", "患", "突", "入", "住", "被", "确"]

private let neverInNames: Set<Unicode.Scalar> = [
  "被", "因", "的", "在", "是", "患", "从", "将", "已", "又", "也", "就", "给", "了", "等", "及",
]

private let personForms = Phrases(
  "老人 先生 女士 大爷 大妈 阿姨 奶奶 爷爷 婆婆 同学 小朋友 宝宝 母亲 父亲 家属 一家 夫妇 （ ("
)

/// What goes on about a person behind a name and a mark.
private let particulars = Phrases(
  "男 女 0 1 2 3 4 5 6 7 8 9 现年 年龄 性别 患有 患了 患上 患癌 患病 患胃 患肺 患肝 确诊 查出 因病 住院 入院 今年 被诊断"
)

private let addressForms = Phrases(
  "女士 先生 大爷 大妈 大叔 阿姨 奶奶 爷爷 老师 同学 师傅 老太 婆婆 叔叔 伯伯 大娘 大姐 大哥 小姐 太太 老汉 主任 医生 护士 院长 教授 书记 局长 科长 "
    + "站长 经理 村长 队长 警官 姐 哥 姨 叔 伯 婶 总 老 女 男 氏 家 大夫 医师 老伯 阿婆 阿公 大伯 老人 妈妈 爸爸 姓 小妹 小弟"
)

/// What forms an everyday word with a surname.
private let wordsLikeNames = Phrases(
  "述 旧 力 口 开 围 期 身 转 多 可 程 度 用 何 意 务 由 费 出 款 后 前 方 子 须 重 量 际 界 天 季 日 月 来 往 谅 绝 谢 类 书 夫 院 氏 利 "
    + "护人 家 名 字 外 理 会 性 区 里 面 年 星 速 位 时 心 下 上 中 气 化 物 本 水 压 热 龄 烧 危 血压 血脂 血糖 热惊厥"
)

/// Surnames that begin many a word.
private let wordOpeners = Set(
  "高方何常白严金马黄于万安康时关石平车全钱温单成连明水叶利毛麻路左花甘强曲盛终查容和解经周许曾余夏文章段季江孔齐程任田付向易武易汤谷顾戴杜苏莫龙雷贺陶熊孟武史".unicodeScalars
)

/// Further surnames, which many words begin with.
private let rareSurnames = Set(
  "倪牛芦俞鲁葛伍韦申尤毕聂丛焦柳邢岳齐梅莫庄辛祝涂祁舒耿牟卜詹苗凌纪靳童欧甄项游阳裴席卫屈鲍霍翁隋植景薄包司柏宁柯阮桂闵柴冉房饶刁瞿戚丘古米蒲窦佟栾岑滕谌蔺邬臧晏桑芮缪宓郁逄亓昝仝"
    .unicodeScalars
)

private let compoundSurnames: [(Unicode.Scalar, Unicode.Scalar)] = [
  ("欧", "阳"), ("司", "马"), ("上", "官"), ("诸", "葛"), ("夏", "侯"), ("皇", "甫"), ("尉", "迟"), ("公", "孙"),
  ("慕", "容"), ("令", "狐"), ("司", "徒"), ("东", "方"), ("南", "宫"), ("端", "木"),
]

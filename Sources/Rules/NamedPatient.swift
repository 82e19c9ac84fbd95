import ChineseText
import Linting
import SourceText

/// A patient's name with what it is told together with.
struct NamedPatient {
  enum Kind {
    case disease
    case stigma
    case minor
    /// Nothing of health stands near.
    case bare
    case donation
  }

  let kind: Kind
  private let match: PersonalMatch

  init(_ mention: PatientMention, in draft: ScannedDraft) {
    match = PersonalMatch(text: mention.text, range: mention.name)
    let text = mention.text.bytes
    func stands(_ words: [String], in range: Range<Int>) -> Bool {
      text.contains(anyOf: words, in: range)
    }
    if mention.role == .donor || mention.role == .recipient {
      kind = .donation
    } else if stands(Self.stigmas, in: mention.sentence) {
      kind = .stigma
    } else if mention.role == .minor || Self.tellsChild(mention) {
      kind = .minor
    } else {
      let before = mention.surroundings.lowerBound..<mention.name.lowerBound
      let after = mention.name.upperBound..<mention.surroundings.upperBound
      kind =
        stands(Self.illnesses, in: after) || stands(Self.cares, in: before)
          || stands(
            Self.ill,
            in: max(before.lowerBound, before.upperBound - 30)..<before.upperBound
          )
        ? .disease : .bare
    }
  }

  /// A name at the start of `李建国确诊精神分裂症`.
  init?(diagnosed match: PersonalMatch, in draft: ScannedDraft) {
    let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
    let verb = ["，", ",", "是", "被", "于", "确诊", "患", "感染", "查出", "诊断为"]
      .compactMap { match.text.bytes.firstOffset(of: $0, in: match.range) }.min()
    guard let verb,
      let name = fullName(before: verb, in: bounds, of: match.text.bytes)
        ?? fullName(
          at: match.range.lowerBound,
          in: match.range.lowerBound..<verb,
          of: match.text.bytes
        ),
      name.upperBound == verb, name.lowerBound <= match.range.lowerBound + 3,
      Self.opens(name, of: match.text, bounds)
    else { return nil }
    kind = .stigma
    self.match = PersonalMatch(text: match.text, range: name)
  }

  /// The name right before the verb of `角膜是白云镇的赵有田留下`.
  init?(donorIn match: PersonalMatch, in draft: ScannedDraft) {
    let text = match.text.bytes
    let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
    let verbs = ["留下", "捐", "献", "提供"].compactMap { text.firstOffset(of: $0, in: match.range) }
    let ends = verbs + [match.range.upperBound]
    guard let name = ends.lazy.compactMap({ fullName(before: $0, in: bounds, of: text) }).first
    else { return nil }
    kind = .donation
    self.match = PersonalMatch(text: match.text, range: name)
  }

  var masked: String { match.string.prefix(1) + "某" }

  func fault(_ message: Localized, in draft: ScannedDraft) -> Fault {
    let title = Localized("改为「\(masked)」", "write \(masked)")
    let isProse = match.text.isProse(at: match.range.lowerBound)
    let fix =
      isProse ? draft.fix(title, .unsafe, replacing: match.range, with: masked) : nil
    return match.fault(message, in: draft, fix: fix)
  }

  private static func opens(_ name: Range<Int>, of text: PersonalText, _ bounds: Range<Int>) -> Bool
  {
    guard name.lowerBound > bounds.lowerBound,
      let scalar = text.bytes.scalar(before: name.lowerBound)
    else { return true }
    return !isHan(scalar) || scalar == "的"
  }

  /// Whether the name's own clause tells an age below 18 or a school.
  private static func tellsChild(_ mention: PatientMention) -> Bool {
    let text = mention.text.bytes
    let near =
      max(
        mention.sentence.lowerBound,
        mention.name.lowerBound - 24
      )..<min(mention.sentence.upperBound, mention.name.upperBound + 30)
    if text.contains(anyOf: ["个月大", "月龄", "小朋友", "幼儿园", "年级", "小学生", "初中生"], in: near) {
      return true
    }
    guard let age = text.firstOffset(of: "岁", in: near) else { return false }
    var start = age
    while start > 0, isDigitByte(text[start - 1]), age - start < 3 { start -= 1 }
    let value = text[start..<age].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return start < age && value < 18
  }

  private static let stigmas = [
    "艾滋", "HIV", "精神分裂", "抑郁症", "双相情感", "躁狂", "精神病", "精神障碍", "吸毒", "毒瘾", "肺结核", "结核病",
  ]
  /// What makes the name right behind it that of somebody ill.
  private static let ill = [
    "感染者", "携带者", "癌患者", "瘤患者", "症患者", "病患者", "炎患者", "乙肝", "丙肝", "梅毒", "HPV", "尿毒", "白血病",
  ]
  private static let illnesses = [
    "病", "症", "癌", "瘤", "炎", "术", "入院", "住院", "感染", "阳性", "骨折", "梗死", "梗塞", "出血", "流产", "不孕", "诊断",
    "疼",
    "痛", "发热", "咳", "抢救", "治疗", "就诊", "出院", "康复", "高血压", "血糖", "透析", "中毒", "分娩", "剖宫产", "受伤", "昏迷",
    "流感", "感冒", "发烧", "来诊", "复诊", "怀孕", "早产", "难产", "早剥", "突发", "休克", "窒息", "病危", "化疗",
  ]
  private static let cares = ["入院", "住院", "手术", "抢救", "治疗", "确诊", "救治", "诊断", "护理", "康复"]
}

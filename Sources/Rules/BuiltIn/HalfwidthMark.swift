import ChineseText
import Linting
import Reading

/// Flags ASCII marks where a Chinese sentence wants full-width ones.
struct HalfwidthMark: Rule {
  let info: RuleInfo
  let cases: [RuleCase]
  /// An ASCII mark with its standard form.
  private struct Form {
    let ascii: Unicode.Scalar
    let standard: String
    /// Of a mark alone, as nearly all stand.
    let message: Localized
    let title: Localized
  }

  private let forms: [Form]
  private let wanted: MarkSet

  private init(
    _ name: String,
    _ zh: String,
    _ en: String,
    clause: String,
    _ forms: KeyValuePairs<Unicode.Scalar, String>,
    _ cases: [RuleCase]
  ) {
    info = RuleInfo(
      id: "punctuation/" + name,
      summary: Localized("中文语句里用了半角\(zh)", "an ASCII \(en) in a Chinese sentence"),
      why: Localized(
        "中文标点占一个字的位置；半角标点挤在字间，断句不清，也不合国家标准。",
        "Chinese marks take a character's width; ASCII marks crowd the text and break the standard."
      ),
      basis: [Basis("gbt-15834", clause), Basis("wechat-account-management", "六、1")],
      severity: .error
    )
    self.forms = forms.map { ascii, standard in
      Form(
        ascii: ascii,
        standard: standard,
        message: .halfwidth(String(ascii), standard),
        title: .fullwidth(standard)
      )
    }
    wanted = MarkSet(self.forms.map(\.ascii))
    self.cases = cases
  }

  var triggers: Triggers { .marks(wanted) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var findings: [Finding] = []
    var end = -1
    var references = ReferenceStyle(draft)
    for mark in draft.scan.marks(among: wanted) {
      guard let form = form(of: mark.scalar), mark.offset >= end, isFault(mark, in: draft),
        !references.holds(mark.offset), !SequenceNumbers.judges(mark, in: draft)
      else { continue }
      // A run of marks is one fault.
      var text = form.standard
      end = mark.range.upperBound
      while let scalar = draft.text.scalar(at: end), let next = self.form(of: scalar) {
        text += next.standard
        end += 1
      }
      let range = mark.offset..<end
      let isAlone = end == mark.range.upperBound
      let message = isAlone ? form.message : .halfwidth(draft.draft.string(in: range), text)
      let title = isAlone ? form.title : .fullwidth(text)
      let fix = draft.fix(title, .safe, replacing: range, with: text)
      findings.append(finding(message, at: range, in: draft, fix: fix))
      if findings.count > draft.maximumFindings { break }
    }
    return findings
  }

  private func form(of scalar: Unicode.Scalar) -> Form? {
    guard scalar.isASCII || scalar == "．" else { return nil }
    for form in forms where form.ascii == scalar { return form }
    return nil
  }

  private func isFault(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard draft.isChineseContext(mark) else { return false }
    let left = draft.scalar(before: mark.offset)
    let right = draft.scalar(from: mark.range.upperBound)
    switch mark.scalar {
    case ".", "．":
      // Two dots or more are an ellipsis; a dot before a letter or digit belongs to it.
      guard left.map({ isHan($0) || "）》”’】".unicodeScalars.contains($0) }) ?? false else {
        return false
      }
      // Between the parts of a foreign name it is an interpunct of the wrong form.
      guard !draft.partsForeignName(mark) else { return false }
      return right.map { $0 != "." && $0 != "．" && !isAlphanumeric($0) } ?? true
    case ",", ":", ";":
      if mark.scalar == ",", isOfSequence(mark, left, right, in: draft) { return false }
      let isInside = left.map(isAlphanumeric) ?? false && right.map(isAlphanumeric) ?? false
      return !isInside && !(mark.scalar != "," && right == ")")
    default: return true
    }
  }

  /// Whether a comma parts the members of a sequence: `1, 3, 5, …, 29`.
  private func isOfSequence(
    _ mark: Mark,
    _ left: Unicode.Scalar?,
    _ right: Unicode.Scalar?,
    in draft: ScannedDraft
  ) -> Bool {
    guard right == " " || right == "…", left.map({ isAlphanumeric($0) || $0 == "…" }) ?? false,
      let next = draft.scalar(from: mark.range.upperBound, skippingSpaces: true),
      isAlphanumeric(next) || next == "…"
    else { return false }
    return draft.text.contains(anyOf: [", …", ",…"], in: draft.sentence(at: mark.offset))
  }
}

extension Localized {
  fileprivate static func halfwidth(_ found: String, _ form: String) -> Self {
    Self("半角「\(found)」应为全角「\(form)」", "ASCII “\(found)” should be full-width “\(form)”")
  }

  fileprivate static func fullwidth(_ form: String) -> Self {
    Self("改为「\(form)」", "replace with “\(form)”")
  }
}

extension HalfwidthMark {
  static let all: [any Rule] = [
    HalfwidthMark(
      "halfwidth-comma",
      "逗号",
      "comma",
      clause: "4.4.2",
      [",": "，"],
      [
        .ok("千分位、化学名、外文文献", "血小板125,000/μL；1,25-二羟维生素D；Smith J, Wang L. 2020。"),
        .ok("数列", "取第1, 3, 5, …, 29次的读数。"),
        .flags(
          "中文语句",
          "接种后请留观30分钟⟦,⟧不要马上离开。",
          fixed: "接种后请留观30分钟，不要马上离开。"
        ),
      ]
    ),
    HalfwidthMark(
      "halfwidth-period",
      "句号",
      "full stop",
      clause: "4.1.2",
      [".": "。", "．": "。"],
      [
        .ok("小数、网址、文件名、缩写点", "约3.5万人；见 www.example.cn、附件1.docx；Dr.王。"),
        .ok("序号后的点是 punctuation/sequence-number 的", "一.施工时间\n\n二.绕行路线"),
        .flags("句末的点", "多休息，少熬夜⟦.⟧", fixed: "多休息，少熬夜。"),
        .flags("句间的点", "多休息⟦.⟧少熬夜。", fixed: "多休息。少熬夜。"),
      ]
    ),
    HalfwidthMark(
      "halfwidth-colon",
      "冒号",
      "colon",
      clause: "4.7.2",
      [":": "："],
      [
        .ok("时间、比例、网址", "8:30—11:30接诊，按1:1000稀释，男女比为1:2，见 https://example.cn/a 。"),
        .flags(
          "提示语",
          "咨询电话⟦:⟧0571-12345678",
          fixed: "咨询电话：0571-12345678"
        ),
      ]
    ),
    HalfwidthMark(
      "halfwidth-semicolon",
      "分号",
      "semicolon",
      clause: "4.6.2",
      [";": "；"],
      [
        .ok("字符引用不是分号", "工作日&nbsp;全天接诊。"),
        .flags("分句之间", "饭前洗手⟦;⟧饭后漱口。", fixed: "饭前洗手；饭后漱口。"),
      ]
    ),
    HalfwidthMark(
      "halfwidth-question-exclamation",
      "问号或叹号",
      "question or exclamation mark",
      clause: "4.2.2、4.3.2",
      ["?": "？", "!": "！"],
      [
        .ok("网址里的问号", "预约见 https://example.cn/a?id=3 即可。"),
        .flags("问句", "您打疫苗了吗⟦?⟧", fixed: "您打疫苗了吗？"),
      ]
    ),
  ]
}

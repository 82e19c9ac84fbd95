import ChineseText
import Linting
import Reading
import SourceText

/// Flags resident identity numbers, in what readers see and in what they do not.
struct ResidentIDShown: Rule {
  let info = RuleInfo(
    id: "privacy/resident-id",
    summary: Localized("公开了身份证号", "a resident identity number"),
    why: Localized(
      "身份证号是敏感个人信息，未经本人单独同意不得公开；替代文字、注释和隐藏文字里的也会泄露。",
      "An identity number is sensitive personal information; hidden text and comments leak it as well."
    ),
    basis: [
      Basis("personal-information-law", "第二十五条"),
      Basis("personal-information-law", "第二十八条"),
    ],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("已经遮盖", "身份证号110105\\*\\*\\*\\*\\*\\*\\*\\*002X。"),
    .ok(
      "统一社会信用代码、校验位不对、没有这一天",
      "统一社会信用代码124500004987654321，编号110105194912310021，310101199902300017。"
    ),
    .flags("写明是身份证号，错了一位也是", "身份证号：⟦110105194912310021⟧。"),
    .flags("正文里的号码", "身份证号⟦11010519491231002X⟧。", fixed: "身份证号110105\\*\\*\\*\\*\\*\\*\\*\\*002X。"),
    .flags("分段的全角号码", "身份证号⟦１１０１０５ １９４９１２３１ ００２Ｘ⟧。"),
    .flags("注释里的号码", "<p>名单见附件。</p><!-- 张 ⟦440524188001010014⟧ -->"),
  ]

  var triggers: Triggers { .longNumbers }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    var persons: Set<String> = []
    for text in draft.fact(PersonalTexts.self).all {
      var end = -1
      for sequence in digitSequences(of: text.runs, lengths: 15...18, upToRuns: 6) {
        guard sequence.range.lowerBound >= end, let found = number(in: sequence, of: text, draft)
        else { continue }
        end = found.range.upperBound
        persons.insert(found.string)
        findings.append(try finding(at: found, in: text, draft))
      }
    }
    if persons.count >= 3 {
      for index in findings.indices { findings[index].escalation = .leadership }
    }
    return findings
  }

  private struct Found {
    let string: String
    let range: Range<Int>
    /// The digits that a mask hides.
    let masked: Range<Int>
    let maskedCount: Int
  }

  private func number(in sequence: DigitSequence, of text: PersonalText, _ draft: ScannedDraft)
    -> Found?
  {
    guard sequence.groups.allSatisfy({ $0 >= 2 }) else { return nil }
    switch sequence.digits.count {
    case 18:
      return secondGeneration(
        sequence,
        check: sequence.digits[17],
        end: sequence.range.upperBound,
        text,
        draft
      )
    case 17:
      guard let next = checkLetter(behind: sequence.range.upperBound, in: text.bytes) else {
        return nil
      }
      return secondGeneration(sequence, check: 10, end: next, text, draft)
    case 15: return firstGeneration(sequence, text, draft)
    default: return nil
    }
  }

  private func secondGeneration(
    _ sequence: DigitSequence,
    check: UInt8,
    end: Int,
    _ text: PersonalText,
    _ draft: ScannedDraft
  ) -> Found? {
    let range = sequence.range.lowerBound..<end
    let before = text.context(of: range, before: 14, after: 0, in: draft).before
    guard standsFree(range, in: text.bytes) || text.kind(at: range.lowerBound) == .address,
      sequence.jointBefore == nil || sequence.jointBefore == " ",
      let id = ResidentID(
        digits: Array(sequence.digits.prefix(17)),
        check: check,
        today: draft.today,
        ignoringCheck: before.contains("身份证")
      )
    else { return nil }
    let others = ["信用代码", "唯一标识", "UDI", "追溯码", "订单", "流水号", "病案首页"]
    guard !others.contains(where: { before.contains($0) }) else { return nil }
    return Found(
      string: id.string,
      range: range,
      masked: sequence.offsets[6]..<sequence.offsets[14],
      maskedCount: 8
    )
  }

  /// Fifteen digits have no check character: only words around them tell.
  private func firstGeneration(
    _ sequence: DigitSequence,
    _ text: PersonalText,
    _ draft: ScannedDraft
  ) -> Found? {
    guard ResidentID.mayBeFirstGeneration(sequence.digits),
      standsFree(sequence.range, in: text.bytes),
      sequence.jointBefore == nil, sequence.jointAfter == nil
    else { return nil }
    let around = text.context(of: sequence.range, before: 20, after: 20, in: draft)
    guard
      ["身份证", "证件号"].contains(where: { around.before.contains($0) || around.after.contains($0) })
    else { return nil }
    return Found(
      string: sequence.digits.map(String.init).joined(),
      range: sequence.range,
      masked: sequence.offsets[6]..<sequence.offsets[12],
      maskedCount: 6
    )
  }

  /// Where an `X` behind 17 digits ends, a single separator between.
  private func checkLetter(behind offset: Int, in text: [UInt8]) -> Int? {
    guard var next = visibleScalar(from: offset, in: text) else { return nil }
    if " -·".unicodeScalars.contains(next.scalar) {
      guard let second = visibleScalar(from: next.range.upperBound, in: text) else { return nil }
      next = second
    }
    return "XxＸｘ".unicodeScalars.contains(next.scalar) ? next.range.upperBound : nil
  }

  private func finding(at found: Found, in text: PersonalText, _ draft: ScannedDraft) throws
    -> Finding
  {
    var finding = finding(
      .shown,
      at: text.source(of: found.range, in: draft),
      fix: text.kind(at: found.range.lowerBound) == .address
        ? nil : text.mask(found.masked, count: found.maskedCount, in: draft)
    )
    let around = text.context(of: found.range, before: 30, after: 12, in: draft)
    if ["示例", "样例", "样表", "举例", "范例", "填写说明"].contains(where: {
      around.before.contains($0) || around.after.contains($0)
    }) {
      finding.severity = .suggestion
    }
    return finding
  }
}

extension Localized {
  fileprivate static let shown = Self(
    "这里有完整的身份证号：请删去，确需公示的遮盖中间8位",
    "a complete identity number: leave it out, or mask its middle eight digits"
  )
}

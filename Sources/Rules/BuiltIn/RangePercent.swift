import ChineseText
import Linting
import Reading

/// Flags percentage ranges whose first value lacks its sign.
struct RangePercent: Rule {
  let info = RuleInfo(
    id: "number/range-percent",
    summary: Localized("百分数范围的前一个数缺百分号", "a percentage range whose first value lacks its sign"),
    why: Localized(
      "「10～20%」会被读成从10到20%，数值范围两端的百分号都要写出。",
      "“10～20%” can be read as from 10 to 20 %; write the sign at both ends."
    ),
    basis: [Basis("gbt-15835", "5.1.3")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("两端都有、误差、百分点", "有效率为10%～20%，误差(65±2)%，提高1～2个百分点，第3—5页。"),
    .flags("缺前一个", "有效率为⟦10～20%⟧。", fixed: "有效率为10%～20%。"),
    .flags("用至连接", "约⟦2.5至3.5‰⟧的新生儿。", fixed: "约2.5‰至3.5‰的新生儿。"),
  ]

  private static let dashes: [Unicode.Scalar] = ["~", "～", "〜", "-", "—", "–", "－", "至", "到"]

  private static let kinds = TokenKinds([.range, .percentage])

  var triggers: Triggers { .tokens(Self.kinds) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.tokens(of: Self.kinds).compactMap { token in
      guard let last = draft.text.scalar(before: token.range.upperBound),
        "%‰％".unicodeScalars.contains(last),
        draft.scalar(before: token.range.lowerBound) != "第",
        !draft.scan.isOpaque(at: token.range.lowerBound)
      else { return nil }
      return finding(for: token, in: draft)
    }
  }

  private func finding(for token: Token, in draft: ScannedDraft) -> Finding? {
    let text = draft.draft.string(in: token.range)
    let scalars = Array(text.unicodeScalars)
    guard let sign = scalars.last, "%‰％".unicodeScalars.contains(sign),
      let dash = scalars.firstIndex(where: Self.dashes.contains), dash > 0,
      scalars[..<dash].allSatisfy(isPartOfNumber),
      scalars[(dash + 1)...].dropLast().allSatisfy(isPartOfNumber)
    else { return nil }
    let offset = scalars[..<dash].reduce(token.range.lowerBound) { $0 + UTF8.width($1) }
    let fix = draft.fix(
      Localized("补上「\(sign)」", "add \(sign)"),
      .unsafe,
      replacing: offset..<offset + UTF8.width(scalars[dash]),
      with: "\(sign)\(scalars[dash])"
    )
    let message = Localized(
      "「\(text)」的前一个数缺「\(sign)」",
      "the first value of \(text) lacks its \(sign)"
    )
    return self.finding(message, at: token.range, in: draft, fix: fix)
  }

  private func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) || scalar == "." || scalar == "．"
      || scalar == " "
  }
}

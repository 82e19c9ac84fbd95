import ChineseText
import Linting
import Reading

/// Flags straight quotes around Chinese text.
struct QuoteStraight: Rule {
  let info = RuleInfo(
    id: "punctuation/quote-straight",
    summary: Localized("中文语句里用了直引号", "straight quotes in a Chinese sentence"),
    why: Localized(
      "直引号不分左右，不是中文标点。",
      "Straight quotes do not tell left from right and are no Chinese marks."
    ),
    basis: [Basis("gbt-15834", "4.8.2"), Basis("wechat-account-management", "六、1")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("英寸、角度、外文", "屏幕15\"，倾角30°15'20\"；Parkinson's病；文献\"Hand hygiene matters\"。"),
    .flags("一对直引号", "要做到⟦\"三早\"⟧。", fixed: "要做到“三早”。"),
    .flags("一对直单引号", "要做到⟦'三早'⟧。", fixed: "要做到‘三早’。"),
  ]

  var triggers: Triggers { .marks("\"'") }

  /// Those of the title are judged by `title/quote-style`.
  func check(_ draft: ScannedDraft) -> [Finding] {
    straightQuotes(in: draft).filter { !draft.isInTitle($0.range.lowerBound) }.map { fault in
      finding(fault.message, at: fault.range, in: draft, fix: fault.fix)
    }
  }
}

/// Straight quotes around Chinese text, pair by pair; those that have no partner one by one.
func straightQuotes(in draft: ScannedDraft) -> [Fault] {
  StraightQuoteFinder().faults(in: draft)
}

private struct StraightQuoteFinder {
  private static let double: MarkSet = "\""
  private static let single: MarkSet = "'"

  func faults(in draft: ScannedDraft) -> [Fault] {
    var faults: [Fault] = []
    for (straight, open, close) in [("\"", "“", "”"), ("'", "‘", "’")]
      as [(Unicode.Scalar, String, String)]
    {
      let all = draft.scan.marks(among: straight == "'" ? Self.single : Self.double)
      let marks = quotes(straight, among: all, in: draft)
      var index = 0
      while index < marks.count {
        let mark = marks[index]
        let next = index + 1 < marks.count ? marks[index + 1] : nil
        if let next, draft.blockIndex(at: mark.offset) == draft.blockIndex(at: next.offset) {
          index += 2
          if let fault = pair(mark, next, open, close, draft) { faults.append(fault) }
        } else {
          index += 1
          if draft.isBesideChinese(mark.range) {
            faults.append(Fault(range: mark.range, message: .straight))
          }
        }
      }
    }
    return faults
  }

  private func pair(
    _ first: Mark,
    _ second: Mark,
    _ open: String,
    _ close: String,
    _ draft: ScannedDraft
  ) -> Fault? {
    let inside = draft.draft.string(in: first.range.upperBound..<second.offset)
    let hasHan = inside.unicodeScalars.contains(where: isHan)
    guard hasHan else { return nil }
    let fix = draft.fix(
      Localized("改为\(open)\(close)", "replace with \(open)\(close)"),
      .safe,
      replacing: [(first.range, open), (second.range, close)]
    )
    return Fault(range: first.offset..<second.range.upperBound, message: .straight, fix: fix)
  }

  /// The marks that quote: no inch, no minute or second of arc, no apostrophe.
  private func quotes(
    _ straight: Unicode.Scalar,
    among marks: [Mark],
    in draft: ScannedDraft
  ) -> [Mark] {
    var isOpen = false
    var block: Int?
    return marks.filter { mark in
      guard !draft.scan.isOpaque(at: mark.offset) else { return false }
      let index = draft.blockIndex(at: mark.offset)
      if index != block {
        isOpen = false
        block = index
      }
      guard !draft.fact(MixedQuotes.self).holds(mark) else { return false }
      let left = draft.text.scalar(before: mark.offset)
      let right = draft.text.scalar(at: mark.range.upperBound)
      let isAfterDigit = left.map { ("0"..."9").contains($0) } ?? false
      let isApostrophe =
        straight == "'" && left.map(isAlphanumeric) ?? false && right.map(isAlphanumeric) ?? false
      // After a digit only a mark that closes is a quote: `15"` is an inch, `"三减3健3"` is not.
      if isApostrophe || (isAfterDigit && !isOpen) { return false }
      if straight == "'", !isOpen, isElision(mark, in: draft) { return false }
      isOpen.toggle()
      return true
    }
  }

  /// `'90后`, `'90年代`, `妈妈's`: an apostrophe beside Han.
  private func isElision(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let end = min(draft.text.count, mark.range.upperBound + 9)
    let tail = String(decoding: draft.text[mark.range.upperBound..<end], as: UTF8.self)
    let scalars = Array(tail.unicodeScalars.prefix(4))
    guard let first = scalars.first else { return false }
    if first == "s" { return !(scalars.dropFirst().first.map(isAlphanumeric) ?? false) }
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    let rest = scalars.dropFirst(2)
    return digits.count == 2 && rest.first.map { "后年".unicodeScalars.contains($0) } ?? false
      && rest.dropFirst().first != "'"
  }
}

extension Localized {
  fileprivate static let straight = Self(
    "直引号应为弯引号「“”」",
    "use curly quotes “” instead of straight ones"
  )
}

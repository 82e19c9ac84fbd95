import ChineseText
import Linting
import Reading

/// Flags paragraphs that fill more than a phone's screen.
struct ParagraphTooLong: Rule {
  let info = RuleInfo(
    id: "structure/paragraph-too-long",
    summary: Localized("段落过长", "a paragraph that is too long"),
    why: Localized(
      "正文应分段表述；手机上一行约20个字，200个字就是10行，再长读者容易跳过。",
      "A text is set in paragraphs; 200 characters are ten lines on a phone, and readers skip more."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    severity: .suggestion
  )

  let cases: [RuleCase] = [
    .ok("正好200个字", String(repeating: "多喝水，勤洗手，常通风。", count: 16) + "早睡早起身体好。"),
    .ok("引用的条文", "> " + String(repeating: "多喝水，勤洗手，常通风。", count: 30)),
    .flags("超过200个字", "⟦" + String(repeating: "多喝水，勤洗手，常通风。", count: 17) + "⟧"),
  ]

  var maximum = 200
  /// Above this a paragraph is a warning.
  var limit = 300

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.maximum = options.int("max") ?? maximum
    rule.limit = options.int("warning-above") ?? limit
    return rule
  }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.draft.blocks.filter(isBody).flatMap { block in
      lines(of: block, in: draft).compactMap { line in
        let count = countedLength(of: line, in: draft.text, mode: .word)
        guard count > maximum else { return nil }
        var finding = finding(.tooLong(count, maximum), at: line, in: draft)
        if count > limit { finding.severity = .warning }
        return finding
      }
    }
  }

  private func isBody(_ block: Block) -> Bool {
    block.kind == .paragraph && block.context.isDisjoint(with: Self.elsewhere)
  }

  /// Made once: a literal of options costs more than the question.
  private static let elsewhere: Block.Context = [
    .quote, .list, .table, .figure, .references, .foreign,
  ]

  /// The lines that may be too long; a hard line break starts a new line as a paragraph does.
  private func lines(of block: Block, in draft: ScannedDraft) -> [Range<Int>] {
    let text = draft.text
    // No scalar counts for more than one character, and no byte for more than one scalar.
    guard block.text.count > maximum, scalarCount(of: block.text, in: text) > maximum else {
      return []
    }
    var lines: [Range<Int>] = []
    var start = block.text.lowerBound
    for index in block.text where text[index] == 0xE2 {
      guard text.scalar(at: index) == "\u{2028}" else { continue }
      lines.append(start..<index)
      start = index + 3
    }
    lines.append(start..<block.text.upperBound)
    return lines.filter { scalarCount(of: $0, in: text) > maximum }
  }
}

private func scalarCount(of range: Range<Int>, in text: [UInt8]) -> Int {
  let bytes = text.span.extracting(range)
  // A plain loop over a span is done sixteen bytes and more at a time.
  var count = 0
  for index in bytes.indices { count &+= bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
  return count
}

extension Localized {
  fileprivate static func tooLong(_ count: Int, _ maximum: Int) -> Self {
    Self(
      "本段 \(count) 个字，超过 \(maximum) 个字：可在句末分成几段",
      "the paragraph has \(count) characters, more than \(maximum): divide it at a full stop"
    )
  }
}

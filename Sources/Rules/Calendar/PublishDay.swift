import ChineseText
import Linting
import Reading
import SourceText

/// The day that a draft's dates are compared with (handbook, compliance §9.1).
struct PublishDay: DraftFact {
  enum Ground: Hashable {
    /// The draft's metadata or a line of its own says when it is published.
    case stated
    /// The date below the text, beside the name of who issues it.
    case signed
    /// The day of the check, where the draft says nothing.
    case today
  }

  let day: Day
  let ground: Ground

  init(_ draft: ScannedDraft) {
    if let day = Self.statedDay(of: draft.draft) {
      (self.day, ground) = (day, .stated)
    } else if let day = Self.signature(of: draft) {
      (self.day, ground) = (day, .signed)
    } else {
      (day, ground) = (draft.today, .today)
    }
  }

  private static func statedDay(of draft: Draft) -> Day? {
    for entry in draft.metadata.entries where entry.key == "date" {
      guard entry.origin != .visibleLine || isPublishing(entry.value, in: draft),
        let day = calendarDay(opening: entry.value.string)
      else { continue }
      return day
    }
    return nil
  }

  /// `时间：5月1日` may be that of an event: only among other by-line fields is it the draft's own.
  private static func isPublishing(_ value: Placed, in draft: Draft) -> Bool {
    let bytes = draft.source.bytes
    let start = min(value.source.start, bytes.count)
    let label = String(decoding: bytes[max(0, start - 24)..<start], as: UTF8.self)
    if publishLabels.contains(where: { label.contains($0) }) { return true }
    return draft.metadata.entries.contains { other in
      other.origin == .visibleLine && other.key != "date"
        && abs(other.value.source.start - value.source.start) < 200
    }
  }

  private static let publishLabels = [
    "发布日期", "发布时间", "发稿时间", "更新时间", "更新日期", "发文日期",
  ]

  /// A date that ends one of the last short lines: `白鹤镇卫生院 2026年3月1日`.
  private static func signature(of draft: ScannedDraft) -> Day? {
    let visible = draft.draft.blocks.prefix { !$0.isHidden }
    for block in visible.suffix(8).reversed() where block.text.count <= 90 {
      guard block.kind == .paragraph || block.kind == .listItem,
        let token = draft.scan.tokens(in: block.text).last, token.kind == .date,
        block.text.upperBound - token.range.upperBound <= 3,
        draft.scan.marks(in: block.text.lowerBound..<token.range.lowerBound).isEmpty,
        let day = CalendarText(token.range, of: draft.text)?.resolved(in: nil)
      else { continue }
      return day
    }
    return nil
  }
}

import ChineseText
import Linting
import Reading
import SourceText

/// Flags bytes that could not be decoded and stand as U+FFFD in the text.
struct InvalidBytes: Rule {
  let info = RuleInfo(
    id: "character/invalid-bytes",
    summary: Localized("文件里有解不出的字节", "bytes that cannot be decoded"),
    why: Localized(
      "不合编码的字节显示为「�」，原来的字已经丢失，读者看到的是乱码。",
      "Bytes that do not fit the encoding show as U+FFFD; what stood there is lost."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("生僻字不是乱码", "患者姓𠮷，住院号已隐去。"),
    .flags("转换时丢失的字", "当天约满后可加入候补名单⟦��⟧。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let faults = draft.draft.source.faults
    let lost = draft.scan.oddities.filter { $0.kind == .replacement }
      .map { draft.source(of: $0.range) }
      .filter { range in !faults.contains { $0.overlaps(range) } }
    return (runs(of: faults) + runs(of: lost)).map { finding(.lost, at: $0) }
  }

  /// Ranges side by side as one.
  private func runs(of ranges: [SourceRange]) -> [SourceRange] {
    var runs: [SourceRange] = []
    for range in ranges {
      if let last = runs.last, last.end == range.start {
        runs[runs.count - 1].end = range.end
      } else {
        runs.append(range)
      }
    }
    return runs
  }
}

extension Localized {
  fileprivate static let lost = Self(
    "这里有解不出的字节（显示为「�」），字已丢失：请对照原稿补上，再以 UTF-8 编码重新保存",
    "bytes here could not be decoded: restore the text and save the file again as UTF-8"
  )
}

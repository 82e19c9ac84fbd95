import ChineseText
import Linting
import Reading

/// Flags drafts without a title.
struct TitleMissing: Rule {
  let info = RuleInfo(
    id: "title/missing",
    summary: Localized("没有标题", "no title"),
    why: Localized(
      "标题应准确概括信息内容；没有标题的稿件无法发布和查找。",
      "A title sums up the text; without one a draft can be neither published nor found."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("标题写在元数据里", "---\ntitle: 夏季防蚊要点\n---\n\n清理积水。"),
    .flags("开头就是正文", "清理积水，减少蚊虫滋生。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let hasTitle = draft.draft.title.map { block in
      draft.draft.string(of: block).unicodeScalars.contains {
        $0.properties.isAlphabetic || isNumber($0)
      }
    }
    guard hasTitle != true else { return [] }
    return [
      finding(
        Localized(
          "没有标题：请写上一级标题，或在元数据里写 title",
          "no title: add a level-1 heading, or title in the metadata"
        )
      )
    ]
  }

  private func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil
  }
}

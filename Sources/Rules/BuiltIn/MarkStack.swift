import ChineseText
import Linting
import Reading

/// Flags piles of question or exclamation marks.
struct MarkStack: Rule {
  let info: RuleInfo
  let cases: [RuleCase]
  /// The mark of which a run must hold one.
  private let mark: Unicode.Scalar

  static let all: [any Rule] = [
    MarkStack(
      "exclamation-stack",
      "！",
      zh: "叹号",
      en: "exclamation marks",
      clause: "4.3.3.3、4.3.3.4",
      [
        .ok("问叹号各一", "您怎么能自己停药？！快来复诊！"),
        .flags("四个叹号", "感谢医护人员⟦！！！！⟧", fixed: "感谢医护人员！"),
        .flags("问叹号混叠", "怎么能停药⟦？！！⟧", fixed: "怎么能停药？！"),
      ]
    ),
    MarkStack(
      "question-stack",
      "？",
      zh: "问号",
      en: "question marks",
      clause: "4.2.3.3",
      [
        .ok("生卒年存疑", "王某（？—1560）著。能治好吗？"),
        .flags("四个问号", "真的能根治吗⟦？？？？⟧", fixed: "真的能根治吗？"),
      ]
    ),
  ]

  private init(
    _ name: String,
    _ mark: Unicode.Scalar,
    zh: String,
    en: String,
    clause: String,
    _ cases: [RuleCase]
  ) {
    info = RuleInfo(
      id: "punctuation/" + name,
      summary: Localized("\(zh)叠用", "a pile of \(en)"),
      why: Localized(
        "没有异常强烈的情感不叠用\(zh)，最多三个；信息发布应平实准确。",
        "Without exceptional emotion marks are not piled up, and never more than three."
      ),
      basis: [Basis("gbt-15834", clause)],
      severity: .warning
    )
    self.mark = mark
    self.cases = cases
  }

  private static let anyWidth: MarkSet = "！？!?"

  var triggers: Triggers { .marks(Self.anyWidth) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    markRuns(in: draft, of: Self.anyWidth).compactMap { run in
      let scalars = run.marks.map { fullwidthStop($0.scalar) }
      let isMixed = Set(scalars).count == 2
      // A mixed pile belongs to the exclamation marks; piles of the title have rules of their own.
      guard !draft.isInTitle(run.range.lowerBound), isMixed ? mark == "！" : scalars[0] == mark,
        scalars != ["？", "！"],
        run.marks.contains(where: { !$0.scalar.isASCII }) || draft.isChineseContext(run.marks[0])
      else { return nil }
      let text = isMixed ? "？！" : String(mark)
      let kept = run.marks.allSatisfy(\.scalar.isASCII) ? (isMixed ? "?!" : asciiForm) : text
      let shown = draft.draft.string(in: run.range)
      let fix = draft.fix(
        Localized("只留「\(text)」", "keep only “\(text)”"),
        .safe,
        replacing: run.range,
        with: kept
      )
      let message = Localized("「\(shown)」叠用，宜只用「\(text)」", "“\(shown)” piles up; write “\(text)”")
      var finding = finding(message, at: run.range, in: draft, fix: fix)
      if isMixed ? scalars.count <= 2 : scalars.count <= 3 { finding.severity = .suggestion }
      return finding
    }
  }

  private var asciiForm: String { mark == "！" ? "!" : "?" }
}

import Linting
import Reading
import Reporting
import SourceText

/// The report on a draft with these findings.
func report(
  _ text: String,
  _ findings: [Finding],
  path: String = "draft.md",
  title: String? = nil,
  suppressed: [SuppressedFinding] = []
) -> DraftReport {
  DraftReport(
    path: path,
    format: .markdown,
    encoding: "UTF-8",
    digest: "sha256:00",
    title: title,
    verdict: Verdict(of: findings),
    findings: findings,
    suppressed: suppressed,
    error: nil,
    source: Source(
      path: path,
      bytes: Array(text.utf8),
      encoding: "UTF-8",
      digest: "sha256:00",
      faults: []
    )
  )
}

/// A finding at the first place where `part` stands in `text`.
func finding(
  _ part: String,
  in text: String,
  rule: String = "wording/typo",
  severity: Severity = .error,
  escalation: Escalation? = nil,
  message: String = "有误",
  fix: Fix? = nil
) -> Finding {
  Finding(
    rule: rule,
    severity: severity,
    escalation: escalation,
    message: Localized(message, "wrong"),
    range: range(of: part, in: text),
    fix: fix
  )
}

func range(of part: String, in text: String) -> SourceRange {
  let whole = Array(text.utf8)
  let wanted = Array(part.utf8)
  for start in 0...(whole.count - wanted.count)
  where Array(whole[start..<(start + wanted.count)]) == wanted {
    return SourceRange(start, start + wanted.count)
  }
  return SourceRange(0, 0)
}

let book = RuleBook(
  rules: [
    RuleInfo(
      id: "privacy/mobile",
      summary: Localized("不得公开个人手机号", "no private mobile numbers"),
      why: Localized("手机号是个人信息。", "a number is personal information"),
      basis: [],
      severity: .error
    ),
    RuleInfo(
      id: "wording/typo",
      summary: Localized("错别字", "typo"),
      why: Localized("错别字损害公信力。", "typos cost trust"),
      basis: [Basis("wechat-account-management", "六、2")],
      severity: .error
    ),
  ],
  sources: ["wechat-account-management": RuleSource(title: "卫生院公众号管理制度")]
)

let json = JSONReport(
  tool: Tool(name: "hegui", version: "0.1.0", ruleset: "sha256:11"),
  book: book,
  language: .zh
)

func object(of report: DraftReport) -> String {
  String(decoding: json.object(of: report), as: UTF8.self)
}

func pretty(_ report: DraftReport, width: Int = 100, language: Language = .zh) -> String {
  let pretty = PrettyReport(
    book: book,
    language: language,
    palette: Palette(isOn: false),
    width: width
  )
  return String(decoding: pretty.text(of: report), as: UTF8.self)
}

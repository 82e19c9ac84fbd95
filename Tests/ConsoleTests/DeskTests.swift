import Console
import Linting
import Reading
import Reporting
import Reviewing
import Testing

struct DeskTests {
  static func finding(
    _ name: String,
    _ range: Range<Int>,
    _ severity: Severity,
    text: String = "最好",
    matched: Digest? = nil
  ) -> ReviewFinding {
    ReviewFinding(
      rule: "advert/absolute-term",
      severity: severity,
      escalation: nil,
      message: Localized("绝对化用语" + FrameTests.payload, "absolute" + FrameTests.payload),
      advice: .init(title: Localized("改为" + FrameTests.payload, "make it"), isSafe: false),
      start: .init(line: 1, column: 1, byte: range.lowerBound),
      end: .init(line: 1, column: 3, byte: range.upperBound),
      text: text,
      fingerprint: "finding-" + name,
      matched: matched
    )
  }

  private static let user = FrameTests.frame().viewer?.user
  private static let now = FrameTests.frame().now

  private static func submission(
    _ state: SubmissionState = .inReview,
    finding more: [ReviewFinding] = []
  ) -> Submission {
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: ID("usr_2"),
      createdAt: now
    )
    submission.state = state
    submission.stage = "first"
    submission.stages = ["first", "second"]
    let payload = FrameTests.payload
    let findings =
      [
        finding("0", 0..<6, .error, text: payload), finding("1", 6..<9, .suggestion),
      ] + more
    submission.revisions = [
      Revision(
        number: 1,
        author: ID("usr_2"),
        at: now,
        manuscript: Manuscript(
          format: .markdown,
          text: payload,
          column: ID("col_1"),
          channels: ["wechat"],
          assets: [.init(purpose: .image, name: payload, digest: Digest(of: []))]
        ),
        form: ReleaseForm(),
        canonical: CanonicalContent(title: "题" + payload, blocks: [payload], links: [], images: []),
        change: .content,
        check: CheckResult(
          verdict: .block,
          findings: findings,
          freezing: [],
          failure: nil,
          ruleset: "sha256:0",
          title: payload,
          today: "2026-11-22",
          checkedAt: now
        ),
        note: payload
      )
    ]
    submission.comments = [
      ReviewComment(
        id: ID("cmt_1"),
        author: ID("usr_2"),
        at: now,
        revision: 1,
        text: payload,
        fingerprint: nil,
        isBlocking: true
      )
    ]
    submission.waivers = [
      Waiver(
        id: ID("wvr_1"),
        rule: "advert/absolute-term",
        fingerprint: "finding-0",
        matched: nil,
        revision: 1,
        reason: .other,
        note: payload,
        evidence: payload,
        expiresAt: now,
        requester: ID("usr_2"),
        requestedAt: now
      )
    ]
    submission.escalations = [
      EscalationGround(to: .leadership, source: .person, detail: payload, by: nil, at: now)
    ]
    return submission
  }

  private static func answer(
    allowed: [Operation],
    refused: [Operation: String] = [:]
  ) -> GateAnswer {
    GateAnswer(
      isPublishable: false,
      summary: Localized("还差 1 项", "1 left"),
      requirements: [
        Requirement(
          key: "findings.no_blocking",
          status: .unsatisfied,
          explanation: Localized("1 处错误待处理", "1 error"),
          failing: ["finding-0"],
          people: [ID("usr_1")],
          remedies: [.init(relation: "request_waiver", target: "finding-0")]
        )
      ],
      allowed: allowed,
      refused: refused
    )
  }

  private static func page(
    _ submission: Submission,
    _ answer: GateAnswer,
    _ language: Language = .zh,
    focus: DeskFocus = DeskFocus()
  ) -> String {
    let matter = DeskMatter(
      submission: submission,
      answer: answer,
      policy: .township,
      users: [user].compactMap(\.self),
      departments: [],
      columns: [],
      book: RuleBook(rules: [], sources: [:]),
      placed: [0]
    )
    return FrameTests.frame(language).html(DeskPage(matter, focus: focus)).markup
  }

  @Test(arguments: Language.allCases)
  func `no text of anybody becomes markup`(language: Language) {
    let markup = Self.page(
      Self.submission(),
      Self.answer(allowed: Operation.allCases),
      language
    )
    #expect(!markup.contains("<script>alert") && !markup.contains("\"\u{301}>"))
    #expect(markup.contains("&lt;script&gt;"))
  }

  @Test func `a vote names what is shown, and needs what its stage asks for`() throws {
    let submission = Self.submission()
    let markup = Self.page(submission, Self.answer(allowed: [.approve]))
    let digest = try #require(submission.current?.contentDigest)
    #expect(markup.contains("name=\"content_digest\" value=\"\(digest)\""))
    let stage = try #require(Policy.township.stage("first"))
    for item in stage.checklist {
      #expect(markup.contains("name=\"checklist[]\" value=\"\(item.key)\""))
    }
    #expect(markup.contains("name=\"action\" value=\"approve\""))
    #expect(!markup.contains("value=\"reject\""))
  }

  @Test func `what is refused is off and says why`() {
    let refused: [Operation: String] = [.approve: "S1", .reject: "forbidden"]
    let markup = Self.page(Self.submission(), Self.answer(allowed: [], refused: refused))
    #expect(!markup.contains("name=\"action\""))
    #expect(markup.contains("<button type=\"button\" disabled aria-describedby=\"off-approve\">"))
    #expect(markup.contains("撰稿人不能审核自己参与的稿件"))
  }

  @Test func `a finding says how it is mended, and where that wants care`() {
    let markup = Self.page(Self.submission(), Self.answer(allowed: []))
    #expect(markup.split(separator: "<p class=\"advice\"><b>改法</b> 改为").count == 3)
    #expect(markup.contains("（改后请确认意思没变）"))
  }

  @Test func `counts are of all, whatever is shown`() {
    var focus = DeskFocus()
    focus.severity = .suggestion
    let markup = Self.page(Self.submission(), Self.answer(allowed: []), focus: focus)
    #expect(markup.contains("错误 1") && markup.contains("另有 1 条没有显示"))
    #expect(!markup.contains("id=\"finding-1\"") && markup.contains("id=\"finding-2\""))
  }

  @Test func `a waiver is asked for where the gate names it`() {
    let markup = Self.page(Self.submission(), Self.answer(allowed: [.requestWaiver]))
    let forms = markup.split(separator: "action=\"/do/post/v1/drafts/drf_1/waivers\"")
    #expect(forms.count == 2 && forms[1].contains("name=\"fingerprint\" value=\"finding-0\""))
  }

  @Test func `what is alike is one card, which asks for all its places`() {
    let words = Digest(of: "最好".utf8)
    // Of confidential words nobody can tell whether they are the same.
    let more = [
      Self.finding("2", 9..<12, .error, matched: words),
      Self.finding("3", 12..<15, .error, text: "***"),
      Self.finding("4", 15..<18, .error, matched: words),
      Self.finding("5", 18..<21, .error, text: "***"),
    ]
    let names = more.map(\.fingerprint)
    let answer = GateAnswer(
      isPublishable: false,
      summary: Localized("", ""),
      requirements: [
        Requirement(
          key: "findings.no_blocking",
          status: .unsatisfied,
          explanation: Localized("", ""),
          failing: names,
          remedies: names.map { .init(relation: "request_waiver", target: $0) }
        )
      ],
      allowed: [.requestWaiver],
      refused: [:]
    )
    let markup = Self.page(Self.submission(finding: more), answer)
    #expect(markup.ranges(of: "<span class=\"times\">×2</span>").count == 1)
    #expect(markup.contains("id=\"finding-3\"") && !markup.contains("id=\"finding-5\""))
    #expect(markup.contains("id=\"finding-4\"") && markup.contains("id=\"finding-6\""))
    let forms = markup.split(separator: "action=\"/do/post/v1/drafts/drf_1/waivers\"").dropFirst()
    #expect(forms.count == 3)
    #expect(forms.first?.contains("name=\"fingerprint\" value=\"finding-2\"") ?? false)
    #expect(forms.first?.contains("name=\"also[]\" value=\"finding-4\" checked") ?? false)
  }

  @Test func `no way leads to a text that was not kept`() throws {
    var submission = Self.submission()
    let first = try #require(submission.current)
    let emptied = Revision(
      number: 2,
      author: first.author,
      at: Self.now,
      manuscript: first.manuscript,
      form: ReleaseForm(),
      canonical: CanonicalContent(title: "", blocks: [], links: [], images: []),
      change: .content,
      check: CheckResult(
        verdict: .review,
        findings: [],
        freezing: ["secrecy/mark"],
        failure: nil,
        ruleset: "sha256:0",
        title: "",
        today: "2026-11-22",
        checkedAt: Self.now
      ),
      note: ""
    )
    submission.revisions.append(emptied)
    let page = ComparePage(of: submission, from: submission.revisions[0], to: emptied)
    let markup = FrameTests.frame().html(page).markup
    #expect(markup.ranges(of: "/preview/").count == 1 && markup.contains("涉密，未保存正文"))
  }

  @Test func `nothing of a frozen draft is shown`() {
    let markup = Self.page(Self.submission(.frozen), Self.answer(allowed: [.releaseFrozen]))
    #expect(
      !markup.contains("题&quot;") && !markup.contains("<iframe") && !markup.contains("finding-1")
    )
    #expect(markup.contains("name=\"incident\""))
  }
}

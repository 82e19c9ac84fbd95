import Console
import Linting
import Reading
import Reporting
import Reviewing
import Testing

struct ReleaseFormTests {
  /// A quote before a combining mark is one `Character` and no less a quote.
  private let payload = "\"\u{301} onfocus=alert(1) x=\"'><script>1</script>&\r\n"

  @Test func `no text of anybody becomes markup`() {
    let html: SafeHTML = "<p title=\"\(payload)\">\(payload)</p>"
    let markup = Array(html.markup.utf8)
    #expect(markup.count { $0 == UInt8(ascii: "\"") } == 2)
    #expect(markup.count { $0 == UInt8(ascii: "<") } == 2)
    #expect(!html.markup.contains("<script>") && html.markup.contains("&quot;\u{301}"))
  }

  @Test(arguments: Language.allCases)
  func `the form shows all and holds no script`(language: Language) {
    let page = page(language).html.markup
    let parts =
      language == .zh
      ? ["网络信息发布表", "初审", "小单位模式"] : ["Release form", "first review", "Small unit"]
    for part in parts + ["钱立", "0123-4567"] { #expect(page.contains(part), "\(part)") }
    #expect(!page.contains("<script") && !page.contains("onfocus=alert(1) x=\""))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    #expect(page.contains("@page { size: A4"))
  }

  @Test(arguments: Language.allCases)
  func `no code of the record stands on the form`(language: Language) {
    var submission = submission
    let (qian, now) = (ID<User>("usr_1"), Self.now)
    submission.permits = [
      Permit(
        id: ID("prm_1"),
        channel: "wechat",
        revision: 1,
        contentDigest: Digest(of: []),
        ruleset: "",
        issuer: qian,
        issuedAt: now,
        notBefore: now,
        expiresAt: now,
        token: "",
        state: .consumed
      )
    ]
    submission.publications = [
      Publication(
        id: ID("pub_1"),
        permit: ID("prm_1"),
        channel: "wechat",
        publisher: qian,
        at: now,
        address: "",
        externalID: "",
        state: .live,
        verifications: [
          Verification(
            at: now,
            by: qian,
            outcome: .unreachable,
            contentDigest: nil,
            differences: []
          )
        ]
      )
    ]
    submission.escalations = [
      EscalationGround(to: .leadership, source: .form, detail: "dispute", by: nil, at: now)
    ]
    let page = page(language, submission).html.markup
    // The English words of some are their codes.
    for code in ["consumed", "live", "unreachable", "leadership", "dispute", "S2.vote", "content"]
    where language == .zh {
      #expect(!page.contains(" \(code)") && !page.contains("：\(code)"), "\(code)")
    }
    let words =
      language == .zh
      ? ["已使用", "已发布", "页面打不开", "报领导小组", "涉及纠纷", "本环节已经签过", "改了内容"]
      : [
        "used", "published", "could not be reached", "to leadership", "A dispute", "already signed",
      ]
    for word in words { #expect(page.contains(word), "\(word)") }
  }

  @Test func `what is urgent has a box for its confirmation, unless leadership signs anyway`() {
    var submission = submission
    let title = "紧急发布书面确认"
    #expect(!page(.zh, submission).html.markup.contains(title))
    submission.revisions = submission.revisions.map { revision in
      var form = revision.form
      form.urgency = .init(ground: "停诊", dutyLeader: ID("usr_1"), validUntil: Self.now)
      return Revision(
        number: revision.number,
        author: revision.author,
        at: revision.at,
        manuscript: revision.manuscript,
        form: form,
        canonical: revision.canonical,
        change: revision.change,
        check: revision.check,
        note: revision.note
      )
    }
    submission.approvedAt = Self.now
    let urgent = page(.zh, submission).html.markup
    #expect(urgent.contains(title) && urgent.contains("24 小时内"))
    #expect(urgent.contains("不晚于 \(Words(.zh).time(Self.now.adding(hours: 24)))"))
    submission.stages.append("leadership")
    #expect(!page(.zh, submission).html.markup.contains(title))
  }

  private static let now = Timestamp(milliseconds: 1_790_000_000_000)

  private func page(_ language: Language, _ own: Submission? = nil) -> ReleaseFormPage {
    let qian = User(
      id: ID("usr_1"),
      name: "qian",
      displayName: "钱立" + payload,
      department: ID("dep_1"),
      roles: [.leader],
      createdAt: Self.now
    )
    return ReleaseFormPage(
      of: own ?? submission,
      users: [qian],
      departments: [],
      columns: [],
      policy: .township,
      book: RuleBook(rules: [], sources: [:]),
      checkpoint: "12 0123-4567-89AB-CDEF",
      printedAt: Self.now,
      language: language
    )
  }

  private var submission: Submission {
    let (qian, now) = (ID<User>("usr_1"), Self.now)
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: qian,
      createdAt: now
    )
    let manuscript = Manuscript(
      format: .html,
      text: "<p>甲</p>",
      column: ID("col_1"),
      channels: ["wechat"],
      assets: [.init(purpose: .image, name: payload, digest: Digest(of: [1]))]
    )
    var form = ReleaseForm()
    form.note = payload
    form.concerns = [.dispute]
    form.authors = [payload]
    submission.revisions = [
      Revision(
        number: 1,
        author: qian,
        at: now,
        manuscript: manuscript,
        form: form,
        canonical: CanonicalContent(title: payload, blocks: ["甲"], links: [], images: []),
        change: .content,
        check: CheckResult(
          verdict: .pass,
          findings: [],
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
    submission.votes = [
      Vote(
        id: ID("vot_1"),
        stage: "first",
        decision: .approve,
        voter: qian,
        at: now,
        revision: 1,
        contentDigest: manuscript.contentDigest,
        comment: payload,
        checklist: ["complete"],
        relaxed: ["S2.vote"]
      )
    ]
    submission.stages = ["first", "second"]
    return submission
  }
}

import Console
import Linting
import Reading
import Reporting
import Reviewing
import Testing

struct DraftFormPageTests {
  private static let column = Column(
    id: ID("col_1"),
    key: "news",
    name: "动态" + FrameTests.payload,
    owner: ID("dep_1"),
    isActive: false
  )

  private func page(
    _ occasion: DraftFormPage.Occasion = .new,
    text: String = "",
    missing: [String] = []
  ) -> DraftFormPage {
    let hostile = FrameTests.payload
    var form = ReleaseForm()
    form.basisNote = hostile
    form.consents = [hostile]
    form.rights = [.init(asset: "a.png" + hostile, basis: "own", evidence: hostile)]
    form.note = hostile
    return DraftFormPage(
      occasion,
      manuscript: Manuscript(
        format: .html,
        text: text,
        column: ID("col_1"),
        channels: ["x" + hostile],
        assets: [
          .init(purpose: .image, name: "a.png" + hostile, digest: Digest(of: [1])),
          .init(purpose: .attachment, name: "b.pdf", digest: Digest(of: [2])),
        ]
      ),
      form: form,
      institution: .init(
        columns: [Self.column],
        departments: [Department(id: ID("dep_1"), key: "a", name: hostile)],
        users: [],
        chosen: ID("col_1")
      ),
      missing: missing
    )
  }

  @Test(arguments: Language.allCases)
  func `no text of a draft or a form becomes markup`(language: Language) {
    let text = "</textarea>" + FrameTests.payload
    let occasion = DraftFormPage.Occasion.after(
      .init(id: ID("drf_1"), relation: .corrects),
      title: FrameTests.payload
    )
    let markup = FrameTests.frame(language).html(page(occasion, text: text)).markup
    #expect(!markup.contains("<script>") && !markup.contains("</textarea>\"\u{301}"))
    #expect(markup.contains("&lt;/textarea&gt;"))
  }

  @Test func `every declaration has a field`() {
    let markup = FrameTests.frame().html(page()).markup
    let names = [
      "content", "format", "column", "channels[]", "form.public_basis", "form.basis_note",
      "form.publicity", "form.personal_data", "form.consents:lines", "form.shows_minors:flag",
      "form.authors:lines", "form.medical_reviewer", "form.fact_checked_by", "form.office_phone",
      "form.generated_parts[]", "form.concerns[]", "form.planned_at:time", "form.expires_at:time",
      "form.note", "form.urgency.ground", "form.urgency.duty_leader",
      "form.urgency.valid_until:time", "assets.0.name", "assets.0.digest", "assets.0.purpose",
      "form.rights.0.asset", "form.rights.0.basis", "form.rights.0.evidence",
    ]
    for name in names { #expect(markup.contains("name=\"\(name)\""), "\(name)") }
  }

  @Test func `what the draft says of itself stands in fields, and the text without it`() {
    let text = """
      <meta name="hegui:title" content="防蚊&quot;\u{301}&gt;">
      <meta name="hegui:date" content="11月22日">
      <meta name="hegui:class" content="别的">
      <p>正文。</p>
      """
    let markup = FrameTests.frame().html(page(text: text)).markup
    #expect(
      markup.contains(
        "name=\"_head.title\" aria-describedby=\"f-head-title-hint\" value=\"防蚊&quot;\u{301}&gt;\""
      )
    )
    #expect(markup.contains("<input type=\"text\" id=\"f-head-date\""))
    #expect(markup.contains("<option value=\"别的\" selected>别的</option>"))
    #expect(markup.contains("name=\"_order\" value=\"title,date,class\""))
    #expect(
      markup.contains("aria-describedby=\"f-content-hint\">\n&lt;p&gt;正文。&lt;/p&gt;</textarea>")
    )
  }

  @Test func `a new draft begins with who writes it, where the text says nothing else`() {
    let markup = FrameTests.frame().html(page()).markup
    #expect(markup.contains("name=\"_usual.author\"") && !markup.contains("name=\"_usual.title\""))
    let begun = FrameTests.frame().html(page(text: "正文。")).markup
    #expect(!begun.contains("_usual."))
  }

  @Test func `what is missing is linked to its field`() {
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: ID("usr_1"),
      createdAt: Timestamp(milliseconds: 0)
    )
    submission.version = 7
    let pointers = ["/form/public_basis", "/form/authors", "/form/urgency/duty_leader"]
    let markup = FrameTests.frame().html(page(.revision(of: submission), missing: pointers)).markup
    #expect(markup.contains("action=\"/do/post/v1/drafts/drf_1/revisions\""))
    #expect(markup.contains("name=\"_version\" value=\"7\""))
    for id in ["f-form.public_basis", "f-form.authors:lines", "f-form.urgency.duty_leader"] {
      #expect(markup.contains("href=\"#\(id)\"") && markup.contains("id=\"\(id)\""), "\(id)")
    }
  }

  @Test func `why it was sent back stands above the text`() {
    let moment = Timestamp(milliseconds: 0)
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: ID("usr_1"),
      createdAt: moment
    )
    submission.state = .returned
    submission.votes = [
      Vote(
        id: ID("vot_1"),
        stage: "first",
        decision: .return,
        voter: ID("usr_2"),
        at: moment,
        revision: 1,
        contentDigest: Digest(of: []),
        comment: "请写明起止日期" + FrameTests.payload,
        checklist: [],
        relaxed: [],
        outdated: "returned"
      )
    ]
    let markup = FrameTests.frame().html(page(.revision(of: submission))).markup
    #expect(markup.contains("请写明起止日期&quot;\u{301}&gt;") && !markup.contains("<script>"))
    submission.state = .inReview
    let other = FrameTests.frame().html(page(.revision(of: submission))).markup
    #expect(!other.contains("请写明起止日期") && other.contains("稿件正在审核"))
  }
}

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
    #expect(page.contains("approval.two_stages"))
    #expect(!page.contains("<script") && !page.contains("onfocus=alert(1) x=\""))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    #expect(page.contains("@page { size: A4"))
  }

  private func page(_ language: Language) -> ReleaseFormPage {
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    let qian = User(
      id: ID("usr_1"),
      name: "qian",
      displayName: "钱立" + payload,
      department: ID("dep_1"),
      roles: [.leader],
      createdAt: now
    )
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: qian.id,
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
        author: qian.id,
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
        voter: qian.id,
        at: now,
        revision: 1,
        contentDigest: manuscript.contentDigest,
        comment: payload,
        checklist: ["complete"],
        relaxed: ["approval.two_stages"]
      )
    ]
    submission.stages = ["first", "second"]
    return ReleaseFormPage(
      of: submission,
      users: [qian],
      departments: [],
      columns: [],
      policy: .township,
      checkpoint: "12 0123-4567-89AB-CDEF",
      printedAt: now,
      language: language
    )
  }
}

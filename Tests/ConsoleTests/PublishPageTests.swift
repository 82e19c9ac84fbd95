import Console
import Linting
import Reading
import Reporting
import Reviewing
import Testing

struct PublishPageTests {
  private let now = Timestamp(milliseconds: 1_790_000_000_000)

  private func submission(_ state: SubmissionState) -> Submission {
    let hostile = FrameTests.payload
    var submission = Submission(
      id: ID("drf_1"),
      department: ID("dep_1"),
      creator: ID("usr_1"),
      createdAt: now.adding(hours: -9)
    )
    submission.state = state
    submission.approvedAt = now.adding(hours: -2)
    submission.revisions = [
      Revision(
        number: 1,
        author: ID("usr_1"),
        at: now.adding(hours: -9),
        manuscript: Manuscript(
          format: .html,
          text: "\n<p>八点</p>" + hostile,
          column: ID("col_1"),
          channels: ["wechat"]
        ),
        form: ReleaseForm(),
        canonical: CanonicalContent(title: hostile, blocks: ["八点"], links: [], images: []),
        change: .content,
        check: CheckResult(
          verdict: .pass,
          findings: [],
          freezing: [],
          failure: nil,
          ruleset: "sha256:0",
          title: nil,
          today: "2026-09-21",
          checkedAt: now
        ),
        note: ""
      )
    ]
    return submission
  }

  private func permit(_ state: Permit.State) -> Permit {
    Permit(
      id: ID("prm_1"),
      channel: "wechat",
      revision: 1,
      contentDigest: Digest(of: []),
      ruleset: "",
      issuer: ID("usr_1"),
      issuedAt: now.adding(hours: -1),
      notBefore: now.adding(hours: -1),
      expiresAt: now.adding(hours: 1),
      token: "",
      state: state,
      consumer: state == .consumed ? ID("usr_1") : nil,
      consumedAt: state == .consumed ? now.adding(minutes: -5) : nil
    )
  }

  private func markup(
    _ submission: Submission,
    _ allowed: [Operation],
    rehearsal: PublishPage.Rehearsal? = nil
  ) throws -> String {
    let page = PublishPage(
      of: submission,
      approved: try #require(submission.revisions.first),
      answer: GateAnswer(
        isPublishable: true,
        summary: Localized("可以发布", "ready"),
        requirements: [],
        allowed: allowed,
        refused: [.issuePermit: "S3"]
      ),
      names: [ID("usr_1"): FrameTests.payload],
      rehearsal: rehearsal
    )
    return FrameTests.frame().html(page).markup
  }

  @Test func `what is to be copied is exactly what was approved`() throws {
    var submission = submission(.approved)
    submission.permits = [permit(.issued)]
    let markup = try markup(submission, [.consumePermit])
    // A browser drops the line feed after the tag, and keeps the text's own.
    #expect(
      markup.contains(
        ">\n\n&lt;p&gt;八点&lt;/p&gt;&quot;\u{301}&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
      )
    )
    #expect(markup.contains("action=\"/do/post/v1/permits/prm_1/consume\""))
    #expect(!markup.contains("<script>"))
  }

  @Test func `what was pasted back is told to be the same or in what it differs`() throws {
    var submission = submission(.approved)
    submission.permits = [permit(.issued)]
    let hostile = FrameTests.payload
    let text = ContentDifference(part: .text, index: 0, approved: "八点", found: hostile)
    let link = ContentDifference(part: .link, index: 0, approved: "https://a.cn", found: nil)
    func told(_ differences: [ContentDifference], isPlain: Bool) throws -> String {
      try markup(
        submission,
        [.consumePermit],
        rehearsal: .init(
          permit: ID("prm_1"),
          isSame: false,
          differences: differences,
          isPlain: isPlain
        )
      )
    }
    let changed = try told([text, link], isPlain: false)
    #expect(changed.contains("有 2 处与批准的不同") && !changed.contains("<script>"))
    #expect(try told([text, link], isPlain: true).contains("有 1 处与批准的不同"))
    #expect(try told([link], isPlain: true).contains("标题和文字与批准的一致"))
    #expect(try told([link], isPlain: false).contains("有 1 处与批准的不同"))
  }

  @Test func `who may not issue a permit is told the rule`() throws {
    let markup = try markup(submission(.approved), [])
    #expect(markup.contains("审核人不能发布") && !markup.contains("/permits\""))
  }

  @Test func `a difference is told in place`() throws {
    var submission = submission(.published)
    submission.permits = [permit(.consumed)]
    let difference = ContentDifference(part: .text, index: 0, approved: "八点", found: "九点")
    submission.publications = [
      Publication(
        id: ID("pub_1"),
        permit: ID("prm_1"),
        channel: "wechat",
        publisher: ID("usr_1"),
        at: now,
        address: "javascript:alert(1)",
        externalID: "",
        state: .live,
        verifications: [
          Verification(
            at: now,
            by: ID("usr_1"),
            outcome: .differs,
            contentDigest: nil,
            differences: [difference]
          )
        ]
      )
    ]
    let markup = try markup(submission, [.verifyPublication, .retract])
    #expect(markup.contains("<del>八</del><ins>九</ins>点") && markup.contains("第 1 段"))
    #expect(!markup.contains("href=\"javascript"))
    #expect(markup.contains("/verifications\"") && markup.contains("/retraction\""))
  }
}

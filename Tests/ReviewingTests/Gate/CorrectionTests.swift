import ReviewSupport
import Reviewing
import Testing

/// A slip of the pen goes the short way; anything else goes all the way.
struct CorrectionTests {
  private static let text = "门诊时间调整为上午8点，孕妇不宜空腹，请提前电话预约就诊。"

  @Test(arguments: [
    ("门诊时间调整为上午8点，孕妇不宜空腹，请提前电话预约就医。", true),
    ("门诊时间调整为上午8点，孕妇不宜空腹，请提前电话预约就诊", true),
    ("门诊时间调整为上午9点，孕妇不宜空腹，请提前电话预约就诊。", false),
    ("门诊时间调整为上午8时，孕妇不宜空腹，请提前电话预约就诊。", false),
    ("门诊时间调整为上午8点，孕妇宜空腹，请提前电话预约就诊。", false),
    ("门诊时间有调整，请关注后续通知，特此说明，给您带来不便敬请谅解。", false),
  ])
  func `the way is as long as the change is grave`(_ new: String, _ isShort: Bool) throws {
    var first = try Course(TestDraft { $0.text = Self.text })
    try first.isApproved()
    try first.isPublished()
    let draft = TestDraft { $0.text = new }
    var next = try Course(Hospital(), draft, after: [first.submission], .corrects)
    try next.submits()
    #expect(next.submission.stages == (isShort ? ["second"] : ["first", "second"]))
  }

  @Test func `a correction of an escalated matter goes to leadership, however small`() throws {
    var first = try Course(
      TestDraft {
        $0.text = Self.text
        $0.form.concerns = [.media]
      }
    )
    try first.isApproved()
    try first.isPublished()
    let draft = TestDraft { $0.text = Self.text + "。" }
    var next = try Course(Hospital(), draft, after: [first.submission], .corrects)
    try next.submits()
    #expect(next.submission.stages == ["second", "leadership"])
  }

  @Test func `another place is no small correction`() throws {
    var first = try Course(TestDraft { $0.text = Self.text })
    try first.isApproved()
    try first.isPublished()
    let draft = TestDraft {
      $0.text = Self.text + "。"
      $0.channels = ["website"]
    }
    var next = try Course(Hospital(), draft, after: [first.submission], .corrects)
    try next.submits()
    #expect(next.submission.stages == ["first", "second"])
  }
}

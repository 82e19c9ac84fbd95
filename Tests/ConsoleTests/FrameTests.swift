import Console
import Linting
import Reporting
import Reviewing
import Testing

struct FrameTests {
  /// A quote before a combining mark is one `Character` and no less a quote.
  static let payload = "\"\u{301}><script>alert(1)</script>'&"

  static func frame(
    _ language: Language = .zh,
    roles: Set<Role> = Set(Role.allCases),
    mayCheck: Bool = true
  ) -> Frame {
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    let user = User(
      id: ID("usr_1"),
      name: "qian",
      displayName: "钱立" + payload,
      department: ID("dep_1"),
      roles: roles,
      createdAt: now
    )
    return Frame(
      words: Words(language),
      viewer: Viewer(user: user, csrfToken: "token"),
      assets: Assets([:]),
      address: "/queue?text=" + percentEncoded(payload),
      now: now,
      notice: nil,
      mayCheck: mayCheck,
      formKey: { "key-of-a-form-1" }
    )
  }

  @Test(arguments: Language.allCases)
  func `no text of anybody becomes markup`(language: Language) {
    let page = DraftListPage(lines: [], state: nil, text: Self.payload, next: nil)
    let markup = Self.frame(language).html(page).markup
    #expect(!markup.contains("<script>") && markup.contains("&quot;\u{301}&gt;&lt;script&gt;"))
    #expect(markup.contains("<html lang=\"\(language == .zh ? "zh-CN" : "en")\""))
  }

  @Test func `a form shows its session, its key and the version it was made from`() {
    let form = Self.frame().form(.post, "/v1/drafts", version: 7, next: "/queue") { "" }.markup
    #expect(form.contains("action=\"/do/post/v1/drafts\""))
    for part in [
      "name=\"_csrf\" value=\"token\"", "name=\"_key\"", "name=\"_version\" value=\"7\"",
    ] {
      #expect(form.contains(part), "\(part)")
    }
  }

  @Test func `the navigation offers what a role has use for`() {
    let page = QueuePage(waiting: [], mine: [])
    let writer = Self.frame(roles: [.submitter]).html(page).markup
    #expect(writer.contains("href=\"/drafts\"") && !writer.contains("href=\"/users\""))
    let admin = Self.frame(roles: [.administrator]).html(page).markup
    #expect(admin.contains("href=\"/users\"") && !admin.contains("href=\"/publishing\""))
  }

  @Test func `the check is offered to those whom it serves`() {
    for mayCheck in [true, false] {
      let frame = Self.frame(mayCheck: mayCheck)
      let pages = [frame.html(SignInPage(next: "/queue")), frame.html(CheckPage(isOpen: mayCheck))]
      #expect(pages[0].markup.contains("href=\"/check\"") == mayCheck)
      #expect(pages[1].markup.contains("id=\"check-rich\"") == mayCheck)
    }
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", " https://a.cn", "//a.cn"])
  func `an address that is not of the web is no link`(address: String) {
    #expect(!Self.frame().outwardLink(address).markup.contains("<a"))
  }
}

import Console
import Foundation
import Linting
import Reporting
import Reviewing
import Testing

/// The pages of those who look after the gate, with names that would be markup.
struct AdminPageTests {
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)
  private static let bad = FrameTests.payload
  private static let department = Department(id: ID("dep_" + bad), key: "k", name: "科室" + bad)

  private static let user = User(
    id: ID("usr_" + bad),
    name: "lin" + bad,
    displayName: "林" + bad,
    department: department.id,
    roles: [.submitter, .leader],
    createdAt: now
  )

  private static let token = APIToken(
    id: ID("tok_" + bad),
    hash: Digest(of: []),
    user: user.id,
    name: "采编" + bad,
    scopes: [.read],
    createdAt: now,
    expiresAt: now.adding(hours: 24)
  )

  private static func column(_ days: Int?, last: Int?) -> (column: Column, freshness: Freshness) {
    let column = Column(
      id: ID("col_" + bad),
      key: "news",
      name: "动态" + bad,
      owner: department.id,
      freshnessDays: days
    )
    let moment = last.map { now.adding(hours: -24 * $0) }
    return (column, column.freshness(since: moment, at: now))
  }

  private static func version(_ number: Int, _ policy: Policy, isActive: Bool) -> PolicyVersion {
    PolicyVersion(
      number: number,
      policy: policy,
      proposer: ID("usr_2"),
      proposedAt: now,
      activator: isActive ? user.id : nil,
      activatedAt: isActive ? now : nil
    )
  }

  private static var policies: PoliciesPage {
    var next = Policy.township
    next.permitMinutes = 45
    next.stages[0].title = Localized("初审" + bad, "first" + bad)
    let active = version(1, .township, isActive: true)
    return PoliciesPage(
      active: active,
      versions: [active, version(2, next, isActive: false)],
      names: [user.id: user.displayName, ID("usr_2"): "钱" + bad],
      staffing: .init(
        problems: next.staffingProblems(users: [user], departments: [department]),
        departments: [department],
        department: department,
        steps: next.steps(for: department, among: [user])
      ),
      obstacles: [:]
    )
  }

  private static var audit: AuditPage {
    let event = AuditEvent(
      at: now,
      doer: .init(user: user.id, displayName: bad, means: bad, address: bad, requestID: bad),
      action: "review.approve",
      subject: .init(kind: "draft", id: bad, revision: 2),
      data: ["note": .string(bad)]
    )
    return AuditPage(
      entries: [AuditChain.entry(for: event, after: nil)],
      names: [bad: "标题" + bad],
      subject: bad,
      before: 7,
      isFirst: false
    )
  }

  private static func statistics() throws -> StatisticsPage {
    var row = ReviewStatistics.Row(key: department.id.value)
    row.submitted = 8
    row.returned = 2
    row.published = 3
    row.errors = 6
    row.thousandsOfCharacters = 4
    let today = try #require(now.dayInChina)
    let times = [90, 150, 5000].map { Int64($0) * 60_000 }
    let taken = ReviewStatistics.turnarounds(of: ["": times, row.key: times, "first": times])
    return StatisticsPage(
      statistics: ReviewStatistics(
        departments: [row],
        columns: [row],
        stages: taken.filter { $0.key == "first" },
        publications: taken.filter { $0.key != "first" }
      ),
      period: .init(from: today, until: today),
      today: today,
      names: [row.key: "公卫科" + bad],
      stages: ["first": Localized("初审" + bad, "first" + bad)]
    )
  }

  private static func pages() throws -> [any Page] {
    [
      UsersPage(users: [user], departments: [department]),
      NewUserPage(departments: [department]),
      UserPage(user: user, departments: [department], tokens: [token]),
      SignInLinkShownPage(user: user, address: "https://a.cn/" + bad, expiresAt: now),
      TokensPage(tokens: [token]), TokenShownPage(name: bad, secret: bad, expiresAt: now),
      MePage(user: user, department: bad),
      ColumnsPage(
        columns: [column(14, last: 20), column(nil, last: nil)],
        departments: [department]
      ),
      ColumnFormPage(column: column(3, last: 1).column, departments: [department]), policies,
      PolicyPage(version: version(1, .center, isActive: true)), ProposalPage(policy: .center),
      audit,
      try statistics(),
      RulesPage(rules: [], filter: .init(text: bad, group: nil, severity: .error)),
      ProblemListPage(problems: []),
    ]
  }

  @Test(arguments: Language.allCases)
  func `no name becomes markup, and nothing is styled or run in place`(language: Language) throws {
    let frame = FrameTests.frame(language)
    for page in try Self.pages() {
      let markup = frame.html(page).markup
      #expect(!markup.contains("<script>"), "\(type(of: page))")
      #expect(!markup.contains("style=\""), "\(type(of: page))")
      #expect(page.title(in: frame).isEmpty == false)
    }
  }

  @Test func `a column is told to be late by as many days as it is`() {
    let markup = FrameTests.frame()
      .html(ColumnsPage(columns: [Self.column(14, last: 20)], departments: [Self.department]))
      .markup
    #expect(markup.contains("超期 6 天") && markup.contains("1 个栏目该更新了"))
    let fine = FrameTests.frame()
      .html(ColumnsPage(columns: [Self.column(14, last: 14)], departments: [Self.department]))
      .markup
    #expect(fine.contains("按时") && fine.contains("没有超期的栏目"))
  }

  @Test func `what a proposal would change is told in words, and nothing else of it`() throws {
    let markup = FrameTests.frame().html(Self.policies).markup
    let old = try #require(markup.range(of: "发布许可 120 分钟内有效</del>"))
    let new = try #require(markup.range(of: "发布许可 45 分钟内有效</ins>"))
    #expect(old.lowerBound < new.lowerBound)
    #expect(!markup.contains("审核通过后 168 小时内发布</ins>"))
  }

  /// A change that no sentence tells would be activated unseen.
  @Test func `whatever a policy says is told`() throws {
    let changes: [(inout Policy) -> Void] = [
      { $0.title = Localized("新", "new") }, { $0.stages.removeLast() },
      { $0.stages[0].key = "zero" },
      { $0.stages[0].title = Localized("新", "new") }, { $0.stages[0].condition = .secrecy },
      { $0.stages[0].voters.roles = [.leader] }, { $0.stages[0].voters.sameDepartment = true },
      { $0.stages[0].approvals += 1 }, { $0.stages[0].checklist.removeLast() },
      { $0.stages[0].dueHours += 1 }, { $0.urgentStages.removeLast() },
      { $0.correctionStages.append("first") }, { $0.separation = .smallUnit },
      { $0.waivers.warning = [.leader] }, { $0.waivers.error = [.leader] },
      { $0.waivers.groups["title"] = [] }, { $0.waivers.evidence.insert("title") },
      { $0.waivers.defaultDays += 1 }, { $0.waivers.maximumDays += 1 },
      { $0.waivers.second["title"] = [.leader] }, { $0.approvalHours += 1 },
      { $0.urgentApprovalHours += 1 }, { $0.permitMinutes += 1 }, { $0.correctionLimit += 1 },
      { $0.classApprovalHours["news"] = 3 }, { $0.confirmationHours = 7 },
      { $0.secrecy.classes.insert("news") }, { $0.secrecy.concerns = [] },
    ]
    for (number, change) in changes.enumerated() {
      var next = Policy.township
      change(&next)
      let page = PoliciesPage(
        active: Self.version(1, .township, isActive: true),
        versions: [Self.version(2, next, isActive: false)],
        names: [:],
        staffing: nil,
        obstacles: [:]
      )
      let markup = FrameTests.frame().html(page).markup
      #expect(markup.contains("<ins>") || markup.contains("<del>"), "change \(number)")
    }
  }

  @Test func `rates are those of the numbers beside them`() throws {
    let markup = FrameTests.frame().html(try Self.statistics()).markup
    #expect(markup.contains(">25%<") && markup.contains(">1.5<"))
    #expect(markup.contains(">2.5 小时<") && markup.contains(">3 天 11 小时<"))
    #expect(markup.contains("2.5 / 83.3"))
  }

  @Test func `an audit page leads to what came before, of the same subject`() {
    let markup = FrameTests.frame().html(Self.audit).markup
    #expect(markup.contains("/audit?before=7&amp;subject="))
    #expect(markup.contains("审核通过"))
  }

  @Test func `an entry is told in words`() {
    let event = AuditEvent(
      at: Self.now,
      doer: .init(user: nil, displayName: "林", means: "command_line", address: "", requestID: "r"),
      action: "permit.issue",
      subject: .init(kind: "draft", id: "drf_1", revision: 2),
      data: ["channel": .string("wechat"), "late": .bool(false), "rule": .string(Self.bad)]
    )
    let page = AuditPage(
      entries: [AuditChain.entry(for: event, after: nil)],
      names: [:],
      subject: "",
      before: nil,
      isFirst: true
    )
    let markup = FrameTests.frame().html(page).markup
    for text in ["在服务器上用命令", "渠道", "微信公众号", "逾期", "否"] {
      #expect(markup.contains(text), "\(text)")
    }
    #expect(!markup.contains("command_line") && !markup.contains("<script>"))
  }

  @Test func `what verification has found wrong has no tick`() {
    for kind in [AuditFault.Kind.missingAnchors, .forgedCheckpoint, .edited] {
      let report = AuditReport(
        chain: "c",
        entries: 3,
        checkpoints: 0,
        anchors: 0,
        restorations: [],
        codeSequence: nil,
        faults: [AuditFault(kind, at: 0)]
      )
      let page = AuditResultPage(
        report: report,
        checkpoints: [],
        isReader: true,
        code: .none
      )
      let markup = FrameTests.frame().html(page).markup
      #expect(markup.ranges(of: "✓").count == 2 && markup.ranges(of: "✗").count == 1, "\(kind)")
    }
  }

  @Test func `nobody is said to have activated the first policy`() {
    var version = Self.version(1, .township, isActive: true)
    version.activator = version.proposer
    let page = PoliciesPage(
      active: version,
      versions: [version],
      names: [version.proposer: "钱立"],
      staffing: nil,
      obstacles: [:]
    )
    #expect(FrameTests.frame().html(page).markup.contains("由初始化程序于"))
  }
}

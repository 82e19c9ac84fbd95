import Linting
import Testing

@testable import Rules

/// The class of a draft, as it says itself or as it looks.
@Suite struct DocumentClassTests {
  private func classOf(_ draft: String) throws -> (kind: DocumentClass.Kind?, isDeclared: Bool) {
    for kind in DocumentClass.Kind.allCases {
      for isDeclared in [true, false] {
        let probe = Probe { scanned in
          let own = try scanned.fact(DocumentClass.self)
          return own.kind == kind && own.isDeclared == isDeclared ? [0..<1] : []
        }
        if try !probe.findings(in: draft).isEmpty { return (kind, isDeclared) }
      }
    }
    return (nil, false)
  }

  @Test(arguments: [
    ("---\nclass: kepu\n---\n\n# 停诊通知", DocumentClass.Kind.kepu),
    ("---\nclass: 通知公告\n---\n\n正文。", .notice),
    ("---\ncolumn: 健康科普\n---\n\n正文。", .kepu),
    ("# 夏季防蚊\n\n栏目：医院动态\n\n正文。", .news),
    ("# 开业\n\n正文。\n\n（某）医广【2025】第03-12-001号", .ad),
  ]) func `a draft may tell its class`(_ draft: String, _ kind: DocumentClass.Kind) throws {
    let found = try classOf(draft)
    #expect(found.kind == kind)
    #expect(found.isDeclared)
  }

  @Test(arguments: [
    ("# 关于国庆期间停诊的通知\n\n正文。", DocumentClass.Kind.notice),
    ("# 2026年公开招聘公告\n\n正文。", .recruit),
    ("# 电梯维保采购公告\n\n正文。", .procure),
    ("# 拟聘用人员名单公示\n\n正文。", .publicity),
    ("# 我院举办冬季急救培训班\n\n正文。", .news),
    ("# 高血压怎么防？\n\n正文。", .kepu),
    ("# 心内科简介\n\n正文。", .service),
    ("# 慢性病管理办法解读\n\n正文。", .policy),
    ("# 各科室\n\n明日停电。\n\n青禾镇卫生院\n\n2026年3月1日", .notice),
  ]) func `a class is guessed from how a draft looks`(_ draft: String, _ kind: DocumentClass.Kind)
    throws
  {
    let found = try classOf(draft)
    #expect(found.kind == kind)
    #expect(!found.isDeclared)
  }

  @Test func `a draft may be of no class that shows`() throws {
    #expect(try classOf("# 老院长的药箱\n\n那是一只木头箱子。").kind == nil)
  }

  @Test func `a guess lowers a severity and raises none`() throws {
    let severities = ClassSeverities([.kepu: .lower, .ad: .to(.error), .news: .silent])
    func severity(_ listed: Severity, _ draft: String) throws -> Severity? {
      var found: Severity?
      for candidate in Severity.allCases {
        let probe = Probe { scanned in
          let own = try scanned.fact(DocumentClass.self)
          return severities.severity(listed, in: own) == candidate ? [0..<1] : []
        }
        if try !probe.findings(in: draft).isEmpty { found = candidate }
      }
      return found
    }
    #expect(try severity(.error, "# 高血压怎么防？\n\n正文。") == .warning)
    #expect(try severity(.warning, "---\nclass: ad\n---\n\n正文。") == .error)
    #expect(try severity(.warning, "# 我院举办培训班\n\n正文。") == nil)
    #expect(try severity(.warning, "# 老院长的药箱\n\n木头箱子。") == .warning)
  }
}

import Linting
import Reading
import TestSupport
import Testing

@testable import Rules

/// Whole drafts, as the handbook of compliance has them: what must be found, and what must not.
@Suite struct ClaimRuleTests {
  /// The rules of the claims that speak of a draft.
  private func rules(in draft: String) throws -> [String: [Finding]] {
    guard let today = Day(year: 2025, month: 3, day: 10) else { return [:] }
    let own = ruleset.rules.filter { rule in
      ["advert/", "health-claim/", "dignity/"].contains { rule.info.id.hasPrefix($0) }
    }
    let linter = try ruleset.linter(of: own, options: .init(today: today), cacheFolder: nil)
    let report = linter.lint(draft, as: .markdown)
    try #require(report.error == nil)
    return Dictionary(grouping: report.findings, by: \.rule)
  }

  @Test func `a sensational text of health education is flagged throughout`() throws {
    let found = try rules(
      in: """
        ---
        class: kepu
        column: 健康科普
        department: 内一科
        original: true
        ---
        # 震惊!三天根治高血压,医生绝对不会告诉你的秘密
        文:小编
        研究表明,酸性体质是高血压的根源。喝醋能软化血管,坚持三个月高血压就能停药。

        我国高血压患病率为27.5%。我科采用最先进的设备,治愈率达95%,咨询热线:0311-12345678。
        """
    )
    let expected = [
      "advert/absolute-term", "advert/contact-in-kepu", "advert/cure-rate",
      "advert/efficacy-guarantee", "health-claim/author-credential-missing",
      "health-claim/date-missing", "health-claim/fear-mongering", "health-claim/misinformation",
      "health-claim/reviewer-missing",
    ]
    for rule in expected { #expect(found[rule] != nil, "\(rule)") }
    #expect(found["health-claim/misinformation"]?.map(\.term) == ["M001", "M007", "M014"])
    #expect(found["advert/cure-rate"]?.first?.escalation == .leadership)
  }

  @Test func `a sound text of health education is left alone`() throws {
    let found = try rules(
      in: """
        ---
        class: kepu
        column: 健康科普
        author: 心血管内科 副主任医师 李敏
        reviewer: 心血管内科 主任医师 周强
        publish: 2025-03-10
        audience: 成人
        source: 本院心血管内科
        ---
        # 血压多少算高
        高血压能根治吗?目前多数高血压不能根治,但可以控制。网传“喝醋软化血管”没有科学依据。

        《中国高血压防治指南(2024年修订版)》[1]以诊室血压不低于140/90 mmHg作为诊断标准。测量血压的最佳时间是清晨服药前。

        出现剧烈头痛、胸痛,最好立即拨打120。不要自行停药。
        """
    )
    #expect(found.keys.sorted() == [])
  }

  @Test func `a suicide is neither described nor left without help`() throws {
    let found = try rules(in: "近日一名学生因考试失利跳楼轻生,记者还原全过程。")
    #expect(found["dignity/suicide-method"]?.first?.escalation == .leadership)
    #expect(found["dignity/suicide-hotline"] != nil)
  }

  @Test func `what hospitals rightly say is left alone`() throws {
    let found = try rules(in: Self.sound.joined(separator: "\n\n"))
    #expect(found.mapValues { $0.map(\.message.zh) } == [:])
  }

  private static let sound = [
    "此次引进的3.0T磁共振是目前临床常用的设备，可为疑难病例提供更清晰的影像资料。",
    "感染幽门螺杆菌后，规范的四联疗法根除率可达85%以上。",
    "危重患者由120转运至县医院康复科，外八字步态的患儿请到骨科评估。",
    "激素药膏不要长期使用，三伏贴并非人人适合，红枣补血效果有限。",
    "化妆品过敏的治疗：立即停用可疑化妆品，到皮肤科就诊。",
    "各科室要立即开展自查，确保万无一失，医务人员职业暴露零感染。",
    "最低价中标的，按评标办法执行，最高限价50万元。",
    "患者术后恢复良好，两周后痊愈出院。",
    "电子烟同样危害健康，青少年应远离电子烟。",
    "捂汗退热不可取，鼻出血时不要仰头，捏住鼻翼5至10分钟。",
    "请到正规医院就诊，不要相信网上的祖传秘方和神医。",
    "夏季注意防暑，我们的生活该如何安排，肾结石女性患者注意饮水。",
    "心智障碍者和脑瘫儿童享受免费康复项目，当归西洋参不宜同服。",
    "对不配合检查的患儿，护士们耐心安抚，高龄产妇请按时产检。",
    "手术费用因人而异，最大限度减少出血，最大程度保留器官功能。",
  ]
}

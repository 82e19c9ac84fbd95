import FoundationEssentials
import Linting
import Reading
import TestSupport
import Testing

@testable import Rules

/// A server judges for months with the lists that it has read at its start.
@Suite struct OwnListDayTests {
  private static let list = """
    # title: 试用词表
    # effective: 2026-11-20
    # expires: 2026-12-10
    # columns: term category level scope variants allow replacement expires
    坐诊\t用语\t警告\t\t\t\t\t2026-12-01
    周六\t用语\t警告
    """

  @Test func `lists and entries hold by the day of the draft`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-lists-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.list.utf8).write(to: folder.appendingPathComponent("own.txt"))
    let configuration = try Configuration(
      parsing: "lists: [own.txt]",
      path: folder.appendingPathComponent("hegui.yml").path
    )
    let start = try #require(Day(year: 2026, month: 11, day: 30))
    let linter = try ruleset.linter(
      of: try configuration.configured(OperatorTerms.all + ListStates.all),
      options: .init(today: start),
      cacheFolder: nil
    )
    func found(_ month: Int, _ day: Int) throws -> [String] {
      let day = try #require(Day(year: 2026, month: month, day: day))
      let draft = Array("# 门诊\n\n周六坐诊。\n".utf8)
      return linter.judging(on: day, as: nil).lint(path: "a.md", bytes: draft, format: .markdown)
        .findings.map(\.rule)
    }
    #expect(try found(11, 19) == ["sensitive/list-not-loaded"])
    #expect(try found(11, 30) == ["sensitive/operator-list", "sensitive/operator-list"])
    #expect(try found(12, 1) == ["sensitive/operator-list"])
    #expect(try found(12, 10) == ["sensitive/list-expired"])
  }
}

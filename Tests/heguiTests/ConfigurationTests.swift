import Linting
import Reading
import Rules
import Testing

@testable import hegui

@Suite struct ConfigurationTests {
  @Test func `all keys are read`() throws {
    let configuration = try Configuration(
      parsing: """
        profile: govmedia
        rules:
          title/length: { severity: warning, limit: 30, mode: half, words: [一, 二], strict: true }
          slang: off
          character: suggestion
        packs: [ours.yml]
        lists:
          - words.txt
          - { path: /abs/words.txt, severity: error, escalation: leadership, category: 领导人 }
        allow: 一带一路
        ignore: [old/, "*.txt"]
        columns:
          健康科普: kepu
          医院动态: { class: news, department: 宣传科 }
        limits: { file-bytes: 5_000, depth: 6, findings: 7 }
        """,
      path: "conf/hegui.yml"
    )
    #expect(configuration.profile == .govmedia)
    #expect(configuration.rules.map(\.name) == ["title/length", "slang", "character"])
    #expect(configuration.rules[0].level == .on(.warning))
    #expect(
      configuration.rules[0].options
        == [
          "limit": .int(30), "mode": .string("half"), "words": .strings(["一", "二"]),
          "strict": .bool(true),
        ]
    )
    #expect(configuration.rules[1].level == .off)
    #expect(configuration.severities == ["title/length": .warning, "character": .suggestion])
    #expect(configuration.packs == ["conf/ours.yml"])
    #expect(configuration.lists.map(\.path) == ["conf/words.txt", "/abs/words.txt"])
    #expect(configuration.lists[1].escalation == .leadership)
    #expect(configuration.allow == ["一带一路"])
    #expect(configuration.ignore == ["old/", "*.txt"])
    #expect(configuration.columns["健康科普"]?.draftClass == "kepu")
    #expect(configuration.columns["医院动态"]?.department == "宣传科")
    #expect(configuration.limits.fileBytes == 5_000)
    #expect(configuration.limits.depth == 6)
    #expect(configuration.maximumFindings == 7)
  }

  @Test(arguments: ["", "\n\n", "# 只有说明\n"]) func `a file without settings is fine`(text: String)
    throws
  {
    #expect(try Configuration(parsing: text, path: "hegui.yml").rules.isEmpty)
  }

  @Test(
    arguments: [
      ("profil: wechat", "hegui.yml:1: unknown key \"profil\", did you mean \"profile\"?"),
      ("profile: weixin", "hegui.yml:1: "),
      ("ignore: []\nignore: []", "hegui.yml:"),
      ("rules:\n  title/length: eror", "hegui.yml:2: \"eror\" is not a severity"),
      ("rules:\n  title/length:\n    limit: { a: 1 }", "hegui.yml:3: "),
      ("rules: [a]", "hegui.yml:1: "), ("lists: words.txt", "hegui.yml:1: "),
      ("lists:\n  - { path: a, severty: error }", "hegui.yml:2: unknown key \"severty\""),
      ("columns:\n  科普: kepuu", "hegui.yml:2: "), ("limits: { depth: 0 }", "hegui.yml:1: "),
      ("limits: { depth: deep }", "hegui.yml:1: "), ("limits: { depth: \"5\" }", "hegui.yml:1: "),
      ("ignore: [a\nb: 2", "hegui.yml:"),
      ("- a", "hegui.yml:1: "), ("allow: [\"\"]", "hegui.yml:1: "),
    ]
  )
  func `what is wrong is named with its line`(text: String, message: String) {
    let error = #expect(throws: RulePackError.self) {
      try Configuration(parsing: text, path: "hegui.yml")
    }
    #expect(error?.english.hasPrefix(message) ?? false, "\(String(describing: error))")
  }

  @Test(
    arguments: [
      ("profil: wechat", "hegui.yml:1: 没有键「profil」，是不是「profile」？（"),
      ("rules:\n\ttitle: off", "hegui.yml:2: YAML 有误：这里不能用这个字符：缩进要用空格，不能用制表符"),
      ("ignore: [a\nb: 2", "hegui.yml:2: YAML 有误：方括号没有配对，或者少了逗号（"),
      ("profile: \"wechat", "hegui.yml:1: YAML 有误：引号没有配对"),
      ("limits: { depth: 0 }", "hegui.yml:1: 「depth」要大于 0（"),
    ]
  )
  func `what is wrong is told in Chinese first, with what to do`(text: String, message: String) {
    let error = #expect(throws: RulePackError.self) {
      try Configuration(parsing: text, path: "hegui.yml")
    }
    #expect(error?.description.hasPrefix(message) ?? false, "\(String(describing: error))")
  }

  @Test func `a rule, group or option that there is not is named with its line`() throws {
    let rules: [any Rule] = [Sample()]
    func message(_ text: String) throws -> String {
      let configuration = try Configuration(parsing: text, path: "hegui.yml")
      let error = #expect(throws: RulePackError.self) {
        try configuration.configured(rules)
      }
      return error?.english ?? ""
    }
    #expect(
      try message("rules:\n  titel/sample: off")
        == "hegui.yml:2: there is no rule or group \"titel/sample\", did you mean \"title/sample\"?"
    )
    #expect(
      try message("rules:\n  title/sample:\n    limt: 3")
        == "hegui.yml:3: title/sample has no option \"limt\", did you mean \"limit\"?"
    )
    #expect(
      try message("rules:\n  title/sample:\n    colour: 3")
        == "hegui.yml:3: title/sample has no option \"colour\", known are limit, severity"
    )
    #expect(
      try message("rules:\n  title/sample:\n    limit: -3")
        == "hegui.yml:3: \"limit\" of title/sample is a whole number from 1 to 1000000"
    )
    #expect(
      try message("rules:\n  title/sample:\n    limit: many")
        == "hegui.yml:3: \"limit\" of title/sample is a whole number from 1 to 1000000"
    )
    #expect(
      try message("rules:\n  title: { limit: 3 }").hasPrefix("hegui.yml:2: a group has no option")
    )
  }

  @Test func `an id wins over its group`() throws {
    func names(_ text: String) throws -> [String] {
      try Configuration(parsing: text, path: "hegui.yml").configured([Sample()])
        .map(\.info.id)
    }
    #expect(try names("rules: { title: off }").isEmpty)
    #expect(try names("rules: { title: off, title/sample: warning }") == ["title/sample"])
    #expect(try names("rules: { title/sample: off }").isEmpty)
  }

  @Test(arguments: [(0, 1970, 1, 1), (59, 1970, 3, 1), (19_782, 2024, 2, 29), (20_513, 2026, 3, 1)])
  func `days are counted from 1970`(days: Int, year: Int, month: Int, day: Int) {
    #expect(Day(ordinal: days) == Day(year: year, month: month, day: day))
  }
}

private struct Sample: Rule {
  var limit = 20

  let info = RuleInfo(
    id: "title/sample",
    summary: Localized("示例", "sample"),
    why: Localized("示例", "sample"),
    basis: [],
    severity: .error
  )

  let cases: [RuleCase] = []

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.limit = options.int("limit") ?? limit
    return rule
  }

  func check(_ draft: ScannedDraft) -> [Finding] { [] }
}

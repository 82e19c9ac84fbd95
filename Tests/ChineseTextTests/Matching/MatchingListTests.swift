import Testing

@testable import ChineseText

@Suite struct MatchingListTests {
  @Test(arguments: [
    ("# fodl: width\n甲", "rules/x.txt:1: unknown key \"fodl\", did you mean \"fold\"?"),
    (
      "# fold: widht\n甲",
      "rules/x.txt:1: unknown value \"widht\" of \"fold\", did you mean \"width\"?"
    ),
    (
      "# skip: symbols\n# skip: symbols\n甲",
      "rules/x.txt:2: the key \"skip\" stands twice, remove one"
    ),
    ("甲\t乙\tX", "rules/x.txt:1: unknown certainty \"X\", write E, W or S"),
    ("甲\n乙\n甲\t丙", "rules/x.txt:3: \"甲\" stands in line 1 already, remove one"),
    ("甲\n+甲", "rules/x.txt:2: \"甲\" stands in line 1 already, remove one"),
    ("甲\n\t乙\tE", "rules/x.txt:2: the entry has no term, write one or remove the line"),
    ("甲\n+", "rules/x.txt:2: the entry has no term, write one or remove the line"),
    (
      "帐号 账号 E",
      "rules/x.txt:1: the columns are not parted by tabs, put one tab between them"
    ),
    (
      "甲\n--",
      "rules/x.txt:2: \"--\" has only characters that are skipped, or too many, so it would never be found"
    ),
    (
      "甲\t乙\tE\t非前{丙}",
      "rules/x.txt:1: cannot read the guard \"非前{丙}\", "
        + "write ¬前{…} ¬后{…} 须前{…} 须后{…} ¬词{…} ¬句{…} 须句{…} "
        + "or a NAME that a header line tells: # guard NAME: ¬句{…}"
    ),
  ])
  func `a broken list says where, what and what to do`(text: String, message: String) {
    let list = TermList(name: "x", file: "rules/x.txt", bytes: Array(text.utf8))
    let error = #expect(throws: TermListError.self) {
      try TermMatcher(lists: [list], lexicon: nil, cacheFolder: nil)
    }
    #expect(error?.description == message)
  }

  @Test func `header, comments, blank lines, line ends and a mark at the start are fine`() throws {
    let text =
      "\u{FEFF}# list: x\r\n# Made by hand: see the handbook\r\n# title: 例\r\n\r\n甲 \t乙\r\n# 丙：丁\r\n+甲乙\r\n丁"
    let list = TermList(name: "x", file: "x.txt", bytes: Array(text.utf8))
    let entries = try list.entries()
    #expect(entries.map(\.entry.term) == ["甲", "丁"])
    #expect(entries.map(\.entry.standard) == ["乙", ""])
    #expect(entries.map(\.line) == [5, 8])
    #expect(entries.map(\.entry.columns) == [[], []])
  }

  @Test func `a list may have other columns where it names them`() throws {
    let text = "# columns: term standard class field note more\nCT\t计算机断层扫描\tA\t影像\t-\t甲\n"
    let entries = try TermList(name: "x", file: "x.txt", bytes: Array(text.utf8)).entries()
    #expect(entries.map(\.entry.columns) == [["CT", "计算机断层扫描", "A", "影像", "-", "甲"]])
    #expect(entries.map(\.entry.certainty) == [.warning])
  }

  @Test func `a list without an entry is known at once`() {
    func hasEntries(_ text: String) -> Bool {
      TermList(name: "x", file: "x.txt", bytes: Array(text.utf8)).hasEntries
    }
    #expect(hasEntries("\u{FEFF}# list: x\n\n+甲乙\n 甲"))
    #expect(!hasEntries("") && !hasEntries("\u{FEFF}# list: x\n  \n+甲乙\t丙\r\n# 甲"))
  }

  private static let operators = """
    # meta: issuer=某市宣传处; version=2026-03; effective=2026-03-01; expires=2026-09-01; classification=内部
    # code\ttype\tpattern
    N6\tliteral\t坏词\terror\tescalate:leadership\t-\t-
    N3\tregex\t坏.{1,3}话\twarning\tacknowledge\t<规范表述>\t依据文件名
    X-NAME\tpair\t王晓名\terror\tescalate:leadership\t王晓明\t校对表
    +坏词典
    """

  @Test func `an organisation's list is read with its meta line`() throws {
    let list = try OperatorList(name: "own", file: "own.txt", bytes: Array(Self.operators.utf8))
    #expect(list.issuer == "某市宣传处" && list.version == "2026-03" && list.expires == "2026-09-01")
    #expect(list.expressions.map(\.pattern) == ["坏.{1,3}话"])
    #expect(list.expressions.map(\.line) == [4])
    let matcher = try TermMatcher(lists: [list.terms], lexicon: nil, cacheFolder: nil)
    #expect(matcher.found(in: "坏 词，坏*詞，坏词典，王晓名") == ["坏 词", "坏*詞", "王晓名"])
    let text = Array("坏词王晓名".utf8)
    let entries = matcher.hits(in: text, blocks: [])[0].map { matcher.entry(of: $0) }
    #expect(entries.map(\.replacement) == [nil, "王晓明"])
    #expect(entries.map(\.certainty) == [.error, .error])
    #expect(
      entries[0].columns == ["N6", "literal", "坏词", "error", "escalate:leadership", "-", "-"]
    )
  }

  @Test(arguments: [
    ("坏词", 1), ("N6\tliteral\t坏词", 1), ("N6\tword\t坏词\terror\ta\t-\t-", 1),
    ("N6\tliteral\t坏词\tbad\ta\t-\t-", 1), ("N6\tpair\t坏词\terror\ta\t-\t-", 1),
    ("# meta: expires=soon\nN6\tliteral\t坏词\terror\ta\t-\t-", 1),
  ])
  func `a broken list of an organisation says where`(text: String, line: Int) {
    let error = #expect(throws: TermListError.self) {
      try OperatorList(name: "own", file: "own.txt", bytes: Array(text.utf8))
    }
    #expect(error?.line == line)
  }

  @Test func `entries use guards that the header names`() throws {
    let list = """
      # columns: term standard certainty guards
      # guard WARNING: ¬句{谨防,骗局}；¬后{单位}
      刷单\t-\tW\tWARNING；须后{兼职}
      返利\t-\tW\tWARNING
      """
    let found = try matcher(list).found(in: "刷单兼职，返利。谨防刷单兼职返利。返利单位。")
    #expect(found == ["刷单", "返利"])
  }

  @Test(arguments: [
    ("# guard warning: ¬句{甲}\n乙", "rules/x.txt:1: \"warning\" cannot name a guard"),
    ("# guard A: 甲\n乙", "rules/x.txt:1: cannot read the guard"),
    ("# guard A: ¬句{甲}\n乙\t-\tW\tB", "rules/x.txt:2: cannot read the guard \"B\""),
  ])
  func `a guard that is not named well is told of`(_ text: String, _ message: String) {
    let list = TermList(name: "x", file: "rules/x.txt", bytes: Array(text.utf8))
    let error = #expect(throws: TermListError.self) { try list.validate() }
    #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
  }
}

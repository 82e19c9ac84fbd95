import Linting
import SourceText
import Testing

@Suite struct FixSelectionTests {
  private func finding(_ start: Int, _ end: Int, _ text: String, _ safety: Fix.Safety) -> Finding {
    let range = SourceRange(start, end)
    let fix = Fix(Localized("改", "fix"), safety, [Edit(range, text)])
    return Finding(
      rule: "wording/typo",
      severity: .error,
      message: Localized("错", "wrong"),
      range: range,
      fix: fix
    )
  }

  @Test func `unsafe fixes wait to be asked for`() {
    let findings = [finding(0, 1, "a", .safe), finding(2, 3, "b", .unsafe)]
    #expect(FixSelection(of: findings, unsafe: false).count == 1)
    #expect(FixSelection(of: findings, unsafe: true).count == 2)
  }

  @Test func `of fixes that touch, the first is made`() {
    let findings = [
      finding(0, 4, "a", .safe), finding(2, 6, "b", .safe), finding(6, 7, "c", .safe),
    ]
    let selection = FixSelection(of: findings, unsafe: false)
    #expect(selection.edits.map(\.text) == ["a", "c"])
    #expect(applying(selection.edits, to: Array("0123456789".utf8)) == Array("a45c789".utf8))
  }

  @Test func `fixes come in any order, and one edit mends several findings`() {
    let findings = [
      finding(8, 9, "d", .safe), finding(2, 3, "b", .safe), finding(5, 5, "c", .safe),
      finding(2, 3, "b", .safe), finding(4, 5, "x", .safe), finding(0, 2, "a", .safe),
      finding(3, 8, "y", .safe),
    ]
    let selection = FixSelection(of: findings, unsafe: false)
    #expect(selection.count == 5)
    #expect(applying(selection.edits, to: Array("0123456789".utf8)) == Array("ab34c567d9".utf8))
  }
}

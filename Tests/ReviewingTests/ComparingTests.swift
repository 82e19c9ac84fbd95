import Linting
import Reading
import Reviewing
import Testing

struct ComparingTests {
  @Test func `text changes are told code point by code point`() {
    let changes = textChanges(
      from: ofBlocks(["每日2次", "去掉", "照旧"]),
      to: ofBlocks(["每日3次", "照旧", "添上"])
    )
    #expect(changes.map(\.kind) == [.changed, .removed, .added])
    #expect(
      changes[0].parts.map { "\($0.kind) \($0.text)" } == [
        "equal 每日", "removed 2", "added 3", "equal 次",
      ]
    )
    #expect(changes[2].newIndex == 2 && changes[2].oldIndex == nil)
  }

  @Test func `a script turns any list into any other`() {
    var random = SplitMix(state: 9)
    for _ in 0..<3000 {
      let old = (0..<random.below(12)).map { _ in "\(random.below(4))" }
      let new = (0..<random.below(12)).map { _ in "\(random.below(4))" }
      var rebuilt = old
      for change in textChanges(from: ofBlocks(old), to: ofBlocks(new)).reversed() {
        if let place = change.oldIndex { rebuilt.remove(at: place) }
      }
      let kept = Set(
        textChanges(from: ofBlocks(old), to: ofBlocks(new)).compactMap(\.newIndex)
      )
      #expect(rebuilt == new.indices.filter { !kept.contains($0) }.map { new[$0] })
    }
  }

  @Test func `a slip of the pen is small, a number is not`() {
    let old = ofBlocks(["请代身份证，每日2次。"])
    let slip = Correction(from: old, to: ofBlocks(["请带身份证，每日2次。"]))
    #expect(slip.codePoints == 1 && slip.isSmall(limit: 5))
    #expect(!Correction(from: old, to: ofBlocks(["请代身份证，每日3次。"])).isSmall(limit: 5))
    #expect(!Correction(from: old, to: ofBlocks(["请代身份证，每日2片。"])).isSmall(limit: 5))
    #expect(!Correction(from: old, to: ofBlocks(["请代身份证，每日两次。"])).isSmall(limit: 5))
    #expect(!Correction(from: old, to: ofBlocks(["请带本人的身份证件，每日2次。"])).isSmall(limit: 3))
    #expect(Correction(from: old, to: old).codePoints == 0)
  }

  @Test func `author, date and images are never a slip of the pen`() {
    func with(_ author: String, _ image: String) -> CanonicalContent {
      CanonicalContent(
        title: "题",
        blocks: [],
        links: [],
        images: [.init(address: image, alternative: "")],
        metadata: ["author": author]
      )
    }
    let old = with("小杨", "1.jpg")
    #expect(Correction(from: old, to: old).isSmall(limit: 0))
    #expect(!Correction(from: old, to: with("小羊", "1.jpg")).isSmall(limit: 9))
    #expect(!Correction(from: old, to: with("小杨", "2.jpg")).isSmall(limit: 9))
  }

  @Test func `a change is layout, image text or content, and nothing is no change`() throws {
    let html = "<h1>题</h1><p>甲</p><img src=\"1.jpg\" alt=\"图\">"
    let cases: [(String, Revision.Change?)] = [
      (html, nil), ("<h1>题</h1><section><p>甲</p></section><img src=\"1.jpg\" alt=\"图\">", .layout),
      ("<h1>题</h1><p>甲</p><img src=\"1.jpg\" alt=\"照片\">", .imageText),
      ("<h1>题</h1><p>乙</p><img src=\"1.jpg\" alt=\"图\">", .content),
      ("<h1>题</h1><p>甲</p><img src=\"2.jpg\" alt=\"图\">", .content),
      ("<meta name=\"hegui:author\" content=\"小杨\">" + html, .content),
    ]
    let old = revision(try draft(html))
    for (text, change) in cases {
      #expect(Revision.Change(from: old, to: try draft(text)) == change, "\(text)")
    }
    var form = ReleaseForm()
    form.concerns = [.dispute]
    #expect(Revision.Change(from: old, to: try draft(html, form)) == .content)
  }

  @Test func `findings are new, fixed, moved or where they were`() {
    let old = [
      finding("a", 1, "甲"), finding("b", 2, "乙"), finding("c", 3, "丙"), finding("d", 4, "丁"),
    ]
    let new = [
      finding("a", 1, "甲"), finding("b", 5, "乙"), finding("x", 6, "丙"), finding("y", 7, "戊"),
    ]
    let comparison = FindingsComparison(from: old, to: new)
    #expect(comparison.unchanged.map(\.fingerprint) == ["a"])
    #expect(comparison.moved.map(\.fingerprint) == ["b", "x"])
    #expect(comparison.new.map(\.fingerprint) == ["y"])
    #expect(comparison.fixed.map(\.fingerprint) == ["d"])
  }

  private func ofBlocks(_ blocks: [String]) -> CanonicalContent {
    CanonicalContent(title: "题", blocks: blocks, links: [], images: [])
  }

  private func finding(_ fingerprint: String, _ line: Int, _ text: String) -> ReviewFinding {
    let place = ReviewFinding.Position(line: line, column: 1, byte: line * 10)
    return ReviewFinding(
      rule: "number/x",
      severity: .warning,
      escalation: nil,
      message: Localized("", ""),
      start: place,
      end: place,
      text: text,
      fingerprint: fingerprint,
      matched: Digest(of: text.utf8)
    )
  }

  private func draft(_ html: String, _ form: ReleaseForm = ReleaseForm()) throws -> RevisionDraft {
    RevisionDraft(
      manuscript: Manuscript(format: .html, text: html, column: ID("col_1"), channels: ["wechat"]),
      form: form,
      canonical: try content(ofHTML: html),
      check: CheckResult(
        verdict: .pass,
        findings: [],
        freezing: [],
        failure: nil,
        ruleset: "",
        title: nil,
        today: "2026-11-22",
        checkedAt: Timestamp(milliseconds: 0)
      ),
      note: ""
    )
  }

  private func revision(_ draft: RevisionDraft) -> Revision {
    Revision(
      number: 1,
      author: ID("usr_1"),
      at: Timestamp(milliseconds: 0),
      manuscript: draft.manuscript,
      form: draft.form,
      canonical: draft.canonical,
      change: .content,
      check: draft.check,
      note: ""
    )
  }
}

import Reading
import SourceText
import TestSupport
import Testing

@Suite struct ReadingLawTests {
  @Test func `no prose is lost and every run is its source, whatever the markup`() throws {
    for seed in 0..<3000 {
      let html = MarkupGenerator(seed: seed).page()
      let draft = try draft(html)
      let faults = conservationFaults(of: draft)
      guard draft.mapFaults.isEmpty, faults.isEmpty, blocksAreApart(draft) else {
        Issue.record("\(html.debugDescription) \(faults) \(draft.mapFaults)")
        return
      }
    }
  }

  @Test func `no prose of a corpus draft is lost`() throws {
    var count = 0
    for name in try namesOfFiles(in: Repository.corpus) {
      for (ending, format) in [("md", DraftFormat.markdown), ("html", .html), ("txt", .text)] {
        let path = "\(Repository.corpus)/\(name)/draft.\(ending)"
        guard let bytes = try? readFile(path) else { continue }
        let source = try decodeSource(path: path, bytes: bytes)
        let draft = try readDraft(source, as: format)
        let faults = conservationFaults(of: draft)
        #expect(faults.isEmpty, "\(path) \(faults.map(source.string(in:)))")
        #expect(draft.mapFaults.isEmpty, "\(path)")
        #expect(blocksAreApart(draft), "\(path)")
        count += 1
      }
    }
    #expect(count > 0)
  }

  /// Blocks ascend, parted by U+2029; spans lie in one block each.
  private func blocksAreApart(_ draft: Draft) -> Bool {
    var end: Int?
    for block in draft.blocks {
      guard !block.text.isEmpty, block.text.lowerBound == end.map({ $0 + 3 }) ?? 0 else {
        return false
      }
      end = block.text.upperBound
    }
    return draft.spans.allSatisfy { span in
      draft.blocks.contains { $0.text.clamped(to: span.text) == span.text }
    }
  }
}

/// Markup that no person writes, made of pieces that parsers trip over.
struct MarkupGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 7919 &+ 17 }

  func page() -> String {
    var copy = self
    var page = ""
    for _ in 0...copy.next(14) { page += Self.pieces[copy.next(Self.pieces.count)] }
    return page
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let elements =
    "p b section div span table tr td ul li a title textarea noscript svg h1 head body html pre "
    + "select option iframe template nav blockquote dl dt dd form frameset noframes object ruby rt "
    + "math SECTION x-y o:p plaintext script style"

  private static let pieces: [String] = {
    var pieces = elements.split(separator: " ").flatMap { ["<\($0)>", "</\($0)>"] }
    pieces += [
      "<span style=\"font-size:0\">", "<div hidden>", "<br>", "<br/>", "文字", "医院，", "a", " ",
      "\n", "\r\n", "&amp;", "&nbsp;", "&#20013;", "&nosuch;", "&", "<", ">", "< ", "a<3", "&b=2",
      "&#0;", "&lt", "<img src=\"甲>.png\">", "<a href='x?a&b'>", "<!-- 注 -->", "<!-->", "<!--->",
      "<![if x]>", "<![CDATA[块", "]]>", "</nosuch>", "<script>var x='甲<b>';</script>", "\u{0}",
      "\u{1}", "\u{FFFD}", "\u{FFFF}", "\u{FEFF}", "<?php 甲 ?>", "<?x", "<p <b>", "<a href=", "\"",
      "'", "=", "/>", "</", "<!", "<!doctype html>", "𠮷", "🧧", "<p title=\"甲\">", "</p x>",
      "</ p>", "<注意>", String(repeating: "中文，", count: 400), String(repeating: "x", count: 1005),
    ]
    return pieces
  }()
}

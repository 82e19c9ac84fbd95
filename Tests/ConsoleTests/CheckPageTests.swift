import Console
import Foundation
import Linting
import Reporting
import Testing

/// The self-check page and its scripts know each other by names.
struct CheckPageTests {
  private let scripts: [String: String]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../web").standardizedFileURL
    var scripts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where ["session.js", "encoding.js"].contains(name)
      || name.hasPrefix("check") && name.hasSuffix(".js")
    {
      scripts[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    self.scripts = scripts
  }

  private func found(_ pattern: Regex<(Substring, Substring)>) -> Set<String> {
    Set(scripts.values.flatMap { $0.matches(of: pattern).map { String($0.output.1) } })
  }

  @Test(arguments: Language.allCases)
  func `every element that the scripts look for is there once`(language: Language) {
    let page = CheckPage().body(in: FrameTests.frame(language)).markup
    let names = found(/"#(check-[a-z-]+)"/)
    #expect(names.count > 20)
    for name in names {
      #expect(page.ranges(of: "id=\"\(name)\"").count == 1, "\(name)")
    }
  }

  @Test func `what the scripts say is in the catalogue, and nothing else`() {
    let known = Set(CheckWord.allCases.map(\.rawValue) + CheckNotice.allCases.map(\.rawValue))
    let said = found(/words\.get\("([a-z-]+)"/)
    #expect(said.isSubset(of: known), "\(said.subtracting(known))")
    let families = found(/words\.get\(`([a-z]+-)\$\{/).union(found(/FileProblem\([^)]*?"(file-)/))
    let all = scripts.values.joined()
    for word in known where !families.contains(where: { word.hasPrefix($0) }) {
      #expect(all.contains("\"\(word)\""), "\(word) is never said")
    }
  }

  @Test func `modules import what there is`() {
    let imported = found(/from "\.\/([a-z.-]+)"/)
    #expect(imported.isSubset(of: scripts.keys))
    #expect(imported.union(["check.js"]) == Set(scripts.keys))
  }

  @Test func `the page holds no script, no style and no handler`() {
    let page = CheckPage().body(in: FrameTests.frame()).markup
    #expect(!page.contains("<script") && !page.contains("style=") && !page.contains("<style"))
    #expect(page.firstMatch(of: /\son[a-z]+=/) == nil)
    #expect(page.contains("data-csrf=\"token\""))
  }
}

import FoundationEssentials
import Glibc
import Testing

@testable import hegui

@Suite struct FilesBesideTests {
  @Test(arguments: [
    ("images/1.jpg", "images/1.jpg"), ("./1.jpg?v=2", "1.jpg"), ("图/%E4%B8%80.png", "图/一.png"),
    ("images\\1.jpg", "images/1.jpg"), ("a/../b.png#x", "b.png"),
  ])
  func `a relative address is a place beside the draft`(_ address: String, _ place: String) {
    #expect(placeBeside(address) == place)
  }

  @Test(arguments: [
    "https://a.example/1.jpg", "//a.example/1.jpg", "/upload/1.jpg", "../1.jpg", "a/../../1.jpg",
    "C:\\1.jpg", "file:///1.jpg", "data:image/png;base64,AA", "#a", "?x=1", "", "\\\\server\\1.jpg",
    "%2Fetc/passwd", "%2e%2e/1.jpg", "a%00.png",
  ])
  func `other addresses lead elsewhere`(_ address: String) {
    #expect(placeBeside(address) == nil)
  }

  @Test func `a missing attachment is found, one that is there or lies elsewhere is not`() throws {
    let place = try Workplace()
    let text = "# 报名\n\n[报名表](files/a.docx)，[回执](files/b.docx)，[附表](../c.docx)，[登记表](link.docx)\n"
    try place.write(text, to: "稿/draft.md")
    try place.write("有", to: "稿/files/a.docx")
    let linked = unsafe symlink("/etc/hostname", place.path + "/稿/link.docx")
    #expect(linked == 0)
    let run = try place.run("lint", "稿/draft.md", "--no-config", "--select", "link", "--quiet")
    #expect(run.output.contains("files/b.docx") || run.output.contains("link/attachment-missing"))
    #expect(run.output.split(separator: "link/attachment-missing").count == 2)
    #expect(run.status == 1)
    let piped = try place.run("lint", "-", "--no-config", "--select", "link", input: text)
    #expect(piped.status == 0)
  }

  @Test func `what lies nowhere near is a warning only`() throws {
    let place = try Workplace()
    try place.write("# 报名\n\n[报名表](files/a.docx)\n", to: "draft.md")
    let run = try place.run("lint", "draft.md", "--no-config", "--select", "link")
    #expect(run.status == 0)
    #expect(run.output.contains("link/attachment-missing"))
  }
}

import ChineseText
import FoundationEssentials
import SourceText
import TestSupport
import Testing

@testable import Rules

/// A list of the organisation's own is the same out of the cache.
@Suite struct OwnListCacheTests {
  @Test func `a list in the program's format is kept as it is`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-lists-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try #require(CacheFolder(path: path, program: 1))
    let list = "\(Repository.rules)/typo.txt"
    let configuration = try Configuration(parsing: "lists: [\(list)]", path: "hegui.yml")
    let read = try #require(try configuration.readOwnLists(cacheFolder: folder).usable.first)
    #expect(try namesOfFiles(in: path).count == 1)
    let cache = try #require(OwnListCache(path: list, folder: folder))
    let kept = try #require(cache.list(name: "own"))
    #expect(kept.form == .plain)
    #expect(kept.terms.hash == read.terms.hash)
    #expect(kept.terms.bytes == read.terms.bytes)
    let again = try #require(try configuration.readOwnLists(cacheFolder: folder).usable.first)
    #expect(again.form == read.form)
    #expect(again.title == read.title)
    #expect(again.terms.bytes == read.terms.bytes)
  }
}

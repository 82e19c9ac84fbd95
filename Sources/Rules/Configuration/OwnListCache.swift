import ChineseText
import SourceText

/// The place in the cache of a list of the organisation's own, so that a start neither reads nor checks it again.
///
/// Only for lists of which the file's name and `hegui.yml` say everything: what others say holds for some days only.
struct OwnListCache {
  private let path: String
  private let stamp: FileStamp
  private let folder: CacheFolder
  private let key: ContentHash

  /// Nil where there is no such file.
  init?(path: String, folder: CacheFolder) {
    guard let stamp = try? FileStamp(of: path) else { return nil }
    var identity = KeptWriter()
    identity.write(fixed: folder.program)
    for word in stamp.words { identity.write(fixed: word) }
    self.path = path
    self.stamp = stamp
    self.folder = folder
    key = ContentHash(identity.bytes)
  }

  /// The list as it was kept and how it is written; nil where it was not.
  func list(name: String) -> (terms: TermList, form: OwnList.Form)? {
    guard let kept = folder.kept(.lists, for: key) else { return nil }
    var head = KeptReader(kept.head)
    guard let low = head.number(), let high = head.number(), let isPlain = head.number(),
      let blocks = head.list(of: { $0.fixed() })
    else { return nil }
    let hash = ContentHash(low: low, high: high)
    let text = KeptText(of: kept, at: 0..<kept.bodyCount, hash: hash, blocks: blocks) { [path] in
      let text = try OwnListFile.text(of: readFile(path), path: path)
      return isPlain == 1 ? text : try OwnListFile(path: path, bytes: text).bytes
    }
    return text.map { (TermList(name: name, file: path, text: $0), isPlain == 1 ? .plain : .own) }
  }

  /// Keeps the bytes of a list that was found right, as the matcher reads them.
  func keep(_ bytes: [UInt8], isPlain: Bool) {
    guard stamp.isSettled, stamp == (try? FileStamp(of: path)) else { return }
    let hash = ContentHash(bytes)
    var head = KeptWriter()
    head.write(hash.low)
    head.write(hash.high)
    head.write(count: isPlain ? 1 : 0)
    head.write(blocksOf: bytes)
    folder.keep(head: head.bytes, body: bytes, as: .lists, for: key)
  }
}

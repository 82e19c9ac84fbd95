package import ChineseText
import SourceText

extension CacheFolder {
  /// A folder as this build of the program uses it; nil for one without a name, or where the program has no file.
  package static func ofThisProgram(_ path: String) -> CacheFolder? {
    guard let program = try? FileStamp(of: "/proc/self/exe") else { return nil }
    let build = program.words.reduce(0) { $0 &* 0x0000_0100_0000_01B3 ^ $1 }
    return CacheFolder(path: path, program: build)
  }
}

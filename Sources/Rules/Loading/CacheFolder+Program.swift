package import ChineseText
import SourceText

extension CacheFolder {
  /// A folder as this build of the program uses it; nil for one without a name, or where the program has no file.
  package static func ofThisProgram(_ path: String) -> CacheFolder? {
    guard let program = try? FileStamp(of: "/proc/self/exe") else { return nil }
    let build = program.words.reduce(0) { $0 &* 0x0000_0100_0000_01B3 ^ $1 }
    return CacheFolder(path: path, program: build)
  }

  /// That of the user: `hegui` in `$XDG_CACHE_HOME`, else in `~/.cache`; nil where the user has no home or the program
  /// no file.
  package static func ofUser(_ variable: (String) -> String?) -> CacheFolder? {
    let base = variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = base ?? variable("HOME").map({ $0 + "/.cache" }) else { return nil }
    return ofThisProgram(base + "/hegui")
  }
}

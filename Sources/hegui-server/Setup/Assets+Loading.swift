import Console
import Foundation

extension Assets {
  /// The files of the folder `web` that the program is shipped with.
  static func shipped() throws -> Assets {
    guard let folder = SharedFolder.named("web") else {
      throw CommandFailure(
        message: "找不到网页文件：请保留程序旁的 share/hegui/web"
          + "（no files of the pages found: keep share/hegui/web beside the program）"
      )
    }
    var files: [String: File] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      files[name] = File(named: name, bytes: Array(bytes))
    }
    return Assets(files)
  }
}

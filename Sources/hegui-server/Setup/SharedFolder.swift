import Foundation

/// The folders that the program is shipped with.
enum SharedFolder {
  /// `share/hegui/NAME` beside the program's folder, else `NAME` of the checkout it was built in; nil for none.
  static func named(_ name: String) -> String? {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var places = [folder.deletingLastPathComponent().path + "/share/hegui/\(name)"]
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
        places.append(folder.path + "/\(name)")
      }
    }
    return places.first(where: isFolder)
  }
}

func isFolder(_ path: String) -> Bool {
  let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
  return (try? target.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
}

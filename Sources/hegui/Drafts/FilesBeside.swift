import Glibc
import Reading
import SourceText

/// What is known of the files that a draft names beside itself, by the address that it names them by.
///
/// Only relative addresses that stay in the draft's folder and its folders are looked up, at most 200 of them, and only
/// some hundred bytes of an image are read. A page with `<base>` names nothing beside itself.
func filesBeside(_ draft: Draft, at path: String) -> [String: FileBeside] {
  let addresses = relativeAddresses(in: draft)
  guard !addresses.isEmpty, let root = realPath(folder(of: path)) else { return [:] }
  var files: [String: FileBeside] = [:]
  var missing: [(address: String, folderExists: Bool)] = []
  for (address, place) in addresses {
    let full = joined(root, place)
    if let status = FileStatus(path: full) {
      // Where a link leads out of the folder nothing is looked at.
      guard status.isFile, let real = realPath(full), real.hasPrefix(root == "/" ? "/" : root + "/")
      else { continue }
      files[address] = fileBeside(real)
    } else if isSane(place) {
      let folderExists = place.utf8.contains(0x2F) && isFolder(folder(of: full))
      missing.append((address, folderExists))
    }
  }
  let isAnyThere = !files.isEmpty
  for (address, folderExists) in missing {
    files[address] = .missing(isPackage: isAnyThere || folderExists)
  }
  return files
}

/// Addresses of images and links as written, with the paths that they stand for.
private func relativeAddresses(in draft: Draft) -> [(address: String, place: String)] {
  guard !draft.images.isEmpty || !draft.links.isEmpty else { return [] }
  var found: [(address: String, place: String)] = []
  var seen: Set<String> = []
  // A draft of more is no draft that a person made.
  var addresses: [String] = []
  for image in draft.images.prefix(2000) where !image.isHidden {
    if let url = image.url { addresses.append(url.string) }
  }
  for link in draft.links.prefix(2000) { addresses.append(link.destination.string) }
  for address in addresses where found.count < 200 {
    guard let place = placeBeside(address), seen.insert(address).inserted else { continue }
    found.append((address, place))
  }
  guard !found.isEmpty, draft.format != .html || !hasBase(draft.source.bytes) else { return [] }
  return found
}

/// The path in the draft's folder that an address stands for; nil for all that leads elsewhere.
func placeBeside(_ address: String) -> String? {
  let text = address.utf8
  // Most addresses have a scheme, a host or only a fragment.
  guard let first = text.first, first != 0x2F, first != 0x5C, first != 0x23, first != 0x3F,
    !text.contains(0x3A)
  else { return nil }
  let path = percentDecoded(String(Substring(text.prefix { $0 != 0x3F && $0 != 0x23 })))
  guard path.utf8.count < 1024, !path.utf8.contains(where: { $0 < 0x20 }) else { return nil }
  // Editors on Windows write backslashes.
  let place = normalized(String(path.map { $0 == "\\" ? "/" : $0 }))
  let isInside = !place.isEmpty && place != ".." && !place.hasPrefix("../") && !place.hasPrefix("/")
  return isInside ? place : nil
}

/// Whether a path ends in a file's name with an ending, as what a site makes itself does not.
private func isSane(_ place: String) -> Bool { !ending(of: place).isEmpty }

private func hasBase(_ bytes: [UInt8]) -> Bool {
  String(decoding: bytes.prefix(8192), as: UTF8.self).lowercased().firstRange(of: "<base ") != nil
}

private func fileBeside(_ path: String) -> FileBeside? {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { return nil }
  let size = imageSize { offset, count in
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let result = unsafe pread(descriptor, buffer.baseAddress, count, offset)
      filled = max(0, result)
    }
  }
  return .present(bytes: Int(status.st_size), pixels: size)
}

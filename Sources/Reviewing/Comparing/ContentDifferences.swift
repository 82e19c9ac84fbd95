/// Where what is found differs from what was approved, in reading order; at most a hundred places are told.
package func differences(
  between approved: CanonicalContent,
  and found: CanonicalContent
) -> [ContentDifference] {
  var all: [ContentDifference] = []
  if !approved.title.hasSameBytes(as: found.title) {
    all.append(
      ContentDifference(part: .title, index: 0, approved: approved.title, found: found.title)
    )
  }
  all += differences(.text, approved.blocks, found.blocks) { $0.hasSameBytes(as: $1) }
  all += differences(.link, approved.links, found.links) { $0.hasSameBytes(as: $1) }
  let images = EditScript(from: approved.images.count, to: found.images.count) {
    approved.images[$0].isShown(as: found.images[$1])
  }
  all += images.differences(.image, approved.images.map(\.told), found.images.map(\.told))
  return Array(all.prefix(100))
}

private func differences(
  _ part: ContentDifference.Part,
  _ approved: [String],
  _ found: [String],
  same: (String, String) -> Bool
) -> [ContentDifference] {
  EditScript(from: approved.count, to: found.count) { same(approved[$0], found[$1]) }
    .differences(part, approved, found)
}

extension EditScript {
  /// One for each place: what was replaced is told beside what took its place.
  fileprivate func differences(
    _ part: ContentDifference.Part,
    _ approved: [String],
    _ found: [String]
  ) -> [ContentDifference] {
    gaps.flatMap { gap in
      (0..<max(gap.old.count, gap.new.count)).map { index in
        let old = gap.old.lowerBound + index
        let new = gap.new.lowerBound + index
        return ContentDifference(
          part: part,
          index: min(old, gap.old.upperBound),
          approved: old < gap.old.upperBound ? approved[old] : nil,
          found: new < gap.new.upperBound ? found[new] : nil
        )
      }
    }
  }
}

extension CanonicalContent.Image {
  fileprivate var told: String {
    alternative.isEmpty ? address : "\(address) (\(alternative))"
  }

  /// Whether an image on a page is the approved one in that place.
  ///
  /// WeChat keeps images on hosts of its own, under an address that tells nothing of the file, and drops the
  /// alternative text or writes 图片.
  fileprivate func isShown(as found: Self) -> Bool {
    guard let there = WeChatImage(found.address) else { return self == found }
    let here = WeChatImage(address)
    let isSameAddress = here == nil ? !isHidden : here == there
    return isSameAddress
      && (alternative.hasSameBytes(as: found.alternative)
        || ["", "图片"].contains { found.alternative.hasSameBytes(as: $0) })
  }

  private var isHidden: Bool { address.utf8.starts(with: CanonicalContent.hiddenMark.utf8) }
}

/// An image on a host of WeChat's, known by its path without the size at the end and without the query.
private struct WeChatImage: Equatable {
  private let path: [UInt8]

  init?(_ address: String) {
    var rest = Array(address.utf8)[...]
    if rest.starts(with: "https:".utf8) {
      rest = rest.dropFirst(6)
    } else if rest.starts(with: "http:".utf8) {
      rest = rest.dropFirst(5)
    }
    guard rest.starts(with: "//".utf8) else { return nil }
    rest = rest.dropFirst(2)
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    guard Self.hosts.contains(where: { host.elementsEqual($0.utf8) }) else { return nil }
    let whole = rest[host.endIndex...].prefix { !Array("?#".utf8).contains($0) }
    let folders = whole.split(separator: UInt8(ascii: "/"))
    path = Array(folders.prefix(2).joined(separator: [UInt8(ascii: "/")]))
  }

  private static let hosts = [
    "mmbiz.qpic.cn", "mmbiz.qlogo.cn", "mmecoa.qpic.cn", "mmbiz.wpimg.cn",
  ]
}

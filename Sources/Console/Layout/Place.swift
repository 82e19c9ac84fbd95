import Reviewing

/// What the navigation leads to.
enum Place: String, CaseIterable {
  case check = "/check"
  case queue = "/queue"
  case drafts = "/drafts"
  case publishing = "/publishing"
  case columns = "/columns"
  case statistics = "/statistics"
  case rules = "/rules"
  case policies = "/policies"
  case users = "/users"
  case audit = "/audit"

  var phrase: CommonPhrase {
    switch self {
    case .check: .check
    case .queue: .queue
    case .drafts: .drafts
    case .publishing: .publishing
    case .columns: .columns
    case .statistics: .statistics
    case .rules: .rules
    case .policies: .policies
    case .users: .users
    case .audit: .audit
    }
  }

  /// Whether the viewer has any use for it; what they may do there the gate says.
  func isOpen(to viewer: Viewer?) -> Bool {
    guard let viewer else { return [.check, .rules].contains(self) }
    return switch self {
    case .check, .queue, .drafts, .columns, .rules: true
    case .publishing:
      viewer.has(anyOf: [
        .publisher, .informationOfficer, .secondReviewer, .complaintsOfficer, .leader, .auditor,
      ])
    case .statistics:
      viewer.has(anyOf: [.auditor, .secondReviewer, .leader, .informationOfficer])
    case .policies:
      viewer.has(anyOf: [.administrator, .secondReviewer, .leader, .auditor])
    case .users: viewer.has(anyOf: [.administrator])
    case .audit: viewer.has(anyOf: [.auditor, .secondReviewer, .leader, .administrator])
    }
  }

  /// Whether a page lies here.
  func holds(_ address: String) -> Bool {
    let path = address.utf8.prefix { $0 != UInt8(ascii: "?") }
    return path.elementsEqual(rawValue.utf8) || path.starts(with: (rawValue + "/").utf8)
      || self == .drafts && path.elementsEqual("/waivers".utf8)
  }
}

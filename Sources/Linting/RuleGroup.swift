/// The closed list of groups that rules belong to (interface, "Names").
package enum RuleGroup: String, CaseIterable, Sendable {
  case title
  case character
  case punctuation
  case number
  case wording
  case slang
  case abbreviation
  case structure
  case image
  case citation
  case copyright
  case advert
  case healthClaim = "health-claim"
  case dignity
  case sensitive
  case privacy
  case secrecy
  case timeliness
  case metadata
  case link

  /// The group of a rule's id; nil where the id is not `group/name` in lower case with hyphens.
  package init?(ofRule id: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
    else { return nil }
    self.init(rawValue: String(parts[0]))
  }
}

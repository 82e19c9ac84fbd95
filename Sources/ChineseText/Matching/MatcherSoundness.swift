extension MatcherLayout {
  /// Whether the tables have the sizes that a scan counts on.
  ///
  /// What the tables hold is not looked at: the checksum tells damage, and a scan checks every index that it
  /// reads from them.
  var isSound: Bool {
    count(of: .classes) == 0x8000 && count(of: .states) % 2 == 0
      && count(of: .lists) % 2 == 0 && count(of: .supplementary) % 2 == 0
      && arePrefixesSound
  }

  private var arePrefixesSound: Bool {
    let count = count(of: .prefixes)
    return count % 2 == 0 && count & (count - 1) == 0
      && (PrefixFilter.smallestTable...PrefixFilter.largestTable).contains(count / 2)
  }
}

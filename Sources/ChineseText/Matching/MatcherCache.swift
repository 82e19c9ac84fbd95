/// Where compiled lists are kept between runs.
struct MatcherCache {
  let folder: String?

  /// The compiled form of the lists, read or made.
  func image(of lists: [TermList]) throws(TermListError) -> MatcherImage {
    MatcherImage(
      try TermCompiler.compile(lists),
      key: ContentHash(low: 0, high: 0)
    )
  }
}

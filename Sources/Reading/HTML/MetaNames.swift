/// The draft's own key for a `<meta>` element's name in lower case; nil for one that says nothing of the draft.
///
/// Besides `hegui:KEY`, the names that government sites must set and the usual ones.
func metadataKey(ofMeta name: String) -> String? {
  if name.hasPrefix("hegui:") { return String(name.dropFirst(6)) }
  return switch name {
  case "author", "article:author": "author"
  case "contentsource", "source": "source"
  case "pubdate", "publishdate", "article:published_time", "datepublished": "date"
  case "keywords": "keywords"
  case "description": "digest"
  case "columnname": "column"
  case "editor": "editor"
  case "expires", "expiredate": "expires"
  case "og:title", "articletitle": "title"
  default: nil
  }
}

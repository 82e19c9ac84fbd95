/// What stands between the head and the foot of a page of the console.
package protocol Page: Sendable {
  func title(in frame: Frame) -> String
  /// Without the `h1`, which the frame makes of the title.
  func body(in frame: Frame) -> SafeHTML
  /// Files of `web/` that this page alone needs, styles and scripts.
  var extras: [String] { get }
  /// Of the column that the text stands in.
  var width: PageWidth { get }
}

package enum PageWidth: String, Sendable {
  /// One form or a few sentences.
  case narrow
  case wide
  /// Two columns beside each other.
  case full
}

extension Page {
  package var extras: [String] { [] }
  package var width: PageWidth { .wide }
}

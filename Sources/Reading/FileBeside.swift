/// What is known of a file that a draft names beside itself.
package enum FileBeside: Hashable, Sendable {
  /// `isPackage`: other files that the draft names there do exist, or the folder does.
  case missing(isPackage: Bool)
  /// `pixels` is nil where the file is no image or its head does not tell.
  case present(bytes: Int, pixels: PixelSize?)
}

/// The size of an image in its own pixels.
package struct PixelSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Nil for sizes that no image has.
  package init?(width: Int, height: Int) {
    guard (1...1_000_000).contains(width), (1...1_000_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }
}

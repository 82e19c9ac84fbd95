/// What a `style` attribute says that changes how its text is read.
struct StyleFacts {
  enum Display {
    case none
    case inline
    case block
  }

  var display: Display?
  var isInvisible: Bool?
  /// Whole pixels, at most 254; nil where it is not given in px or pt.
  var fontSize: UInt8?
  var isCentred: Bool?
  /// A grey that is lighter than text is.
  var isGrey: Bool?
  var isBold: Bool?
  /// Outside the page, see-through or without height.
  var isOffstage = false

  init() {}

  init(_ style: ByteView) {
    var start = 0
    while start < style.count {
      while style[start] <= 0x20, start < style.count { start += 1 }
      let end = style.firstIndex(of: UInt8(ascii: ";"), from: start)
      read(style, start, end)
      start = end + 1
    }
  }

  private mutating func read(_ style: ByteView, _ start: Int, _ end: Int) {
    // Most declarations of an editor's pages say nothing that matters here: one look at a word tells.
    switch style.word(at: start, count: 5) | 0x20_2020_2020 {
    case Self.display:
      if let value = value("display", style, start, end) { readDisplay(style, value, end) }
    case Self.visibility:
      guard let value = value("visibility", style, start, end) else { return }
      isInvisible = style.hasPrefix("hidden", at: value) || style.hasPrefix("collapse", at: value)
    case Self.font:
      if let value = value("font-size", style, start, end) {
        fontSize = cssPixels(style, value, end).map { UInt8(min(max($0, 0), 254).rounded(.up)) }
      } else if let value = value("font-weight", style, start, end) {
        isBold =
          style.hasPrefix("bold", at: value)
          || (number(style, value, end).map { $0.value >= 600 } ?? false)
      }
    case Self.textAlign:
      if let value = value("text-align", style, start, end) {
        isCentred = style.hasPrefix("center", at: value)
      } else if let value = value("text-indent", style, start, end) {
        isOffstage = isOffstage || isFarOut(style, value, end)
      }
    case Self.color:
      guard let value = value("color", style, start, end) else { return }
      isGrey = isLightGrey(style, value, end)
    case Self.left, Self.top, Self.topBlank: readPlace(style, start, end)
    case Self.opacity, Self.overflow: readShow(style, start, end)
    default: return
    }
  }

  // The first five letters of the properties' names, the first in the lowest place.
  private static let display: UInt64 = 0x6C_7073_6964
  private static let visibility: UInt64 = 0x62_6973_6976
  private static let font: UInt64 = 0x2D_746E_6F66
  private static let textAlign: UInt64 = 0x2D_7478_6574
  private static let color: UInt64 = 0x72_6F6C_6F63
  private static let left: UInt64 = 0x3A_7466_656C
  private static let top: UInt64 = 0x2D_3A70_6F74
  private static let topBlank: UInt64 = 0x20_3A70_6F74
  private static let opacity: UInt64 = 0x69_6361_706F
  private static let overflow: UInt64 = 0x66_7265_766F

  enum Length {
    case pixels(Double)
    /// A percentage, `auto` and the like.
    case relative

    var pixels: Double? {
      if case .pixels(let value) = self { value } else { nil }
    }
  }

  /// A length in a style; nil where it is missing.
  static func length(_ name: StaticString, in style: ByteView) -> Length? {
    var start = 0
    while start < style.count {
      while style[start] <= 0x20, start < style.count { start += 1 }
      let end = style.firstIndex(of: UInt8(ascii: ";"), from: start)
      if let value = StyleFacts().value(name, style, start, end) {
        return cssPixels(style, value, end).map(Length.pixels) ?? .relative
      }
      start = end + 1
    }
    return nil
  }

  private mutating func readPlace(_ style: ByteView, _ start: Int, _ end: Int) {
    let place = value("left", style, start, end) ?? value("top", style, start, end)
    if let place, isFarOut(style, place, end) { isOffstage = true }
  }

  private mutating func readShow(_ style: ByteView, _ start: Int, _ end: Int) {
    if let value = value("opacity", style, start, end) {
      if number(style, value, end)?.value == 0 { isOffstage = true }
    } else if let value = value("overflow", style, start, end),
      style.hasPrefix("hidden", at: value)
    {
      let sides = [Self.length("height", in: style), Self.length("width", in: style)]
      if sides.contains(where: { $0?.pixels == 0 }) { isOffstage = true }
    }
  }

  /// Whether a length moves its text out of any page.
  private func isFarOut(_ style: ByteView, _ start: Int, _ end: Int) -> Bool {
    guard style[start] == UInt8(ascii: "-"), let number = number(style, start + 1, end) else {
      return false
    }
    return number.value >= 500
  }

  private mutating func readDisplay(_ style: ByteView, _ start: Int, _ end: Int) {
    if style.hasPrefix("none", at: start) {
      display = Display.none
    } else if style.hasPrefix("inline", at: start) {
      if style[start + 6] != UInt8(ascii: "-") { display = .inline }
    } else if style.hasPrefix("block", at: start) || style.hasPrefix("flex", at: start)
      || style.hasPrefix("grid", at: start) || style.hasPrefix("table", at: start)
      || style.hasPrefix("list-item", at: start)
    {
      display = .block
    }
  }

  /// Where the value of a declaration starts; nil where it is another property's.
  private func value(_ name: StaticString, _ style: ByteView, _ start: Int, _ end: Int) -> Int? {
    guard style.hasPrefix(name, at: start) || hasPrefixIgnoringCase(name, style, start) else {
      return nil
    }
    var index = start + name.utf8CodeUnitCount
    while index < end, style[index] <= 0x20 { index += 1 }
    guard index < end, style[index] == UInt8(ascii: ":") else { return nil }
    index += 1
    while index < end, style[index] <= 0x20 { index += 1 }
    return index
  }

  private func hasPrefixIgnoringCase(
    _ name: StaticString,
    _ style: ByteView,
    _ start: Int
  ) -> Bool {
    guard (0x41...0x5A).contains(style[start]) else { return false }
    return NameKey(style, start..<min(start + name.utf8CodeUnitCount, style.count))
      == NameKey(name.description)
  }
}

/// A number at an offset, always finite, and where it ends.
func number(_ bytes: ByteView, _ start: Int, _ end: Int) -> (value: Double, end: Int)? {
  var index = start
  var value = 0.0
  var scale = 0.0
  var hasDigits = false
  while index < end {
    let byte = bytes[index]
    if (0x30...0x39).contains(byte) {
      hasDigits = true
      // More digits change no number that a page means, but would make it infinite.
      if value < 1e30, scale < 1e15 {
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      }
    } else if byte == UInt8(ascii: "."), scale == 0 {
      scale = 1
    } else {
      break
    }
    index += 1
  }
  return hasDigits ? (scale > 1 ? value / scale : value, index) : nil
}

/// A length in pixels: `12px`, `9pt`, a bare number; nil for relative ones, except zero.
private func cssPixels(_ bytes: ByteView, _ start: Int, _ end: Int) -> Double? {
  guard let number = number(bytes, start, end) else { return nil }
  if number.value == 0 || bytes.hasPrefix("px", at: number.end) { return number.value }
  if bytes.hasPrefix("pt", at: number.end) { return number.value * 4 / 3 }
  return nil
}

/// Markup whose texts are escaped: what stands in a literal is ours, whatever is interpolated is text.
package struct SafeHTML: Sendable, ExpressibleByStringInterpolation {
  package private(set) var markup: String

  package init(stringLiteral value: String) { markup = value }

  package init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// One after another.
  package init(_ parts: some Sequence<SafeHTML>) {
    markup = parts.reduce(into: "") { $0 += $1.markup }
  }

  package var isEmpty: Bool { markup.isEmpty }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }

    package mutating func appendInterpolation(_ text: String) { markup += escapedHTML(text) }

    package mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    package mutating func appendInterpolation(_ html: SafeHTML) { markup += html.markup }

    package mutating func appendInterpolation(_ parts: [SafeHTML]) {
      for part in parts { markup += part.markup }
    }

    /// An attribute without a value where it holds, such as ` checked`; nothing where not.
    package mutating func appendInterpolation(_ attribute: StaticString, if holds: Bool) {
      if holds { markup += " \(attribute)" }
    }
  }
}

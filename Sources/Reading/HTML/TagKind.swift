/// What libxml2 makes of a tag by its name, besides what the reader makes of it.
struct TagKind {
  enum Role {
    case ordinary
    case html
    case head
    case body
    /// Belongs in a `head`.
    case headContent
    /// Takes the place of a `body`.
    case frames
  }

  private(set) var element: Element
  /// Has no end tag.
  var isVoid = false
  var role = Role.ordinary
  /// The bit of an element that others end.
  var bit: UInt64 = 0
  /// The bits of the elements that its start tag ends.
  var ends: UInt64 = 0
  /// Its end tag ends what is open inside, but for elements of a higher rank.
  var rank: UInt8 = 100

  /// Of the name in a range of the HTML.
  init(named name: Range<Int>, in html: ByteView) {
    self = Self.byName[NameKey(html, name)] ?? TagKind(element: Element(name: html[name]))
  }

  private init(element: Element) { self.element = element }

  static let unknown = TagKind(element: .inline)

  private static let byName: NameTable<TagKind> = {
    var kinds = NameTable<TagKind>(capacity: 160)
    func change(_ names: String, _ change: (inout TagKind) -> Void) {
      kinds.change(names) { kind in
        var known = kind ?? TagKind(element: .inline)
        change(&known)
        kind = known
      }
    }
    for (names, element) in Element.names { change(names) { $0.element = element } }
    change("area base basefont br col frame hr img input isindex link meta param") {
      $0.isVoid = true
    }
    change("html") { $0.role = .html }
    change("head") { $0.role = .head }
    change("body") { $0.role = .body }
    for (rank, names) in ranks { change(names) { $0.rank = rank } }
    change("script style meta link title base") { $0.role = .headContent }
    change("noframes frame frameset") { $0.role = .frames }
    for (index, (old, new)) in endings.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      change(old) { $0.bit = bit }
      change(new) { $0.ends |= bit }
    }
    return kinds
  }()

  private static let ranks: [(UInt8, String)] = [
    (10, "p"), (150, "div"), (160, "td th"), (170, "tr"), (180, "thead tbody tfoot"),
    (190, "table"),
    (200, "head body"), (220, "html"),
  ]

  /// The bit of `head`.
  static let headBit: UInt64 =
    endings.firstIndex { $0.element == "head" }.map { 1 << UInt64($0) } ?? 0

  /// Elements, and those whose start tags end them: libxml2's table of what HTML 4 lets a page leave out.
  static let endings: [(element: String, endedBy: String)] = [
    ("a", "a fieldset table td th"),
    ("address", "dd dl dt form li ul"),
    ("b", "center p td th"),
    ("big", "p"),
    ("caption", "col colgroup tbody tfoot thead tr"),
    ("colgroup", "colgroup tbody tfoot thead tr"),
    ("dd", "dt"),
    ("dir", "dd dl dt form ul"),
    ("dl", "form li"),
    ("dt", "dd dl"),
    ("font", "center td th"),
    ("form", "form"),
    ("h1", "fieldset form li p table"),
    ("h2", "fieldset form li p table"),
    ("h3", "fieldset form li p table"),
    ("h4", "fieldset form li p table"),
    ("h5", "fieldset form li p table"),
    ("h6", "fieldset form li p table"),
    (
      "head",
      "a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em "
        + "fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p "
        + "pre q s samp small span strike strong sub sup table tt u ul var xmp"
    ),
    ("i", "center p td th"),
    ("legend", "fieldset"),
    ("li", "li"),
    ("listing", "dd dl dt fieldset form li table ul"),
    ("menu", "dd dl dt form ul"),
    ("ol", "form ul"),
    ("option", "optgroup option"),
    (
      "p",
      "address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset "
        + "h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp"
    ),
    ("pre", "dd dl dt fieldset form li table ul"),
    ("s", "p"),
    ("script", "noscript"),
    ("small", "p"),
    ("span", "td th"),
    ("strike", "p"),
    ("style", "body frameset"),
    ("tbody", "tbody tfoot"),
    ("td", "tbody td tfoot th tr"),
    ("tfoot", "tbody"),
    ("th", "tbody td tfoot th tr"),
    ("thead", "tbody tfoot"),
    ("title", "body frameset"),
    ("tr", "tbody tfoot tr"),
    ("tt", "p"),
    ("u", "p td th"),
    ("ul", "address form menu ol pre"),
    ("xmp", "dd dl dt fieldset form li table ul"),
  ]
}

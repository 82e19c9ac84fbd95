import CLibXML2

/// The attributes of a start tag that the reader knows, decoded; of one that stands twice the first.
struct TagAttributes {
  enum Name: UInt8 {
    case style
    case classes
    case id
    case hidden
    case ariaHidden
    case lang
    case role
    case note
    case notes
    case noteReference
    case href
    case src
    case lazySource
    case originalSource
    case alt
    case title
    case description
    case width
    case height
    case naturalWidth
    case ratio
    case name
    case property
    case itemProperty
    case content
    case value
    case placeholder
    case ariaLabel
    case innerPage

    init?(_ key: NameKey) {
      guard let name = Self.byName[key] else { return nil }
      self = name
    }

    private static let byName = NameTable<Name>([
      ("style", .style), ("class", .classes), ("id", .id), ("hidden", .hidden),
      ("aria-hidden", .ariaHidden), ("lang", .lang), ("role", .role),
      ("data-hegui-note", .note), ("data-hegui-notes", .notes),
      ("data-hegui-reference", .noteReference), ("href", .href), ("src", .src),
      ("data-src", .lazySource), ("data-original", .originalSource), ("alt", .alt),
      ("title", .title), ("data-desc", .description), ("width", .width), ("height", .height),
      ("data-w", .naturalWidth),
      ("data-ratio", .ratio), ("name", .name), ("property", .property),
      ("itemprop", .itemProperty), ("content", .content), ("value", .value),
      ("placeholder", .placeholder), ("aria-label", .ariaLabel), ("srcdoc", .innerPage),
    ]) { first, _ in first }
  }

  struct Attribute {
    let name: Name
    /// Nil where it is missing (`<p hidden>`).
    let value: ByteView?
    /// Where the value stands in the HTML, if that is known already.
    let place: Range<Int>?
  }

  private(set) var all: [Attribute] = []
  private var seen: UInt32 = 0

  init() {}

  /// Of an event of the parser.
  init(_ event: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    guard let event = unsafe event else { return }
    var index = 0
    while let name = unsafe event[index] {
      let name = unsafe ByteView(terminated: name)
      if let known = Name(NameKey(name, 0..<name.count)) {
        add(known, unsafe event[index + 1].map { unsafe ByteView(terminated: $0) }, at: nil)
      }
      index += 2
    }
  }

  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    seen = 0
  }

  mutating func add(_ name: Name, _ value: ByteView?, at place: Range<Int>?) {
    let bit: UInt32 = 1 << UInt32(name.rawValue)
    guard seen & bit == 0 else { return }
    seen |= bit
    all.append(Attribute(name: name, value: value, place: place))
  }

  var isEmpty: Bool { seen == 0 }

  /// Those whose values are words for people and belong to no part of the draft.
  static let wordy: [Name] = [.title, .value, .placeholder, .ariaLabel, .innerPage]

  var hasWords: Bool { seen & Self.wordyBits != 0 }

  private static let wordyBits: UInt32 = wordy.reduce(0) { $0 | 1 << UInt32($1.rawValue) }

  func has(_ name: Name) -> Bool { seen & 1 << UInt32(name.rawValue) != 0 }

  subscript(name: Name) -> Attribute? {
    has(name) ? all.first { $0.name == name } : nil
  }

  func value(of name: Name) -> ByteView? { self[name]?.value }
}

/// The one pass over a block's text: classes every scalar, and reads words and numbers where they start.
struct ScanPass {
  let text: [UInt8]
  let table = CharacterTable.shared
  private(set) var marks: [Mark] = []
  private(set) var oddities: [Oddity] = []
  private(set) var tokens: [Token] = []
  private(set) var spans: [ProtectedSpan] = []
  private(set) var hanCount = 0
  /// How many of the tokens are Latin words.
  private(set) var latinCount = 0

  private var reader: TokenReader
  /// Where the last token, or a stretch without tokens, ends.
  private var tokenEnd = 0
  /// Where the last run of ASCII that was searched for addresses ends.
  private var runEnd = 0
  /// Addresses of that run that are still to come, the next one last.
  private var addresses: [Range<Int>] = []

  init(text: [UInt8]) {
    self.text = text
    // About as many as a text of an article has.
    marks.reserveCapacity(text.count / 24)
    tokens.reserveCapacity(text.count / 128)
    reader = TokenReader(text: text, bounds: 0..<0)
  }

  /// Scans a stretch of one block without code.
  mutating func scan(_ stretch: Range<Int>) {
    reader.bounds = stretch
    runEnd = stretch.lowerBound
    tokenEnd = stretch.lowerBound
    if !addresses.isEmpty { addresses = [] }
    // Copies, so that no look ahead makes the loop load them anew.
    let (text, classes) = (text, table.basicPlane)
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe classes.withUnsafeBufferPointer { classes in
        unsafe scan(bytes, stretch, classes)
      }
    }
  }

  /// Passes over plain Han at a few instructions each, and looks at all other scalars.
  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ stretch: Range<Int>,
    _ classes: UnsafeBufferPointer<CharacterClass>
  ) {
    let end = stretch.upperBound
    var index = stretch.lowerBound
    var han = 0
    while index < end {
      let lead = unsafe UInt32(bytes[index])
      if lead & 0xF0 == 0xE0, index &+ 2 < end {
        let value =
          unsafe (lead & 0xF) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6
          | UInt32(bytes[index &+ 2] & 0x3F)
        let kind = unsafe classes[Int(value)]
        if kind.rawValue < CharacterClass.otherLetter.rawValue {
          han &+= 1
          index &+= 3
          continue
        }
        guard let scalar = Unicode.Scalar(value) else { break }
        index = look(at: scalar, of: kind, from: index)
      } else if lead < 0x80, isInsideWord(lead, at: index) {
        index &+= 1
      } else {
        guard let scalar = text.scalar(at: index) else { break }
        index = look(at: scalar, of: table.kind(of: scalar), from: index)
      }
    }
    hanCount += han
  }

  /// Whether an ASCII letter or digit belongs to a token that was read, and is no keycap.
  private func isInsideWord(_ lead: UInt32, at index: Int) -> Bool {
    index < tokenEnd && (index + 1 == text.count || text[index + 1] < 0x80)
      && ((lead | 0x20) &- 0x61 < 26 || lead &- 0x30 < 10)
  }

  /// Notes what there is to say of one scalar and returns where the next one starts.
  private mutating func look(
    at scalar: Unicode.Scalar,
    of kind: CharacterClass,
    from index: Int
  ) -> Int {
    let next = index + UTF8.width(scalar)
    if kind.isHan { hanCount += 1 }
    if scalar.value > 0x20, scalar.value < 0x7F, index >= runEnd || !addresses.isEmpty {
      enterAddress(at: index)
    }
    switch kind {
    case .chineseMark, .fullwidthSign:
      marks.append(Mark(offset: index, scalar: scalar))
      if kind == .fullwidthSign { note(.fullwidthSign, scalar, at: index) }
      if index >= tokenEnd { lookBehind(mark: scalar, at: index) }
    case .digit, .mark, .emoji:
      if let end = emojiEnd(at: index, of: kind, next: next) {
        note(.emoji, scalar, at: index)
        return end
      }
      if kind == .digit {
        readToken(at: index, of: kind)
      } else if kind != .emoji {
        marks.append(Mark(offset: index, scalar: scalar))
        if index >= tokenEnd { lookBehind(mark: scalar, at: index) }
      }
    case .latin, .alphabetic, .script, .hanNumeral:
      readToken(at: index, of: kind)
    case .fullwidthLatin, .fullwidthDigit:
      if let oddity = kind.oddity { note(oddity, scalar, at: index) }
      readToken(at: index, of: kind)
    case .invisible:
      if !isUsefulJoiner(scalar, at: index) { note(.invisible, scalar, at: index) }
    default:
      if let oddity = kind.oddity { note(oddity, scalar, at: index) }
    }
    return next
  }

  private mutating func note(_ kind: Oddity.Kind, _ scalar: Unicode.Scalar, at index: Int) {
    oddities.append(Oddity(offset: index, scalar: scalar, kind: kind))
  }

  // MARK: Words and numbers

  private mutating func readToken(at index: Int, of kind: CharacterClass) {
    guard index >= tokenEnd else { return }
    let reading: TokenReader.Reading?
    switch kind {
    case .digit, .fullwidthDigit: reading = reader.expression(at: index)
    case .hanNumeral: reading = reader.hanExpression(at: index)
    default: reading = reader.latin(at: index)
    }
    if let reading { add(reading, from: index) }
  }

  private mutating func add(_ reading: TokenReader.Reading, from start: Int) {
    tokens.append(Token(reading.kind, start..<reading.end))
    if reading.kind == .latin { latinCount += 1 }
    tokenEnd = reading.end
    if reading.kind == .identifier || reading.kind == .phone {
      spans.append(ProtectedSpan(.identifier, start..<reading.end))
    }
    if let end = reading.formulaEnd { spans.append(ProtectedSpan(.formula, start..<end)) }
  }

  /// Reads what stands behind a mark and belongs to it: signs, sums of money, templates, formulas.
  private mutating func lookBehind(mark: Unicode.Scalar, at index: Int) {
    switch mark {
    case "¥", "￥", "$", "€", "£":
      if let end = reader.amount(behind: index) {
        add(TokenReader.Reading(kind: .currency, end: end), from: index)
        return
      }
    case "-", "－", "−", "+", "＋", "±":
      if let reading = reader.signedNumber(at: index) { add(reading, from: index) }
      return
    case "(":
      if let formula = reader.bracketFormula(at: index, behind: tokens.last?.range) {
        spans.append(ProtectedSpan(.formula, formula))
        return
      }
    case "{", "%", "&", "@", "#", "[", "（", "［", "【", "〔": break
    default: return
    }
    if let span = MachineText(reader: reader).span(at: index, of: mark) { spans.append(span) }
  }

  // MARK: Addresses

  /// Looks for addresses in the run of ASCII that starts here, and keeps tokens out of those found.
  private mutating func enterAddress(at index: Int) {
    if index >= runEnd { searchRun(from: index) }
    guard let address = addresses.last, address.lowerBound <= index else { return }
    addresses.removeLast()
    spans.append(ProtectedSpan(.address, address))
    tokenEnd = max(tokenEnd, address.upperBound)
  }

  private mutating func searchRun(from start: Int) {
    var end = start
    var isCandidate = false
    while end < reader.bounds.upperBound, text[end] > 0x20, text[end] < 0x7F {
      isCandidate = isCandidate || text[end] == 0x2E || text[end] == 0x40 || text[end] == 0x2F
      end += 1
    }
    runEnd = end
    guard isCandidate else { return }
    addresses = AddressFinder(text: text, run: start..<end).addresses().reversed()
  }

  // MARK: Emoji and joiners

  /// Other characters than emoji start an emoji only before U+FE0F or U+20E3.
  private func emojiEnd(at index: Int, of kind: CharacterClass, next: Int) -> Int? {
    let end = reader.bounds.upperBound
    if kind != .emoji {
      guard next + 2 < end else { return nil }
      let follower = (text[next], text[next + 1])
      guard follower == (0xEF, 0xB8) || follower == (0xE2, 0x83) else { return nil }
    }
    return EmojiSequence.end(at: index, in: text, before: end)
  }

  /// Joiners belong to Arabic, Indic and Mongolian writing, and selectors of shape to other scripts than Han.
  private func isUsefulJoiner(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    guard index > reader.bounds.lowerBound, let before = text.scalar(before: index) else {
      return false
    }
    switch scalar.value {
    case 0x200C, 0x200D:
      return (0x600...0x109F).contains(before.value) || (0x1800...0x18AF).contains(before.value)
    case 0xFE00...0xFE0E: return !table.kind(of: before).isHan && before.value > 0xFF
    default: return false
    }
  }
}

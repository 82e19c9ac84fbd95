/// Turns lists into tables: folds the terms, numbers their scalars by falling frequency, builds the trie.
struct TermCompiler {
  private let folds: FoldTables
  private let basicPlane: [UInt16]
  private var terms = FoldedTerms()
  private var kinds = EntryKinds()
  private var compiled: CompiledTerms

  static func compile(_ lists: [TermList]) throws(TermListError) -> CompiledTerms {
    var compiler = Self()
    for (index, list) in lists.enumerated() { try compiler.take(list, index: index) }
    return compiler.finish()
  }

  private init() {
    folds = .standard
    basicPlane = FoldTables.standardBasicPlane
    compiled = CompiledTerms(folds: folds)
  }

  private mutating func take(_ list: TermList, index: Int) throws(TermListError) {
    let parsed = try list.parsed()
    let settings = ListSettings(parsed.header, isRaw: list.form == .literals)
    compiled.lists += [UInt32(compiled.lineStarts.count), settings.word]
    for record in parsed.records {
      let entry = compiled.lineStarts.count
      compiled.lineStarts.append(UInt32(record.lineStart))
      var marks: EntryMarks = record.isAllowed ? .allowed : record.hasGuards ? .guarded : []
      let length = fold(record.term, of: list.bytes, settings: settings, marks: &marks)
      let veto = parsed.header.lexiconVeto
      let isVetoed = veto == .eitherSide ? length >= 2 : veto == .bothSides && length == 2
      if !isVetoed { marks.remove(.vetoable) }
      if veto == .eitherSide { marks.insert(.vetoedEitherSide) }
      guard let kind = kinds.place(of: index, marks) else {
        throw TermListError(file: list.file, line: record.line, problem: .tooManyLists)
      }
      compiled.entries.append(kind)
      guard length > 0, length <= TermList.longestTerm else {
        terms.dropLast(length)
        if list.form == .literals { continue }
        let term = String(decoding: list.bytes[record.term], as: UTF8.self)
        throw TermListError(file: list.file, line: record.line, problem: .unfindable(term))
      }
      terms.add(entry: entry)
    }
  }

  /// Appends the folded scalars of a term without those that are skipped; says how many.
  private mutating func fold(
    _ term: Range<Int>,
    of bytes: [UInt8],
    settings: ListSettings,
    marks: inout EntryMarks
  ) -> Int {
    var length = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    var isPlain = settings.fold == .all
    var isHanOnly = true
    var signs = TermSigns(folds)
    var at = term.lowerBound
    while at < term.upperBound {
      let glyph = bytes.glyph(at: at)
      at = glyph.end
      if length == 0 { first = glyph.value }
      last = glyph.value
      isHanOnly = isHanOnly && isHan(glyph.value)
      let start = length
      if glyph.value < 0x10000, basicPlane[Int(glyph.value)] < CompiledTerms.Class.other {
        terms.pool.append(UInt32(basicPlane[Int(glyph.value)]))
        length += 1
      } else {
        folds.fold(glyph.value, .all) {
          if Skipped(of: glyph.value) == .no, Skipped(of: $0) == .no {
            terms.pool.append($0)
            length += 1
          } else {
            isPlain = false
          }
        }
      }
      signs.add(glyph.value, isKept: length > start)
    }
    marks.formUnion(signs.marks)
    if isPlain { marks.insert(.plain) }
    if isHanOnly { marks.insert(.vetoable) }
    if settings.hasLatinBoundary {
      if isLatin(first) { marks.insert(.latinStart) }
      if isLatin(last) { marks.insert(.latinEnd) }
    }
    return length
  }

  private mutating func finish() -> CompiledTerms {
    let numbering = ClassNumbering(terms)
    compiled.classes = basicPlane.map {
      $0 >= CompiledTerms.Class.other ? $0 : numbering.basic[Int($0)]
    }
    addSupplementary(numbering)
    compiled.kinds = kinds.words
    if compiled.entries.count % 2 != 0 { compiled.entries.append(0) }
    let trie = Trie(terms, numbering)
    (compiled.states, compiled.tails) = trie.tables(classCount: numbering.count + 1)
    compiled.prefixes = PrefixFilter.table(of: trie.prefixes)
    return compiled
  }

  private mutating func addSupplementary(_ numbering: ClassNumbering) {
    var classes = numbering.supplementary
    for value in folds.traditional + folds.compatible where value >= 0x10000 {
      var folded: [UInt32] = []
      folds.fold(value, .all) { folded.append($0) }
      let isSingle = folded.count == 1 && folded[0] < 0x10000
      let other = UInt32(CompiledTerms.Class.other)
      classes[value] = isSingle ? UInt32(numbering.basic[Int(folded[0])]) : other
    }
    compiled.supplementary = classes.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}

/// What entries have in common: their lists and marks.
private struct EntryKinds {
  /// List << 16 | marks.
  private(set) var words: [UInt32] = []
  private var places: [UInt32: UInt16] = [:]

  /// Where the kind stands among all; nil where there are too many.
  mutating func place(of list: Int, _ marks: EntryMarks) -> UInt16? {
    guard let list = UInt16(exactly: list) else { return nil }
    let word = UInt32(list) << 16 | marks.rawValue
    if let place = places[word] { return place }
    guard let place = UInt16(exactly: words.count) else { return nil }
    words.append(word)
    places[word] = place
    return place
  }
}

/// What the signs of a term tell of the places where it may stand.
private struct TermSigns {
  private let folds: FoldTables
  private var isFolded = true
  private var hasKept = false
  /// Whether there are signs since the last scalar that is looked for, and whether the last of them is firm.
  private var isBehindSign = false
  private var isBehindFirmSign = false
  private var found: EntryMarks = []

  init(_ folds: FoldTables) { self.folds = folds }

  var marks: EntryMarks {
    var marks = found
    if isFolded { marks.insert(.folded) }
    if isBehindFirmSign, hasKept { marks.insert(.signEnd) }
    return marks
  }

  /// Takes the next scalar; `isKept` tells whether it is looked for.
  mutating func add(_ value: UInt32, isKept: Bool) {
    isFolded = isFolded && isKept && folds.foldsToItself(value)
    guard isKept else {
      isBehindSign = isBehindSign || Skipped(of: value) != .invisible
      isBehindFirmSign = isFirm(value)
      return
    }
    if hasKept {
      if isBehindSign { found.insert(.signed) }
    } else if isBehindFirmSign {
      found.insert(.signStart)
    }
    (hasKept, isBehindSign, isBehindFirmSign) = (true, false, false)
  }

  /// Whether a sign stands for a sign alone, and is not invisible.
  private func isFirm(_ value: UInt32) -> Bool {
    guard Skipped(of: value) != .invisible, let folded = folds.foldedAlone(value, .all) else {
      return false
    }
    return Skipped(of: folded) != .no
  }
}

/// The terms of all lists, folded.
struct FoldedTerms {
  /// The scalars of all terms, one after the other.
  var pool: [UInt32] = []
  /// One more than there are terms.
  private(set) var starts: [Int] = [0]
  private(set) var entries: [UInt32] = []

  mutating func add(entry: Int) {
    starts.append(pool.count)
    entries.append(UInt32(entry))
  }

  mutating func dropLast(_ count: Int) { pool.removeLast(count) }
}

/// Numbers for scalars, from 1: those that are terms of their own first, then the most frequent.
struct ClassNumbering {
  /// By scalar of the basic plane; 0 for none.
  private(set) var basic = [UInt16](repeating: 0, count: 0x10000)
  private(set) var supplementary: [UInt32: UInt32] = [:]
  let count: Int

  init(_ terms: FoldedTerms) {
    let pool = terms.pool
    var isTerm: Set<UInt32> = []
    for term in terms.entries.indices where terms.starts[term + 1] - terms.starts[term] == 1 {
      isTerm.insert(pool[terms.starts[term]])
    }
    var uses = [UInt32](repeating: 0, count: 0x10000)
    var others: [UInt32: UInt32] = [:]
    for value in pool {
      if value < 0x10000 { uses[Int(value)] += 1 } else { others[value, default: 0] += 1 }
    }
    var order = uses.indices.filter { uses[$0] > 0 }.map { (UInt32($0), uses[$0]) }
    order += others.map { ($0.key, $0.value) }
    order.sort { left, right in
      let areTerms = (isTerm.contains(left.0), isTerm.contains(right.0))
      if areTerms.0 != areTerms.1 { return areTerms.0 }
      return left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
    }
    let most = Int(CompiledTerms.Class.other) - 2
    count = min(order.count, most)
    for (index, (value, _)) in order.prefix(most).enumerated() {
      if value < 0x10000 {
        basic[Int(value)] = UInt16(index + 1)
      } else {
        supplementary[value] = UInt32(index + 1)
      }
    }
  }

  /// 0 for a scalar without a number.
  func number(of value: UInt32) -> UInt16 {
    value < 0x10000 ? basic[Int(value)] : UInt16(supplementary[value] ?? 0)
  }
}

extension FoldTables {
  fileprivate static let standardBasicPlane = standard.basicPlane()

  /// The folded form of every scalar of the basic plane, or what `CompiledTerms.Class` says of it.
  private func basicPlane() -> [UInt16] {
    var table = (0..<0x10000).map { (value: UInt32) in
      Skipped(of: value) == .no ? UInt16(value) : CompiledTerms.Class.skipped
    }
    var changing: [UInt32] = traditional + compatible
    for range: ClosedRange<UInt32> in [
      0x41...0x5A, 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x2160...0x216F, 0x24B6...0x24CF,
      0xFF01...0xFF5E,
    ] {
      changing += range
    }
    for value in changing where value < 0x10000 && Skipped(of: value) == .no {
      var folded: UInt32 = 0
      var count = 0
      fold(value, .all) {
        folded = $0
        count += 1
      }
      let isSingle = count == 1 && folded < 0x10000
      let isSkipped = isSingle && Skipped(of: folded) != .no
      table[Int(value)] =
        isSkipped
        ? CompiledTerms.Class.skipped
        : isSingle ? UInt16(folded) : CompiledTerms.Class.other
    }
    return table
  }
}

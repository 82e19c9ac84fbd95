internal import Synchronization

/// A condition on the text around a hit of one entry, its texts folded.
struct FoldedGuard {
  private let kind: TermGuard.Kind
  private let isNeeded: Bool
  private let texts: [[UInt32]]
  /// The entry's term.
  private let term: [UInt32]

  /// `term` is where the entry's term stands in the bytes of its list.
  init(_ read: TermGuard, of term: Range<Int>, in bytes: [UInt8], _ folds: FoldTables) {
    kind = read.kind
    isNeeded = read.isNeeded
    texts = read.texts.map { folds.folded($0, of: bytes, .all) }
    self.term = kind == .word ? folds.folded(term, of: bytes, .all) : []
  }

  /// Whether the text around a hit fulfils the condition; `sentence` is asked for only where it matters.
  func allows(
    _ hit: Range<Int>,
    in surroundings: Surroundings,
    sentence: () -> Range<Int>
  ) -> Bool {
    let place = kind == .sentence ? sentence() : hit
    let isThere = texts.contains { wanted in
      switch kind {
      case .before: surroundings.ends(with: wanted[...], at: hit.lowerBound)
      case .after: surroundings.begins(with: wanted[...], at: hit.upperBound)
      case .sentence: surroundings.contains(wanted, in: place)
      case .word: isInside(wanted, hit, surroundings)
      }
    }
    return isThere == isNeeded
  }

  /// Whether the hit is part of a longer word at its place.
  private func isInside(_ word: [UInt32], _ hit: Range<Int>, _ surroundings: Surroundings) -> Bool {
    guard !term.isEmpty, word.count >= term.count else { return false }
    return (0...word.count - term.count).contains { start in
      word[start...].starts(with: term)
        && surroundings.ends(with: word[..<start], at: hit.lowerBound)
        && surroundings.begins(with: word[(start + term.count)...], at: hit.upperBound)
    }
  }
}

/// The guards of entries that were hit, read once: entries are only added, by many threads without a lock.
final class GuardBook: Sendable {
  private final class Page: Sendable {
    let entry: Int
    let guards: [FoldedGuard]
    let next = AtomicLazyReference<Page>()

    init(_ entry: Int, _ guards: [FoldedGuard]) {
      self.entry = entry
      self.guards = guards
    }
  }

  private final class Shelf: Sendable {
    let first = AtomicLazyReference<Page>()
  }

  /// A power of two of them.
  private let shelves = (0..<256).map { _ in Shelf() }

  /// The guards of an entry; `read` reads them where nobody has asked for them yet.
  func guards(of entry: Int, read: () -> [FoldedGuard]) -> [FoldedGuard] {
    let shelf = shelves[entry & (shelves.count - 1)]
    var page = shelf.first.load()
    while let found = page {
      if found.entry == entry { return found.guards }
      page = found.next.load()
    }
    return add(Page(entry, read()), to: shelf)
  }

  private func add(_ new: Page, to shelf: Shelf) -> [FoldedGuard] {
    var page = shelf.first.storeIfNil(new)
    while page !== new, page.entry != new.entry { page = page.next.storeIfNil(new) }
    return page.guards
  }
}

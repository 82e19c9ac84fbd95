import ChineseText

/// Something about a draft that several rules need and none should find out again.
///
/// Ask for it with `draft.fact(Citations.self)`. A fact is a value made of the scanned draft alone; it does not keep
/// the scanned draft, which keeps it.
package protocol DraftFact: Sendable {
  associatedtype Failure: Error
  init(_ draft: ScannedDraft) throws(Failure)
}

extension ScannedDraft {
  // Inlined, as what is generic costs more in the module that knows no fact than most facts do.
  /// A fact about the draft, found out when it is first asked for.
  @inlinable
  @inline(__always)
  package func fact<Fact: DraftFact>(_: Fact.Type) throws(Fact.Failure) -> Fact {
    if let known = facts.find(ObjectIdentifier(Fact.self)) as? KnownFact<Fact> { return known.fact }
    return try newFact(Fact.self)
  }

  /// A fact that something with an identity, such as a model, finds out about the draft; it is made once for each.
  package func fact<Fact: Sendable>(
    by finder: some AnyObject & Sendable,
    _ make: () throws -> Fact
  ) rethrows -> Fact {
    let key = ObjectIdentifier(finder)
    if let known = facts.find(key) as? KnownFact<Fact> { return known.fact }
    let new = KnownFact(try make())
    return (facts.keep(new, key) as? KnownFact<Fact> ?? new).fact
  }

  @usableFromInline
  func newFact<Fact: DraftFact>(_: Fact.Type) throws(Fact.Failure) -> Fact {
    let new = KnownFact(try Fact(self))
    return (facts.keep(new, ObjectIdentifier(Fact.self)) as? KnownFact<Fact> ?? new).fact
  }
}

/// A fact that was found out.
@usableFromInline
final class KnownFact<Fact: Sendable>: Sendable {
  @usableFromInline let fact: Fact

  @usableFromInline
  init(_ fact: Fact) { self.fact = fact }
}

/// The facts found out of one draft: lists that only grow, read and lengthened by many threads without a lock.
@usableFromInline
final class DraftFacts: Sendable {
  private final class Entry: Sendable {
    let type: ObjectIdentifier
    let fact: any AnyObject & Sendable
    let next = OncePlace()

    init(_ fact: any AnyObject & Sendable, _ type: ObjectIdentifier) {
      self.fact = fact
      self.type = type
    }
  }

  /// Each, like what follows it, for an `Entry`; as many as make most lists one entry long.
  private let lists = InlineArray<64, OncePlace> { _ in OncePlace() }

  /// The fact of a type; nil where it is not known yet.
  @usableFromInline
  func find(_ type: ObjectIdentifier) -> (any AnyObject & Sendable)? {
    var entry = lists[Self.list(of: type)].load() as? Entry
    while let found = entry {
      if found.type == type { return found.fact }
      entry = found.next.load() as? Entry
    }
    return nil
  }

  /// Keeps a fact, unless another thread has kept one of the type meanwhile; gives the one that is kept.
  @usableFromInline
  func keep(_ fact: any AnyObject & Sendable, _ type: ObjectIdentifier) -> any AnyObject & Sendable
  {
    let new = Entry(fact, type)
    var entry = lists[Self.list(of: type)].storeIfNil(new) as? Entry
    while let other = entry, other !== new {
      if other.type == type { return other.fact }
      entry = other.next.storeIfNil(new) as? Entry
    }
    return fact
  }

  private static func list(of type: ObjectIdentifier) -> Int {
    // Metadata of types lie some sixteen bytes and more apart.
    let address = UInt(bitPattern: type) >> 4
    return Int((address ^ address >> 6) & 63)
  }
}

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
  /// A fact about the draft, found out when it is first asked for.
  package func fact<Fact: DraftFact>(_: Fact.Type) throws(Fact.Failure) -> Fact {
    if let fact: Fact = facts.find() { return fact }
    return facts.keep(try Fact(self))
  }
}

/// The facts found out of one draft: a list that only grows, read and lengthened by many threads without a lock.
final class DraftFacts: Sendable {
  private final class Entry: Sendable {
    let type: ObjectIdentifier
    let fact: any Sendable
    let next = OncePlace()

    init(_ fact: some DraftFact) {
      type = ObjectIdentifier(Swift.type(of: fact))
      self.fact = fact
    }
  }

  /// Like all that follow it, for an `Entry`.
  private let first = OncePlace()

  /// The fact of this type; nil where it is not known yet.
  func find<Fact: DraftFact>() -> Fact? {
    var entry = first.load() as? Entry
    while let found = entry {
      if found.type == ObjectIdentifier(Fact.self) { return found.fact as? Fact }
      entry = found.next.load() as? Entry
    }
    return nil
  }

  /// Keeps a fact, unless another thread has kept the same meanwhile; gives the one that is kept.
  func keep<Fact: DraftFact>(_ fact: Fact) -> Fact {
    let new = Entry(fact)
    var entry = first.storeIfNil(new) as? Entry
    while let other = entry, other !== new {
      if let known = other.fact as? Fact { return known }
      entry = other.next.storeIfNil(new) as? Entry
    }
    return fact
  }
}

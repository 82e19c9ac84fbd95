/// What became of one item between two lists.
package struct ListChange: Hashable, Sendable {
  package enum Kind: Sendable {
    case kept
    case removed
    case added
  }

  package let kind: Kind
  /// In the new list; of what is removed, in the old one.
  package let index: Int
}

/// How one list becomes another, in the order of both.
package func listChanges(
  from oldCount: Int,
  to newCount: Int,
  same: (_ old: Int, _ new: Int) -> Bool
) -> [ListChange] {
  EditScript(from: oldCount, to: newCount, same: same).steps.map { step in
    switch step {
    case .keep(_, let new): ListChange(kind: .kept, index: new)
    case .remove(let old): ListChange(kind: .removed, index: old)
    case .insert(let new): ListChange(kind: .added, index: new)
    }
  }
}

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

/// How one list becomes another, in the order of both; what is removed comes before what is added in its place.
package func listChanges(
  from oldCount: Int,
  to newCount: Int,
  same: (_ old: Int, _ new: Int) -> Bool
) -> [ListChange] {
  var changes: [ListChange] = []
  var added: [ListChange] = []
  for step in EditScript(from: oldCount, to: newCount, same: same).steps {
    switch step {
    case .keep(_, let new):
      changes += added + [ListChange(kind: .kept, index: new)]
      added = []
    case .remove(let old): changes.append(ListChange(kind: .removed, index: old))
    case .insert(let new): added.append(ListChange(kind: .added, index: new))
    }
  }
  return changes + added
}

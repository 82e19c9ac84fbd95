/// The candidate that a mistyped word was probably meant to be, for "did you mean".
///
/// Nil where none is within two edits, or within one for words of up to four scalars.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let scalars = Array(word.unicodeScalars)
  let limit = scalars.count <= 4 ? 1 : 2
  let distances = candidates.map { (editDistance(scalars, Array($0.unicodeScalars)), $0) }
  return distances.filter { $0.0 <= limit }.min { $0 < $1 }?.1
}

/// How many scalars must be inserted, deleted, replaced or swapped with their neighbour.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replacement = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replacement, last[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwap { best = min(best, beforeLast[column - 1] + 1) }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

/// Why a term list cannot be used, and what to do.
package struct TermListError: Error, Hashable, CustomStringConvertible {
  package enum Problem: Hashable, Sendable {
    case unknownKey(String, known: [String])
    case unknownValue(String, key: String, known: [String])
    case repeatedKey(String)
    case badCertainty(String)
    case badSeverity(String)
    case badMatchType(String)
    case badDate(String, key: String)
    case badGuard(String)
    case badGuardName(String)
    case duplicate(String, firstLine: Int)
    case emptyTerm
    case unfindable(String)
    case missingTab
    case missingColumns(Int)
    case missingReplacement(String)
  }

  package let file: String
  /// From 1.
  package let line: Int
  package let problem: Problem

  package var description: String { "\(file):\(line): \(problem)" }
}

extension TermListError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownKey(let key, let known):
      "unknown key \"\(key)\", \(hint(key, known))"
    case .unknownValue(let value, let key, let known):
      "unknown value \"\(value)\" of \"\(key)\", \(hint(value, known))"
    case .repeatedKey(let key):
      "the key \"\(key)\" stands twice, remove one"
    case .badCertainty(let text):
      "unknown certainty \"\(text)\", write E, W or S"
    case .badSeverity(let text):
      "unknown severity \"\(text)\", write error, warning or suggestion"
    case .badMatchType(let text):
      "unknown match type \"\(text)\", write literal, regex or pair"
    case .badDate(let text, let key):
      "\"\(text)\" of \"\(key)\" is not a date, write it as 2026-03-01"
    case .badGuard(let text):
      "cannot read the guard \"\(text)\", write ¬前{…} ¬后{…} 须前{…} 须后{…} ¬词{…} ¬句{…} 须句{…} "
        + "or a NAME that a header line tells: # guard NAME: ¬句{…}"
    case .badGuardName(let name):
      "\"\(name)\" cannot name a guard, write capitals, digits and hyphens: # guard WARNING: ¬句{…}"
    case .duplicate(let term, let firstLine):
      "\"\(term)\" stands in line \(firstLine) already, remove one"
    case .emptyTerm:
      "the entry has no term, write one or remove the line"
    case .unfindable(let term):
      "\"\(term)\" has only characters that are skipped, or too many, so it would never be found"
    case .missingTab:
      "the columns are not parted by tabs, put one tab between them"
    case .missingColumns(let count):
      "the entry has \(count) columns, write seven: code, match type, pattern, severity, action, "
        + "replacement, note"
    case .missingReplacement(let term):
      "the pair \"\(term)\" has no replacement, write one or make it a literal"
    }
  }

  private func hint(_ word: String, _ known: [String]) -> String {
    let near = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    if let near, near.1 <= max(1, word.count / 3) { return "did you mean \"\(near.0)\"?" }
    return "known are " + known.joined(separator: ", ")
  }
}

/// Letters to insert, remove, replace or swap with their neighbour to get from one word to the other.
func distance(_ left: String, _ right: String) -> Int {
  let left = Array(left.utf8)
  let right = Array(right.utf8)
  var rows = [Array(0...right.count)]
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let replaced = rows[row][column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, rows[row][column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, rows[row - 1][column - 1] + 1)
      }
      current.append(best)
    }
    rows.append(current)
  }
  return rows[left.count][right.count]
}

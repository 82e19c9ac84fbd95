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
    case tooManyLists
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
    case .tooManyLists:
      "there are too many lists, put several into one"
    }
  }

  /// The same in Chinese.
  package var chinese: String {
    switch self {
    case .unknownKey(let key, let known): "没有键「\(key)」，\(chineseHint(key, known))"
    case .unknownValue(let value, let key, let known):
      "「\(key)」没有值「\(value)」，\(chineseHint(value, known))"
    case .repeatedKey(let key): "键「\(key)」写了两次，请删去一个"
    case .badCertainty(let text): "没有把握等级「\(text)」，请写 E、W 或 S"
    case .badSeverity(let text): "没有级别「\(text)」，请写 error、warning 或 suggestion"
    case .badMatchType(let text): "没有匹配方式「\(text)」，请写 literal、regex 或 pair"
    case .badDate(let text, let key): "「\(key)」的「\(text)」不是日期，请写成 2026-03-01"
    case .badGuard(let text):
      "看不懂条件「\(text)」，请写 ¬前{…} ¬后{…} 须前{…} 须后{…} ¬词{…} ¬句{…} 须句{…}，"
        + "或写表头里起的名字：# guard NAME: ¬句{…}"
    case .badGuardName(let name):
      "「\(name)」不能作条件的名字，请用大写字母、数字和连字符：# guard WARNING: ¬句{…}"
    case .duplicate(let term, let firstLine): "「\(term)」在第 \(firstLine) 行已经有了，请删去一个"
    case .emptyTerm: "这一条没有词，请补上或删去这一行"
    case .unfindable(let term): "「\(term)」里都是查找时略过的字符，或者太多，查不出来"
    case .missingTab: "各列没有用制表符隔开，请在两列之间放一个制表符"
    case .missingColumns(let count):
      "这一条有 \(count) 列，应有七列：编号、匹配方式、词句、级别、处理、替换、说明"
    case .missingReplacement(let term): "成对的「\(term)」没有替换词，请补上或改成 literal"
    case .tooManyLists: "词表太多，请把几份合成一份"
    }
  }

  private func chineseHint(_ word: String, _ known: [String]) -> String {
    nearest(to: word, among: known).map { "是不是「\($0)」？" }
      ?? "可以用：" + known.joined(separator: "、")
  }

  private func hint(_ word: String, _ known: [String]) -> String {
    if let near = nearest(to: word, among: known) { return "did you mean \"\(near)\"?" }
    return "known are " + known.joined(separator: ", ")
  }

  private func nearest(to word: String, among known: [String]) -> String? {
    let near = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= max(1, word.count / 3) ? $0.0 : nil }
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

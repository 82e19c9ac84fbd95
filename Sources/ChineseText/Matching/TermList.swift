/// How certain an entry's fault is, and so the severity of its finding.
package enum Certainty: UInt8, Sendable {
  case error
  case warning
  case suggestion
}

/// One entry of a term list, as its line says.
package struct TermEntry: Sendable, Hashable {
  package let term: String
  /// The column `standard` as written; empty for none.
  package let standard: String
  package let certainty: Certainty
  package let note: String
  /// From 1, in the list's file.
  package let line: Int

  package init(term: String, standard: String, certainty: Certainty, note: String, line: Int) {
    self.term = term
    self.standard = standard
    self.certainty = certainty
    self.note = note
    self.line = line
  }

  /// The one form to write instead; nil where there is none, or several, or only advice.
  package var replacement: String? {
    let isAdvice =
      standard.isEmpty || standard == "-" || standard.contains("/") || standard.contains("（")
    return isAdvice ? nil : standard
  }
}

/// Where a term of a list stands in the prose.
package struct TermHit: Hashable, Sendable {
  /// Index of the list among those that the matcher was built from.
  package let list: Int
  /// Index of the entry in its list.
  package let entry: Int
  /// UTF-8 bytes of the prose, from the first to the last matched scalar, skipped ones in between included.
  package let range: Range<Int>

  package init(list: Int, entry: Int, range: Range<Int>) {
    self.list = list
    self.entry = entry
    self.range = range
  }
}

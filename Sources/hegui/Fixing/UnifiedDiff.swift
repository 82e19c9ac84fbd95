import Reporting

/// The differences of two texts as `diff -u` writes them; empty where there are none.
func unifiedDiff(of path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
  let changes = changes(from: lines(of: old), to: lines(of: new))
  guard changes.contains(where: { $0.kind != .same }) else { return [] }
  var writer = ByteWriter()
  let isAbsolute = path.hasPrefix("/")
  writer.write("--- \(isAbsolute ? path : "a/\(path)")\n")
  writer.write("+++ \(isAbsolute ? path : "b/\(path)")\n")
  var end = 0
  var (oldStart, newStart) = (0, 0)
  for hunk in hunks(of: changes) {
    let part = changes[hunk]
    // Between hunks all is the same.
    oldStart += hunk.lowerBound - end
    newStart += hunk.lowerBound - end
    let oldCount = part.count { $0.kind != .added }
    let newCount = part.count { $0.kind != .removed }
    writer.write("@@ -\(place(oldStart, oldCount)) +\(place(newStart, newCount)) @@\n")
    for change in part {
      writer.write(byte: change.kind.rawValue)
      writer.write(change.line)
      if change.line.last != 0x0A { writer.write("\n\\ No newline at end of file\n") }
    }
    end = hunk.upperBound
    oldStart += oldCount
    newStart += newCount
  }
  return writer.bytes
}

private struct LineChange {
  enum Kind: UInt8 {
    case same = 0x20
    case removed = 0x2D
    case added = 0x2B
  }

  let kind: Kind
  let line: ArraySlice<UInt8>
}

private func place(_ start: Int, _ count: Int) -> String {
  count == 0 ? "\(start),0" : count == 1 ? "\(start + 1)" : "\(start + 1),\(count)"
}

/// With their ends.
private func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for (index, byte) in text.enumerated() where byte == 0x0A {
    lines.append(text[start...index])
    start = index + 1
  }
  if start < text.count { lines.append(text[start...]) }
  return lines
}

private func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [LineChange] {
  // Fixes seldom add or remove lines, and looking for moved ones takes time squared in what has changed.
  guard old.count != new.count else { return changesInPlace(from: old, to: new) }
  var removed: Set<Int> = []
  var added: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): added.insert(offset)
    }
  }
  var changes: [LineChange] = []
  var oldIndex = 0
  var newIndex = 0
  while oldIndex < old.count || newIndex < new.count {
    if oldIndex < old.count, removed.contains(oldIndex) {
      changes.append(LineChange(kind: .removed, line: old[oldIndex]))
      oldIndex += 1
    } else if newIndex < new.count, added.contains(newIndex) {
      changes.append(LineChange(kind: .added, line: new[newIndex]))
      newIndex += 1
    } else {
      changes.append(LineChange(kind: .same, line: old[oldIndex]))
      oldIndex += 1
      newIndex += 1
    }
  }
  return changes
}

/// Between texts of as many lines, each compared with its own; removed lines stand before those added for them.
private func changesInPlace(
  from old: [ArraySlice<UInt8>],
  to new: [ArraySlice<UInt8>]
) -> [LineChange] {
  var changes: [LineChange] = []
  var added: [LineChange] = []
  for (before, after) in zip(old, new) {
    if before == after {
      changes += added
      added = []
      changes.append(LineChange(kind: .same, line: before))
    } else {
      changes.append(LineChange(kind: .removed, line: before))
      added.append(LineChange(kind: .added, line: after))
    }
  }
  return changes + added
}

/// Changes with three lines around them; those that come close are one.
private func hunks(of changes: [LineChange]) -> [Range<Int>] {
  var hunks: [Range<Int>] = []
  for (index, change) in changes.enumerated() where change.kind != .same {
    let lower = max(0, index - 3)
    let upper = min(changes.count, index + 4)
    if let last = hunks.last, last.upperBound >= lower {
      hunks[hunks.count - 1] = last.lowerBound..<upper
    } else {
      hunks.append(lower..<upper)
    }
  }
  return hunks
}

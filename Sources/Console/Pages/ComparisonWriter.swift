import Reviewing

/// Writes what differs between two contents, in reading order.
struct ComparisonWriter {
  let old: CanonicalContent
  let new: CanonicalContent
  let frame: Frame

  /// Block by block, with how much was left out between them.
  var text: SafeHTML {
    let changes = textChanges(from: old, to: new)
    guard !changes.isEmpty || !old.title.hasSameBytes(as: new.title) else {
      return frame.empty(frame.words(ComparePhrase.sameText))
    }
    var parts: [SafeHTML] = [title]
    var place = 0
    for change in changes {
      let start = change.newIndex ?? place
      if start > place { parts.append(gap(of: start - place)) }
      place = change.newIndex.map { $0 + 1 } ?? place
      parts.append(write(change))
    }
    let rest = new.blocks.count - place
    if rest > 0 { parts.append(gap(of: rest)) }
    return "<div class=\"card changes\">\(parts)</div>"
  }

  private var title: SafeHTML {
    guard !old.title.hasSameBytes(as: new.title) else { return "" }
    return block(
      frame.words(ComparePhrase.heading),
      "<del>\(visibleText(old.title))</del> <ins>\(visibleText(new.title))</ins>"
    )
  }

  private func gap(of count: Int) -> SafeHTML {
    "<p class=\"gap\">\(frame.words(ComparePhrase.between, count: count))</p>"
  }

  private func block(_ label: String, _ inner: SafeHTML) -> SafeHTML {
    "<div class=\"change\"><p class=\"kind\">\(label)</p><p>\(inner)</p></div>"
  }

  private func write(_ change: BlockChange) -> SafeHTML {
    let parts = change.parts.map { part -> SafeHTML in
      let text = visibleText(part.text)
      return switch part.kind {
      case .equal: text
      case .removed: "<del>\(text)</del>"
      case .added: "<ins>\(text)</ins>"
      }
    }
    let hidden = [change.oldIndex.map { old.blocks[$0] }, change.newIndex.map { new.blocks[$0] }]
      .compactMap(\.self).contains { $0.utf8.starts(with: CanonicalContent.hiddenMark.utf8) }
    let label = frame.words(change.kind.phrase)
    let note = hidden ? frame.words("，", ", ") + frame.words(PreviewPhrase.hiddenPart) : ""
    return block(label + note, "\(parts)")
  }

  /// Links, images and what the draft says of itself.
  var rest: SafeHTML {
    let found = differences(between: old, and: new)
    let links = found.filter { $0.part == .link }.map { pair($0.approved, $0.found) }
    let images = found.filter { $0.part == .image }.map { pair($0.approved, $0.found) }
    let keys = Set(old.metadata.keys).union(new.metadata.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let told = keys.compactMap { key -> SafeHTML? in
      let (before, after) = (old.metadata[key], new.metadata[key])
      guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { return nil }
      return pair(before, after, named: key)
    }
    return "\(list(.links, links))\(list(.images, images))\(list(.metadata, told))"
  }

  private func list(_ phrase: ComparePhrase, _ items: [SafeHTML]) -> SafeHTML {
    items.isEmpty
      ? "" : frame.section(frame.words(phrase), "<ul class=\"card pairs\">\(items)</ul>")
  }

  private func pair(_ before: String?, _ after: String?, named name: String = "") -> SafeHTML {
    let label: SafeHTML = name.isEmpty ? "" : "<code>\(name)</code> "
    let gone: SafeHTML = before.map { "<del>\(visibleText($0))</del> " } ?? ""
    let come: SafeHTML = after.map { "<ins>\(visibleText($0))</ins>" } ?? ""
    return "<li>\(label)\(gone)\(come)</li>"
  }
}

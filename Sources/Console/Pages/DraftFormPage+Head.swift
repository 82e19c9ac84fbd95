import Reading
import Reviewing

/// What the draft says of itself: title, author, source and the like, which go to the head of its text.
extension DraftFormPage {
  /// The head that has fields, and the text without it.
  var parted: (head: MetadataHead, body: String) {
    MetadataHead.parted(
      manuscript.text,
      as: manuscript.format,
      keys: HeadPhrase.fields.map(\.rawValue)
    )
  }

  func headFields(_ head: MetadataHead, in frame: Frame) -> SafeHTML {
    let isNew = manuscript.text.isEmpty
    let fields = HeadFields(
      values: isNew ? usual(in: frame) : head,
      isUsual: isNew,
      words: frame.words
    )
    let more = HeadPhrase.fields.filter { !HeadPhrase.main.contains($0) }
    let order = head.entries.map(\.key).joined(separator: ",")
    return """
      <fieldset class="card head"><legend>\(frame.words(HeadPhrase.legend))</legend>\
      <p class="hint">\(frame.words(HeadPhrase.hint))</p>\(frame.hidden("_order", order))\
      \(fields.field(.title))<p class="counter" data-part="title"></p>\
      <div class="row">\(HeadPhrase.main.dropFirst().map { fields.field($0) })</div>\
      <details\("open", if: more.contains { head[$0.rawValue] != nil })>\
      <summary>\(frame.words(HeadPhrase.more))</summary>\
      <div class="row">\(more.map { fields.field($0) })</div></details></fieldset>
      """
  }

  /// What a new draft begins with.
  private func usual(in frame: Frame) -> MetadataHead {
    guard let viewer = frame.viewer else { return MetadataHead([]) }
    let department = institution.departments[viewer.user.department] ?? ""
    return MetadataHead([
      .init("author", "\(department) \(viewer.user.displayName)"), .init("source", department),
      .init("date", frame.now.dateInChina),
    ])
  }
}

/// The fields under the names that `FormFields.jsonWithHead` reads.
private struct HeadFields {
  let values: MetadataHead
  /// Whether nobody has written the values yet.
  let isUsual: Bool
  let words: Words

  func field(_ phrase: HeadPhrase) -> SafeHTML {
    let key = phrase.rawValue
    let value = values[key] ?? ""
    let id = "f-head-" + key
    let hint: SafeHTML =
      phrase.fieldHint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(words($0))</p>" } ?? ""
    let described: SafeHTML = hint.isEmpty ? "" : " aria-describedby=\"\(id)-hint\""
    let usual: SafeHTML =
      isUsual && !value.isEmpty
      ? "<input type=\"hidden\" name=\"_usual.\(key)\" value=\"\(value)\">" : ""
    return """
      <div class="field"><label for="\(id)">\(words(phrase))</label>\(hint)\
      \(control(phrase, value, "id=\"\(id)\" name=\"_head.\(key)\"\(described)\(labels(of: key))"))\(usual)</div>
      """
  }

  /// Scripts tell by them whether the text names the same itself, and write the last line of plain text.
  private func labels(of key: String) -> SafeHTML {
    let labels = metadataLabels(of: key)
    return labels.isEmpty ? "" : " data-labels=\"\(labels.joined(separator: "|"))\""
  }

  private func control(
    _ phrase: HeadPhrase,
    _ value: String,
    _ attributes: SafeHTML
  ) -> SafeHTML {
    switch phrase {
    case .draftClass:
      let classes = ClassPhrase.allCases.map { ($0.rawValue, words($0)) }
      return choice([("", words(HeadPhrase.byColumn))] + classes, value, attributes)
    case .original:
      return choice([notSaid, ("true", words(HeadPhrase.isOriginal))], value, attributes)
    case .reprint:
      return choice([notSaid, ("true", words(HeadPhrase.isReprint))], value, attributes)
    case .date where value.isEmpty || isDay(value):
      return "<input type=\"date\" \(attributes) value=\"\(value)\">"
    default: return "<input type=\"text\" \(attributes) value=\"\(value)\">"
    }
  }

  private var notSaid: (String, String) { ("", words(HeadPhrase.notSaid)) }

  /// What stands there already is kept, whatever it is.
  private func choice(
    _ known: [(value: String, label: String)],
    _ value: String,
    _ attributes: SafeHTML
  ) -> SafeHTML {
    let isKnown = known.contains { $0.value == value }
    let options = (known + (isKnown ? [] : [(value, value)])).map { option -> SafeHTML in
      "<option value=\"\(option.value)\"\("selected", if: option.value == value)>\(option.label)</option>"
    }
    return "<select \(attributes)>\(options)</select>"
  }

  /// As in 2026-11-22, the only form that a field of the type `date` shows.
  private func isDay(_ text: String) -> Bool {
    text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
  }
}

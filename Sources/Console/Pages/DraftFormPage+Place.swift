import Linting
import Reviewing

/// Where it is to appear, and the parts that groups of the release form are made of.
extension DraftFormPage {
  func place(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let options = institution.columns.map { column -> SafeHTML in
      let label = words(
        DraftFormPhrase.columnOf,
        ["column": column.name, "department": institution.departments[column.owner] ?? ""]
      )
      return """
        <option value="\(column.id.value)" data-key="\(column.key)"\
        \("selected", if: column.id == manuscript.column)>\(label)</option>
        """
    }
    let column = frame.field(
      words(DraftFormPhrase.column),
      hint: words(DraftFormPhrase.columnHint),
      name: "column",
      isRequired: true
    ) {
      "<select \($0)><option value=\"\">\(words(DraftFormPhrase.chooseColumn))</option>\(options)</select>"
    }
    let others = manuscript.channels.filter { ChannelPhrase(rawValue: $0) == nil }
    let keys = ChannelPhrase.allCases.map(\.rawValue) + others
    let channels = boxes(
      DraftFormPhrase.channels,
      hint: DraftFormPhrase.channelsHint,
      name: "channels[]",
      options: keys.map { ($0, words.channel($0)) },
      ticked: Set(manuscript.channels),
      in: frame
    )
    return
      "<section class=\"card\"><h2>\(words(DraftFormPhrase.place))</h2>\(column)\(channels)</section>"
  }

  /// The id and the name of the field that a JSON pointer means.
  func place(of pointer: String) -> (anchor: String, label: any Phrases)? {
    let labels: [String: (anchor: String, label: any Phrases)] = [
      "/content": ("f-content", DraftFormPhrase.content),
      "/channels": ("f-channels[]", DraftFormPhrase.channels),
      "/form/public_basis": ("f-form.public_basis", DeclarationPhrase.basis),
      "/form/basis_note": ("f-form.basis_note", DeclarationPhrase.basisNote),
      "/form/publicity": ("f-form.publicity", DeclarationPhrase.publicity),
      "/form/personal_data": ("f-form.personal_data", DeclarationPhrase.personalData),
      "/form/consents": ("f-form.consents:lines", DeclarationPhrase.consents),
      "/form/authors": ("f-form.authors:lines", DeclarationPhrase.authors),
      "/form/medical_reviewer": ("f-form.medical_reviewer", DeclarationPhrase.medicalReviewer),
      "/form/fact_checked_by": ("f-form.fact_checked_by", DeclarationPhrase.factCheckedBy),
      "/form/note": ("f-form.note", DeclarationPhrase.note),
      "/form/rights": ("g-files", DeclarationPhrase.rights),
      "/form/expires_at": ("f-form.expires_at:time", DeclarationPhrase.expires),
      "/form/urgency/ground": ("f-form.urgency.ground", DeclarationPhrase.ground),
      "/form/urgency/duty_leader": ("f-form.urgency.duty_leader", DeclarationPhrase.dutyLeader),
      "/form/urgency/valid_until": (
        "f-form.urgency.valid_until:time", DeclarationPhrase.validUntil
      ),
    ]
    return labels[pointer]
  }

  /// Whether the field that has this id is among those still to be filled in.
  private func isMissing(_ anchor: String) -> Bool {
    missing.contains { place(of: $0)?.anchor == anchor }
  }

  /// A field of the form; `isNeeded` marks what is always to be filled in before it is handed in.
  func declared(
    _ label: some Phrases,
    hint: (some Phrases)?,
    name: String,
    isNeeded: Bool = false,
    in frame: Frame,
    _ control: (_ attributes: SafeHTML) -> SafeHTML
  ) -> SafeHTML {
    let words = frame.words
    let id = "f-" + name
    let described: SafeHTML = hint == nil ? "" : " aria-describedby=\"\(id)-hint\""
    let line: SafeHTML =
      hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(words($0))</p>" } ?? ""
    return """
      <div class="field"><label for="\(id)">\(words(label))\(mark(isNeeded, in: frame))</label>\
      \(line)\(control("id=\"\(id)\" name=\"\(name)\"\(described)"))\(fault(id, in: frame))</div>
      """
  }

  /// A choice of one, all in sight.
  func radios(
    _ legend: some Phrases,
    hint: (some Phrases)?,
    name: String,
    options: [(value: String, label: Localized)],
    chosen: String?,
    in frame: Frame
  ) -> SafeHTML {
    let words = frame.words
    let items = options.map { option -> SafeHTML in
      """
      <label><input type="radio" name="\(name)" value="\(option.value)"\
      \("checked", if: option.value == chosen)> \(words(option.label))</label>
      """
    }
    let line: SafeHTML = hint.map { "<p class=\"hint\">\(words($0))</p>" } ?? ""
    return """
      <fieldset class="boxes lines" id="f-\(name)"><legend>\(words(legend))\(mark(true, in: frame))</legend>\
      \(line)\(items)\(fault("f-" + name, in: frame))</fieldset>
      """
  }

  func boxes(
    _ legend: some Phrases,
    hint: (some Phrases)?,
    name: String,
    options: [(value: String, label: String)],
    ticked: Set<String>,
    in frame: Frame
  ) -> SafeHTML {
    let items = options.map { option -> SafeHTML in
      """
      <label><input type="checkbox" name="\(name)" value="\(option.value)"\
      \("checked", if: ticked.contains(option.value))> \(option.label)</label>
      """
    }
    let line: SafeHTML = hint.map { "<p class=\"hint\">\(frame.words($0))</p>" } ?? ""
    return """
      <fieldset class="boxes" id="f-\(name)"><legend>\(frame.words(legend))</legend>\
      \(line)\(items)\(fault("f-" + name, in: frame))</fieldset>
      """
  }

  private func mark(_ isNeeded: Bool, in frame: Frame) -> SafeHTML {
    isNeeded ? " <span class=\"needed\">\(frame.words(DeclarationPhrase.needed))</span>" : ""
  }

  private func fault(_ anchor: String, in frame: Frame) -> SafeHTML {
    guard isMissing(anchor) else { return "" }
    return "<p class=\"missing\">\(frame.words(DeclarationPhrase.missing))</p>"
  }
}

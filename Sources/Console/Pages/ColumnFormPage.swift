package import Reviewing

/// A new column, or one as it is to be.
package struct ColumnFormPage: Page {
  /// Nil for a new one.
  let column: Column?
  let departments: [Department]

  package init(column: Column?, departments: [Department]) {
    self.column = column
    self.departments = departments
  }

  package var width: PageWidth { .narrow }
  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String {
    column?.name ?? frame.words(ColumnPhrase.addTitle)
  }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let label = words(column == nil ? ColumnPhrase.create : .save)
    return frame.form(
      column == nil ? .post : .patch,
      column.map { "/v1/columns/\($0.id.value)" } ?? "/v1/columns",
      version: column?.version,
      next: "/columns?done=saved",
      style: "card"
    ) {
      """
      \(naming(in: frame))\
      \(frame.departmentChoice(departments, name: "owner", chosen: column?.owner))\
      \(upkeep(in: frame))\
      <p class="actions"><button class="primary">\(label)</button></p>
      """
    }
  }

  private func naming(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let name = frame.textField(
      words(ColumnPhrase.name),
      name: "name",
      value: column?.name ?? "",
      isRequired: true
    )
    if let column {
      return """
        \(frame.pairs([(words(ColumnPhrase.key), "<code>\(column.key)</code>")]))\(name)
        """
    }
    let key = frame.textField(
      words(ColumnPhrase.key),
      hint: words(ColumnPhrase.keyHint),
      name: "key",
      isRequired: true
    )
    return "\(name)\(key)"
  }

  private func upkeep(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let days = frame.field(
      words(ColumnPhrase.days),
      hint: words(ColumnPhrase.daysHint),
      name: "freshness_days:number"
    ) {
      "<input type=\"number\" \($0) min=\"1\" max=\"3650\" value=\"\(column?.freshnessDays.map(String.init) ?? "")\">"
    }
    let classes = ClassPhrase.allCases.map { (value: $0.rawValue, label: words($0)) }
    let draftClass = frame.choice(
      words(ColumnPhrase.draftClass),
      hint: words(ColumnPhrase.classHint),
      name: "class",
      options: [("", words(ColumnPhrase.noClass))] + classes,
      chosen: column?.draftClass ?? ""
    )
    let escalates = frame.tick(
      words(ColumnPhrase.escalatesBox),
      name: "escalates",
      isTicked: column?.escalates ?? false
    )
    let active = frame.tick(
      words(ColumnPhrase.activeBox),
      name: "active",
      isTicked: column?.isActive ?? true
    )
    // Left empty, they are taken away.
    let cleared = ["freshness_days", "class"].map { frame.hidden("\($0):null", "1") }
    return "\(cleared)\(days)\(draftClass)\(escalates)\(active)"
  }
}

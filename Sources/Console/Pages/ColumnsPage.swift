package import Reviewing

/// How well each column is kept up, by department.
package struct ColumnsPage: Page {
  let columns: [(column: Column, freshness: Freshness)]
  let departments: [Department]

  package init(columns: [(column: Column, freshness: Freshness)], departments: [Department]) {
    self.columns = columns
    self.departments = departments
  }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(ColumnPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let mayChange = frame.viewer?.has(anyOf: [.administrator]) ?? false
    let add: SafeHTML =
      mayChange
      ? "<a class=\"button primary\" href=\"/columns/new\">\(words(ColumnPhrase.add))</a>" : ""
    guard !columns.isEmpty else {
      return
        "\(frame.empty(words(ColumnPhrase.empty), add))\(mayChange ? newDepartment(in: frame) : "")"
    }
    let heads: [ColumnPhrase] = [.column, .last, .limit, .state]
    let table = frame.table(
      heads.map { words($0) } + (mayChange ? [words(ColumnPhrase.change)] : []),
      groups: owners.map { owner in
        (departments.name(of: owner), rows(of: owner, mayChange, in: frame))
      }
    )
    return """
      <div class="strip"><p class="aside">\(words(ColumnPhrase.hint))</p>\(add)</div>\
      \(summary(in: frame))\(table)\(mayChange ? newDepartment(in: frame) : "")
      """
  }

  private func summary(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let late = columns.filter(\.freshness.isStale)
    guard !late.isEmpty else { return "<p class=\"notice\">\(words(ColumnPhrase.allFine))</p>" }
    let names = late.map(\.column.name).joined(separator: words("、", ", "))
    return """
      <div class="alert"><p><b>\(words(ColumnPhrase.lateOnes, count: late.count))</b></p>\
      <p>\(names)</p></div>
      """
  }

  /// Departments with something overdue first.
  private var owners: [ID<Department>] {
    let all = departments.map(\.id)
    let named = all + columns.map(\.column.owner).filter { !all.contains($0) }
    let used = named.filter { id in columns.contains { $0.column.owner == id } }
    let late = used.filter { id in
      columns.contains { $0.column.owner == id && $0.freshness.isStale }
    }
    return late + used.filter { !late.contains($0) }
  }

  private func rows(of owner: ID<Department>, _ mayChange: Bool, in frame: Frame) -> [[SafeHTML]] {
    let change = frame.words(ColumnPhrase.change)
    return columns.filter { $0.column.owner == owner }.sorted { order(of: $0) < order(of: $1) }
      .map { item in
        let link: SafeHTML =
          """
          <a href="/columns/\(item.column.id.value)" aria-label="\(change) \(item.column.name)">\(change)</a>
          """
        return [
          name(of: item.column, in: frame), last(item.freshness, in: frame),
          "\(limit(of: item.column, in: frame))", state(of: item, in: frame),
        ] + (mayChange ? [link] : [])
      }
  }

  /// The most overdue first, those out of use last.
  private func order(of item: (column: Column, freshness: Freshness)) -> (Int, Int) {
    guard item.column.isActive else { return (2, 0) }
    guard item.freshness.isStale else { return (1, -(item.freshness.days ?? 0)) }
    return (0, -(item.freshness.days ?? .max))
  }

  private func name(of column: Column, in frame: Frame) -> SafeHTML {
    let raised: SafeHTML =
      column.escalates
      ? " <span class=\"badge\">\(frame.words(ColumnPhrase.escalates))</span>" : ""
    return "\(column.name)\(raised)"
  }

  private func last(_ freshness: Freshness, in frame: Frame) -> SafeHTML {
    let words = frame.words
    guard let days = freshness.days, let moment = freshness.lastPublishedAt else {
      return "\(words(ColumnPhrase.never))"
    }
    let ago = days == 0 ? words(ColumnPhrase.today) : words(ColumnPhrase.daysAgo, count: days)
    return "<time datetime=\"\(moment.description)\" title=\"\(words.time(moment))\">\(ago)</time>"
  }

  private func limit(of column: Column, in frame: Frame) -> String {
    column.freshnessDays.map { frame.words(ColumnPhrase.every, count: $0) }
      ?? frame.words(ColumnPhrase.noLimit)
  }

  private func state(
    of item: (column: Column, freshness: Freshness),
    in frame: Frame
  ) -> SafeHTML {
    let words = frame.words
    guard item.column.isActive else {
      return "<span class=\"badge\">\(words(ColumnPhrase.resting))</span>"
    }
    if item.freshness.isStale {
      guard let days = item.freshness.days, let limit = item.column.freshnessDays else {
        return "<span class=\"badge bad\">\(words(ColumnPhrase.neverLate))</span>"
      }
      return "<span class=\"badge bad\">\(words(ColumnPhrase.late, count: days - limit))</span>"
    }
    return item.column.freshnessDays == nil
      ? "" : "<span class=\"badge fine\">\(words(ColumnPhrase.fine))</span>"
  }

  private func newDepartment(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let name = frame.textField(
      words(ColumnPhrase.departmentName),
      name: "name",
      isRequired: true
    )
    let key = frame.textField(
      words(ColumnPhrase.departmentKey),
      hint: words(ColumnPhrase.keyHint),
      name: "key",
      isRequired: true
    )
    let form = frame.form(
      .post,
      "/v1/departments",
      next: "/columns?done=saved",
      style: "card short"
    ) {
      "\(name)\(key)<p class=\"actions\"><button>\(words(ColumnPhrase.create))</button></p>"
    }
    return "<details><summary>\(words(ColumnPhrase.addDepartment))</summary>\(form)</details>"
  }
}

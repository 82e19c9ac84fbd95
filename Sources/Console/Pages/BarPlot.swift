/// Horizontal bars, drawn by the server; the table beside them says the same to those who do not see them.
struct BarPlot {
  let title: String
  /// What each bar of a row is; at most two.
  let series: [String]
  let rows: [(name: String, values: [Double])]
  /// Told behind the title; empty where the title says it.
  var unit = ""

  var html: SafeHTML {
    let most = rows.flatMap(\.values).max() ?? 0
    guard most > 0 else { return "" }
    let lines = rows.map { row -> SafeHTML in
      let numbers = row.values.map { $0 == $0.rounded() ? $0.text(digits: 0) : $0.text(digits: 1) }
        .joined(separator: " / ")
      return """
        <li><span class="name">\(row.name)</span>\(bars(row.values, of: most))\
        <span class="value">\(numbers)</span></li>
        """
    }
    let key = series.enumerated().map { index, name in
      "<span class=\"key\(index + 1)\">\(name)</span> " as SafeHTML
    }
    let legend: SafeHTML = series.count > 1 ? "<p class=\"key\">\(key)</p>" : ""
    return """
      <figure class="plot card" aria-hidden="true"><figcaption>\(title)\(unit)</figcaption>\(legend)\
      <ul>\(lines)</ul></figure>
      """
  }

  private func bars(_ values: [Double], of most: Double) -> SafeHTML {
    let height = 6 * values.count + 2 * (values.count - 1)
    let shapes = values.enumerated().map { index, value -> SafeHTML in
      // A little of what is there is seen, however little it is.
      let width = value == 0 ? 0 : max(0.6, value / most * 100)
      return """
        <rect class="bar\(index + 1)" x="0" y="\(index * 8)" height="6" width="\(width.text(digits: 1))"/>
        """
    }
    return """
      <svg viewBox="0 0 100 \(height)" height="\(height * 2)" preserveAspectRatio="none" focusable="false">\
      \(shapes)</svg>
      """
  }
}

extension Double {
  /// With so many digits after the point.
  func text(digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = (magnitude * Double(scale)).rounded()
    guard scaled < 9e15 else { return String(self) }
    let number = Int(scaled)
    let whole = (self < 0 && number > 0 ? "-" : "") + String(number / scale)
    guard digits > 0 else { return whole }
    let fraction = String(number % scale)
    return whole + "." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
  }
}

/// What the assessment counts (seed 1, 七2; compliance handbook, section 11.11).
package struct ReviewStatistics: Hashable, Codable, Sendable {
  package struct Row: Hashable, Codable, Sendable {
    /// The department's or column's id.
    package let key: String
    package var submitted = 0
    package var returned = 0
    package var published = 0
    package var corrected = 0
    package var retracted = 0
    package var errors = 0
    package var warnings = 0
    package var suggestions = 0
    /// Of the current revisions, in thousands of code points.
    package var thousandsOfCharacters = 0.0

    package init(key: String) { self.key = key }
  }

  /// How long something took, over all of a kind that came to an end in the time.
  package struct Turnaround: Hashable, Codable, Sendable {
    /// A stage's key, or a department's id; empty for all together.
    package let key: String
    package let count: Int
    /// In minutes, as is `longest`; of an even count the mean of the middle two.
    package let median: Int
    package let longest: Int

    /// Nil of none; in milliseconds.
    package init?(key: String, of times: [Int64]) {
      let sorted = times.sorted()
      guard let last = sorted.last else { return nil }
      let middle = sorted.count / 2
      let sum = sorted[middle] + sorted[sorted.count.isMultiple(of: 2) ? middle - 1 : middle]
      self.key = key
      count = sorted.count
      median = Int((sum / 2 + 30_000) / 60_000)
      longest = Int((last + 30_000) / 60_000)
    }
  }

  package var departments: [Row]
  package var columns: [Row]
  /// For how long drafts stood at each stage, each time they did, whether they passed it or not.
  package var stages: [Turnaround]
  /// From the first handing in to the first publication: all together first, then by department.
  package var publications: [Turnaround]

  package init(
    departments: [Row],
    columns: [Row],
    stages: [Turnaround] = [],
    publications: [Turnaround] = []
  ) {
    self.departments = departments
    self.columns = columns
    self.stages = stages
    self.publications = publications
  }

  /// Of times by key, in the order of the keys.
  package static func turnarounds(of times: [String: [Int64]]) -> [Turnaround] {
    times.sorted { $0.key < $1.key }.compactMap { Turnaround(key: $0.key, of: $0.value) }
  }
}

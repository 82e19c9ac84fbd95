package import Linting

/// A report that has a part for each draft and something of its own around them.
package protocol PartedReport: Sendable {
  /// All that stands before the parts; where it is empty a part may be written before the next draft is done.
  var opening: [UInt8] { get }
  /// What stands between two parts.
  var separator: [UInt8] { get }
  /// All that stands behind the parts.
  var closing: [UInt8] { get }

  /// A draft's part; empty where there is nothing to tell of it.
  func part(of report: DraftReport) -> [UInt8]
}

extension PartedReport {
  package var opening: [UInt8] { [] }
  package var separator: [UInt8] { [] }
  package var closing: [UInt8] { [] }

  /// The whole report on one draft.
  package func document(of report: DraftReport) -> [UInt8] { opening + part(of: report) + closing }
}

/// The rule that a draft which could not be judged is told under, where a format knows findings only.
let incompleteRule = "hegui/incomplete"

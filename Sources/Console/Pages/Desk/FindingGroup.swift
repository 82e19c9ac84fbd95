import Linting
import Reviewing

/// Findings that say the same of the same words and stand alike with the gate: one card with all their places.
///
/// Where the words are confidential nobody can tell whether they are the same, and each finding is its own.
struct FindingGroup {
  /// In source order; the first names the card.
  let members: [Int]

  var first: Int { members[0] }
  var rest: ArraySlice<Int> { members.dropFirst() }

  private struct Key: Hashable {
    let rule: String
    let severity: Severity
    let escalation: Escalation?
    let message: String
    let advice: String?
    let words: Digest
    let clearance: DeskMatter.Clearance
  }

  private init(_ members: [Int]) { self.members = members }

  /// The groups of some of the findings, by their first places.
  static func all(of indices: [Int], in matter: DeskMatter) -> [Self] {
    let findings = matter.findings
    var places: [Key: Int] = [:]
    var groups: [[Int]] = []
    for index in indices {
      let finding = findings[index]
      guard let words = finding.matched else {
        groups.append([index])
        continue
      }
      let key = Key(
        rule: finding.rule,
        severity: finding.severity,
        escalation: finding.escalation,
        message: finding.message.zh,
        advice: finding.advice?.title.zh,
        words: words,
        clearance: matter.clearance(of: finding)
      )
      if let place = places[key] {
        groups[place].append(index)
      } else {
        places[key] = groups.count
        groups.append([index])
      }
    }
    return groups.map(Self.init)
  }
}

/// Waivers that were asked for and decided at one time in the same words.
struct WaiverGroup {
  let members: [Waiver]

  var first: Waiver { members[0] }
  var rest: ArraySlice<Waiver> { members.dropFirst() }

  private init(_ members: [Waiver]) { self.members = members }

  static func all(of waivers: [Waiver]) -> [Self] {
    var groups: [[Waiver]] = []
    for waiver in waivers {
      if let place = groups.firstIndex(where: { $0[0].isTold(as: waiver) }) {
        groups[place].append(waiver)
      } else {
        groups.append([waiver])
      }
    }
    return groups.map(Self.init)
  }
}

extension Waiver {
  /// Whether a line about the one says all about the other too, but for the place.
  fileprivate func isTold(as other: Waiver) -> Bool {
    state == other.state && rule == other.rule && reason == other.reason && note == other.note
      && evidence == other.evidence && expiresAt == other.expiresAt
      && requester == other.requester && requestedAt == other.requestedAt
      && decider == other.decider && decidedAt == other.decidedAt
      && decisionNote == other.decisionNote && seconder == other.seconder
      && secondedAt == other.secondedAt && secondNote == other.secondNote
      && revocation == other.revocation
  }
}

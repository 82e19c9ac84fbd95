import ChineseText
import Glibc
import Linting

/// A linear model of sentences: which of them are faults told in words that no list has, and of which rule.
///
/// A detector weighs the pieces of a sentence (`SentencePieces`), once for each family of groups of rules; for one that
/// weighs enough a classifier, with weights for each rule, names the rule. Both were learned from sentences written for
/// this purpose (`corpus/sentences`) by `scripts/make-sentence-model`.
///
/// A class: what it found in a draft is kept by its identity.
final class SentenceModel: Sendable {
  /// How sure the detector is.
  enum Certainty { case likely, certain }

  /// What a sentence is suspected of.
  struct Suspicion {
    let certainty: Certainty
    /// The row of the family.
    fileprivate let row: Int
  }

  private let detector: Deferred<SentenceWeights?>
  private let classifier: Deferred<SentenceWeights?>
  /// The rows of the classifier that a family may be, by the row of the family.
  private let rowsOfFamily: Deferred<[[Int]]>

  /// Of the bytes of the two files: one is read when a draft is judged, the other when a sentence weighs enough.
  init(_ detector: Deferred<[UInt8]>, by classifier: Deferred<[UInt8]>) {
    let detector = Deferred { try? SentenceWeights(of: detector.value, path: "") }
    let classifier = Deferred { try? SentenceWeights(of: classifier.value, path: "") }
    self.detector = detector
    self.classifier = classifier
    rowsOfFamily = Deferred {
      guard let families = detector.value?.rows, let rules = classifier.value?.rows else {
        return []
      }
      return families.map { family in
        let groups = family.name.split(separator: "+").map { $0 + "/" }
        return rules.indices.filter { groups.contains(where: rules[$0].name.hasPrefix) }
      }
    }
  }

  /// The weights of a part of a text; those of several parts may be added.
  func sums(of part: Range<Int>, in text: Span<UInt8>) -> SentenceWeights.Sums {
    detector.value?.sums(of: part, in: text) ?? SentenceWeights.Sums()
  }

  /// The family whose fault is likeliest what weighs that much; nil where none is likely enough.
  func suspicion(of sums: SentenceWeights.Sums) -> Suspicion? {
    guard let detector = detector.value else { return nil }
    var best: (excess: Double, suspicion: Suspicion)?
    for row in detector.rows.indices {
      let score = detector.score(sums.weights[row], pieces: sums.pieces, row)
      let thresholds = detector.rows[row].thresholds
      guard let least = thresholds.first, let certain = thresholds.last, score >= least,
        score - least > best?.excess ?? -1
      else { continue }
      best = (
        score - least,
        Suspicion(certainty: score >= certain ? .certain : .likely, row: row)
      )
    }
    return best?.suspicion
  }

  /// The rule of the suspected family whose fault a part of a text is likeliest; nil where no rule has a fair share of
  /// what speaks for the family, as in texts of other matters than the model has learned from.
  func rule(for suspicion: Suspicion, in part: Range<Int>, of text: Span<UInt8>) -> String? {
    guard let classifier = classifier.value else { return nil }
    let pieces = classifier.pieces(of: part, in: text)
    let scores = rowsOfFamily.value[suspicion.row].map { ($0, classifier.score(pieces, $0)) }
    guard let (row, best) = scores.max(by: { $0.1 < $1.1 }) else { return nil }
    let share = 1 / scores.reduce(0) { $0 + exp($1.1 - best) }
    return share >= Self.leastShare ? classifier.rows[row].name : nil
  }

  /// One in twenty faults that nobody learned from has less, and of what is taken for one in news of politics and
  /// trade every second sentence.
  private static let leastShare = 0.15
}

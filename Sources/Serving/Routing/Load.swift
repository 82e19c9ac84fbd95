import Synchronization

/// How many requests are being answered.
final class Load: Sendable {
  private let count = Atomic(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// False where there are too many.
  func enter() -> Bool {
    let (_, now) = count.add(1, ordering: .relaxed)
    guard now > limit else { return true }
    leave()
    return false
  }

  func leave() { count.subtract(1, ordering: .relaxed) }
}

import Synchronization

/// How many large bodies are held at once: each takes as much memory as it has bytes.
final class UploadSlots: Sendable {
  private let taken = Mutex(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Whether there was a free one; who has it gives it back.
  func take() -> Bool {
    taken.withLock { taken in
      guard taken < limit else { return false }
      taken += 1
      return true
    }
  }

  func giveBack() { taken.withLock { $0 -= 1 } }
}

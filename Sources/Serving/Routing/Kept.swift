import Synchronization

/// A value that is made when it is first asked for, and kept.
final class Kept<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    value.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}

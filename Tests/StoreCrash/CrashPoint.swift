import Storing

/// Where the writing process kills itself; `random` leaves it to the one that watches.
enum CrashPoint: String, CaseIterable {
  case random
  /// Within a transaction, its submission written, its entry of the record not.
  case between
  case committing
  case committed
  case anchored

  init(_ event: StoreEvent) {
    switch event {
    case .committing: self = .committing
    case .committed: self = .committed
    case .anchored, .anchorFailed: self = .anchored
    }
  }
}

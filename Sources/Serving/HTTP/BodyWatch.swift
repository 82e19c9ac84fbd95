import NIOCore
import Synchronization

/// Ends a request whose body comes too slowly: Hummingbird's idle timeout lets one byte a second go on for ever.
final class BodyWatch: Sendable {
  private struct State {
    var received = 0
    var isExpired = false
  }

  private let state = Mutex(State())
  private let channel: any Channel
  private let start: ContinuousClock.Instant
  private let limits: ServingLimits

  init(_ channel: any Channel, start: ContinuousClock.Instant, limits: ServingLimits) {
    self.channel = channel
    self.start = start
    self.limits = limits
  }

  var isExpired: Bool { state.withLock(\.isExpired) }

  func received(_ byteCount: Int) { state.withLock { $0.received += byteCount } }

  func look(at now: ContinuousClock.Instant) {
    let elapsed = now - start
    let isLate = state.withLock { state in
      guard !state.isExpired else { return false }
      state.isExpired = isTooSlow(state.received, after: elapsed)
      return state.isExpired
    }
    if isLate { endInput() }
  }

  /// What was received after so long is too little, or not all yet.
  private func isTooSlow(_ received: Int, after elapsed: Duration) -> Bool {
    if elapsed > .seconds(limits.bodySeconds) { return true }
    let seconds = Int(elapsed.components.seconds)
    return seconds >= 3 && received < seconds * limits.bodyBytesPerSecond
  }

  /// Nothing more is read, so that the handler goes on and answers.
  private func endInput() {
    let channel = channel
    channel.eventLoop.execute {
      channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
  }
}

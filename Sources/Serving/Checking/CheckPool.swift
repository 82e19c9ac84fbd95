import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// A few threads for work that would keep others waiting, with a deadline for whoever waits.
final class CheckPool: Service {
  let threadCount = System.coreCount
  private let threads: NIOThreadPool
  private let deadlines: Deadlines
  private let seconds: Int

  init(deadlines: Deadlines, seconds: Int) {
    threads = NIOThreadPool(numberOfThreads: threadCount)
    threads.start()
    self.deadlines = deadlines
    self.seconds = seconds
  }

  /// Throws `check-timeout` where it takes too long; the work itself cannot be stopped.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    try await answer { awaited in
      self.submit { isOpen in isOpen ? awaited.resume(with: work) : awaited.refuse() }
    }
  }

  /// What `begin` has somebody resume; throws `check-timeout` where that takes too long.
  func answer<Value: Sendable>(_ begin: (Awaited<Value>) -> Void) async throws -> Value {
    let awaited = Awaited<Value>(until: .now + .seconds(seconds))
    let id = deadlines.add { awaited.look(at: $0) }
    defer { deadlines.remove(id) }
    return try await withCheckedThrowingContinuation { continuation in
      awaited.hold(continuation)
      begin(awaited)
    }
  }

  /// Runs work on one of the threads; it is told whether there is any left, or the server ends.
  func submit(_ work: @escaping @Sendable (_ isOpen: Bool) -> Void) {
    threads.submit { work($0 == .active) }
  }

  func run() async throws {
    try? await gracefulShutdown()
    try await threads.shutdownGracefully()
  }
}

/// Something that is waited for until a deadline; the first to resume it answers.
final class Awaited<Value: Sendable>: Sendable {
  private let continuation = Mutex<CheckedContinuation<Value, any Error>?>(nil)
  private let end: ContinuousClock.Instant

  fileprivate init(until end: ContinuousClock.Instant) { self.end = end }

  fileprivate func hold(_ held: CheckedContinuation<Value, any Error>) {
    continuation.withLock { $0 = held }
  }

  /// Answers that it takes too long, if it does.
  fileprivate func look(at now: ContinuousClock.Instant) {
    if now > end { resume(.failure(Problem(.checkTimeout).retrying(after: 5))) }
  }

  /// Resumes with what the work makes, if somebody waits for it still.
  func resume(with work: () -> Value) {
    if isWanted { resume(.success(work())) }
  }

  /// Answers that no thread is left.
  func refuse() { resume(.failure(Problem(.notReady).retrying(after: 5))) }

  /// Whether the deadline is not over; if it is, that is answered.
  var isWanted: Bool {
    let now = ContinuousClock.now
    look(at: now)
    return now <= end
  }

  private func resume(_ result: Result<Value, any Error>) {
    let taken = continuation.withLock { held in
      defer { held = nil }
      return held
    }
    taken?.resume(with: result)
  }
}

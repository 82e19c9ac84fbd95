import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// A few threads for work that would keep others waiting, with a deadline for whoever waits.
final class CheckPool: Service {
  private let threads: NIOThreadPool
  private let deadlines: Deadlines
  private let seconds: Int

  init(deadlines: Deadlines, seconds: Int) {
    threads = NIOThreadPool(numberOfThreads: System.coreCount)
    threads.start()
    self.deadlines = deadlines
    self.seconds = seconds
  }

  /// Throws `check-timeout` where it takes too long; the work itself cannot be stopped.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    let end = ContinuousClock.now + .seconds(seconds)
    return try await withCheckedThrowingContinuation { continuation in
      let once = Once(continuation)
      let id = deadlines.add { now in
        if now > end { once.resume(.failure(Problem(.checkTimeout).retrying(after: 5))) }
      }
      threads.submit { state in
        switch state {
        case .active where ContinuousClock.now < end: once.resume(.success(work()))
        case .active: once.resume(.failure(Problem(.checkTimeout).retrying(after: 5)))
        case .cancelled: once.resume(.failure(Problem(.notReady).retrying(after: 5)))
        }
        self.deadlines.remove(id)
      }
    }
  }

  func run() async throws {
    try? await gracefulShutdown()
    try await threads.shutdownGracefully()
  }
}

/// A continuation that whoever comes first resumes.
private final class Once<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) {
    self.continuation = Mutex(continuation)
  }

  func resume(_ result: Result<Value, any Error>) {
    let taken = continuation.withLock { held in
      defer { held = nil }
      return held
    }
    taken?.resume(with: result)
  }
}

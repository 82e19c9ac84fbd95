import Reviewing
import Synchronization

/// Counts requests by client and minute.
final class RateLimiter: Sendable {
  struct Standing {
    let remaining: Int
    /// Until the count begins anew.
    let seconds: Int
    let isOver: Bool
  }

  private struct Window {
    var start: Int64
    var count: Int
  }

  private let windows = Mutex<[String: Window]>([:])
  private let limit: Int
  private let milliseconds: Int64

  init(limit: Int, seconds: Int) {
    self.limit = limit
    milliseconds = Int64(seconds) * 1000
  }

  /// Counts one more of a client.
  func count(_ client: String, at now: Timestamp) -> Standing {
    windows.withLock { windows in
      if windows.count > 10_000 { forgetOld(&windows, now) }
      var window = windows[client] ?? Window(start: now.milliseconds, count: 0)
      if now.milliseconds - window.start >= milliseconds || now.milliseconds < window.start {
        window = Window(start: now.milliseconds, count: 0)
      }
      window.count += 1
      windows[client] = window
      return standing(of: window, now)
    }
  }

  /// Whether one more would be too many; counts nothing.
  func standing(of client: String, at now: Timestamp) -> Standing {
    windows.withLock { windows in
      let window = windows[client] ?? Window(start: now.milliseconds, count: 0)
      guard now.milliseconds - window.start < milliseconds else {
        return Standing(remaining: limit, seconds: 0, isOver: false)
      }
      return standing(of: Window(start: window.start, count: window.count + 1), now)
    }
  }

  /// Counts one less of a client.
  func takeBack(_ client: String) {
    windows.withLock { windows in
      guard let window = windows[client], window.count > 0 else { return }
      windows[client]?.count -= 1
    }
  }

  func forget(_ client: String) { windows.withLock { _ = $0.removeValue(forKey: client) } }

  private func standing(of window: Window, _ now: Timestamp) -> Standing {
    let left = window.start + milliseconds - now.milliseconds
    return Standing(
      remaining: max(0, limit - window.count),
      seconds: Int((left + 999) / 1000),
      isOver: window.count > limit
    )
  }

  private func forgetOld(_ windows: inout [String: Window], _ now: Timestamp) {
    windows = windows.filter { now.milliseconds - $0.value.start < milliseconds }
    // Who sends from that many addresses shall not fill the memory.
    if windows.count > 10_000 { windows = [:] }
  }
}

/// A line on standard error that counts drafts, where people look at it and the work is long.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false
  private var done = 0

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && total > 1 && Stream.error.isTerminal
  }

  mutating func advance() {
    done += 1
    guard isShown, done < total else { return }
    let now = ContinuousClock.now
    guard total > 200 || start.duration(to: now) > .seconds(1) else { return }
    if let lastDrawn, lastDrawn.duration(to: now) < .milliseconds(100) { return }
    lastDrawn = now
    isDrawn = true
    let filled = done * 24 / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    draw("\r\(bar) \(done)/\(total)")
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    guard isDrawn else { return }
    isDrawn = false
    draw("\r\u{1B}[K")
  }

  private func draw(_ text: String) {
    var stream = Stream.error
    try? stream.write(text)
    try? stream.flush()
  }
}

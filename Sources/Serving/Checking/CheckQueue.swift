import Linting
import Synchronization

/// Judges drafts on the threads of the pool, together those that wait: code and tables that one draft has just used
/// are at hand for the next.
final class CheckQueue: Sendable {
  private struct Waiting {
    let check: CheckBody
    let day: Day
    let write: @Sendable (DraftReport) -> [UInt8]
    let answer: Awaited<[UInt8]>

    func goes(with other: Waiting) -> Bool {
      day == other.day && check.profile == other.check.profile
    }
  }

  private struct State {
    var waiting: [Waiting] = []
    /// Threads that judge nothing.
    var idle: Int

    /// The next to be judged together: a fair share, and no more than is soon done.
    mutating func next() -> [Waiting] {
      guard let first = waiting.first else { return [] }
      let share = min((waiting.count + idle) / (idle + 1), 16)
      var (count, bytes) = (1, first.check.text.count)
      while count < share, waiting[count].goes(with: first) {
        bytes += waiting[count].check.text.count
        guard bytes <= 1 << 17 else { break }
        count += 1
      }
      defer { waiting.removeFirst(count) }
      return Array(waiting.prefix(count))
    }
  }

  private let linter: Linter
  private let pool: CheckPool
  private let state: Mutex<State>

  init(linter: Linter, pool: CheckPool) {
    self.linter = linter
    self.pool = pool
    state = Mutex(State(idle: pool.threadCount))
  }

  /// What is written of the report on a draft; throws `check-timeout`.
  func judge(
    _ check: CheckBody,
    on day: Day,
    write: @escaping @Sendable (DraftReport) -> [UInt8]
  ) async throws -> [UInt8] {
    try await pool.answer { answer in
      let takesThread = state.withLock { state in
        state.waiting.append(Waiting(check: check, day: day, write: write, answer: answer))
        guard state.idle > 0 else { return false }
        state.idle -= 1
        return true
      }
      if takesThread { pool.submit(work) }
    }
  }

  /// The work of one thread: some drafts, then other work of the pool has its turn.
  private func work(isOpen: Bool) {
    let drafts = state.withLock { $0.next() }
    if isOpen {
      judge(drafts.filter { $0.answer.isWanted })
    } else {
      for draft in drafts { draft.answer.refuse() }
    }
    let goesOn = state.withLock { state in
      if state.waiting.isEmpty { state.idle += 1 }
      return !state.waiting.isEmpty
    }
    if goesOn { pool.submit(work) }
  }

  private func judge(_ drafts: [Waiting]) {
    guard let first = drafts.first else { return }
    let files = drafts.map { draft in
      let check = draft.check
      return DraftFile(
        path: check.name,
        bytes: check.text,
        format: check.format,
        lookingBeside: nil
      )
    }
    let reports = linter.judging(on: first.day, as: first.check.profile).lint(files)
    for (draft, report) in zip(drafts, reports) {
      draft.answer.resume { draft.write(report) }
    }
  }
}

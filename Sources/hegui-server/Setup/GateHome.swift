import Foundation
import Linting
import Reviewing
import Storing

/// A data folder in use by this process: its store, and who acts at the command line.
struct GateHome {
  let folder: DataFolder
  let store: SQLiteStore

  /// `anchors` is where they go; nil for the folder itself.
  init(
    _ path: String,
    anchors: String?,
    isNew: Bool = false,
    watch: @escaping @Sendable (StoreEvent) -> Void = GateHome.tell
  ) async throws {
    folder = DataFolder(path)
    if !isNew { try Self.check(path) }
    do {
      store = try await SQLiteStore.open(folder, anchors: anchors, at: .now, watch: watch)
    } catch {
      throw CommandFailure(message: "\(error)")
    }
  }

  /// Throws where a folder has no data of a gate.
  static func check(_ path: String) throws {
    guard DataFolder(path).hasDatabase else {
      throw CommandFailure(
        message: "\(path) 里没有数据：请先运行 hegui gate init（no data there, run: hegui gate init）"
      )
    }
  }

  @Sendable static func tell(_ event: StoreEvent) {
    guard case .anchorFailed(let reason) = event else { return }
    warn("锚点没能写入（an anchor could not be written）：\(reason)")
  }

  /// What is recorded of something done at the machine itself.
  static func event(
    _ action: String,
    _ kind: String,
    _ id: String,
    _ data: JSON = [:],
    at now: Timestamp = .now
  ) -> AuditEvent {
    AuditEvent(
      at: now,
      doer: doer,
      action: action,
      subject: AuditEntry.Subject(kind: kind, id: id),
      data: data
    )
  }

  static var doer: AuditEntry.Doer {
    AuditEntry.Doer(
      user: nil,
      displayName: ProcessInfo.processInfo.environment["USER"] ?? "",
      means: Actor.Means.commandLine.rawValue,
      address: "",
      requestID: ""
    )
  }
}

import Linting
import Reviewing

extension Dispatcher {
  /// Answers 404 for a submission that the caller must not know of, as for one that there is not.
  func requireSeen(_ exchange: Exchange) async throws {
    guard try await isSeen(exchange) else { throw Problem(.notFound) }
  }

  /// Whether the caller can see what the path names; true where it names nothing of the kind.
  func isSeen(_ exchange: Exchange) async throws -> Bool {
    guard let find = subject(of: exchange), let caller = exchange.caller else { return true }
    return try await services.store.read { store in
      guard let submission = try find(store), let user = try store.user(caller.user.id) else {
        return false
      }
      return Visibility(of: submission).includes(user)
    }
  }

  private func subject(
    of exchange: Exchange
  ) -> (@Sendable (any StoreReading) throws -> Submission?)? {
    switch exchange.route.subject {
    case .none: nil
    case .draft: { try $0.submission(exchange.id("draft")) }
    case .permit: { try $0.submission(ofPermit: exchange.id("permit")) }
    case .publication: { try $0.submission(ofPublication: exchange.id("publication")) }
    case .waiver: { try $0.submission(ofWaiver: exchange.id("waiver")) }
    }
  }
}

import Hummingbird

extension GateServer {
  /// Serves until the process is told to stop; what is under way is brought to its end first.
  package func run() async throws { try await application().runService() }
}

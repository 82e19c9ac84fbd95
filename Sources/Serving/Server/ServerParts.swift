package import Console
package import Linting
package import Logging
package import Reporting
package import Reviewing

/// What the server works with; all of it is passed in.
package struct ServerParts: Sendable {
  package let store: any ReviewStore
  package let linter: Linter
  package let book: RuleBook
  package let tool: Tool
  package let clock: @Sendable () -> Timestamp
  package let ids: IDSource
  package let checker: any ManuscriptChecker
  package let signer: PermitSigner?
  package let metrics: PrometheusMetrics
  /// What the pages of the console name.
  package let assets: Assets
  package let logger: Logger
  /// Nil where the store has no anchors.
  package let anchors: AnchorHealth?

  package init(
    store: any ReviewStore,
    linter: Linter,
    book: RuleBook,
    tool: Tool,
    clock: @escaping @Sendable () -> Timestamp,
    ids: IDSource,
    checker: any ManuscriptChecker,
    signer: PermitSigner?,
    metrics: PrometheusMetrics,
    assets: Assets,
    logger: Logger,
    anchors: AnchorHealth? = nil
  ) {
    self.store = store
    self.linter = linter
    self.book = book
    self.tool = tool
    self.clock = clock
    self.ids = ids
    self.checker = checker
    self.signer = signer
    self.metrics = metrics
    self.assets = assets
    self.logger = logger
    self.anchors = anchors
  }
}

import Console
import Linting
import Reviewing

/// The record and its verification, in words.
struct AuditPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/audit", for: .roles(AuditRoutes.verifiers, .read), audit),
      .page("/audit/verification", for: .roles(AuditRoutes.verifiers, .read), verification),
    ]
  }

  private static let pageSize = 50

  private func audit(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let subject = try exchange.query.text("subject", 1...64)
    let asked = try exchange.query.number("before", 1...Int(Int32.max))
    let before = asked.map { Int64($0) } ?? .max
    let isReader = actor.has(anyOf: AuditRoutes.readers)
    let page = try await services.store.read { store -> AuditPage in
      let entries =
        isReader
        ? try store.auditEntries(before: before, limit: Self.pageSize, subject: subject) : nil
      return AuditPage(
        entries: entries,
        names: try store.names(of: entries ?? [], for: actor.user),
        subject: subject ?? "",
        before: entries?.count == Self.pageSize ? entries?.last?.sequence : nil,
        isFirst: asked == nil
      )
    }
    return pages.answer(page, exchange)
  }

  private func verification(_ exchange: Exchange) async throws -> Answer {
    let typed = try exchange.query.text("code", 1...40)
    let code = typed.flatMap { AuditCode($0) }
    let report = try await services.verifiedAudit(code: code)
    // As the API has it: who may verify sees what is wrong, readers what is on record besides.
    let isReader = try exchange.actor().has(anyOf: AuditRoutes.readers)
    let checkpoints = try await services.store.read { isReader ? try $0.checkpoints() : [] }
    let page = AuditResultPage(
      report: report,
      checkpoints: checkpoints.suffix(100).reversed(),
      isReader: isReader,
      code: typed.map { code == nil ? .invalid($0) : .typed($0) } ?? .none
    )
    return pages.answer(page, exchange)
  }
}

extension StoreReading {
  /// What the subjects of entries are called, as far as the reader may know.
  fileprivate func names(of entries: [AuditEntry], for reader: User) throws -> [String: String] {
    var names: [String: String] = [:]
    for user in try users() { names[user.id.value] = user.displayName }
    for department in try departments() { names[department.id.value] = department.name }
    for column in try columns() { names[column.id.value] = column.name }
    let drafts = Set(entries.filter { $0.subject.kind == "draft" }.map(\.subject.id))
    for id in drafts {
      guard let submission = try submission(ID(id)) else { continue }
      let summary = SubmissionSummary(of: submission)
      guard Visibility(of: summary).includes(reader), !summary.title.isEmpty else { continue }
      names[id] = summary.title
    }
    return names
  }
}

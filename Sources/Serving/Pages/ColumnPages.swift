import Console
import Reviewing

/// Columns, for everybody to see and for administrators to change.
struct ColumnPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    let administering = Route.Access.roles([.administrator], .administer)
    return [
      .page("/columns", columns), .page("/columns/new", for: administering, newColumn),
      .page("/columns/{column}", for: administering, column),
    ]
  }

  private func columns(_ exchange: Exchange) async throws -> Answer {
    let page = try await services.store.read { store -> ColumnsPage in
      let last = try store.lastPublications()
      let columns = try store.columns().map { column in
        (column: column, freshness: column.freshness(since: last[column.id], at: exchange.now))
      }
      return ColumnsPage(columns: columns, departments: try store.departments())
    }
    return pages.answer(page, exchange)
  }

  private func newColumn(_ exchange: Exchange) async throws -> Answer {
    let departments = try await services.store.read { try $0.departments() }
    return pages.answer(ColumnFormPage(column: nil, departments: departments), exchange)
  }

  private func column(_ exchange: Exchange) async throws -> Answer {
    let page = try await services.store.read { store -> ColumnFormPage? in
      guard let column = try store.column(exchange.id("column")) else { return nil }
      return ColumnFormPage(column: column, departments: try store.departments())
    }
    guard let page else { throw Problem(.notFound) }
    return pages.answer(page, exchange)
  }
}

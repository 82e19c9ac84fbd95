import Console
import HTTPTypes
import Linting
import Reviewing

/// Whether the server is well, and the pages of the problems.
struct SystemRoutes {
  let services: Services
  private let pages: PageMaking
  private let described = Kept<[UInt8]>()

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/healthz",
        access: .open,
        documentation: .init(
          id: "getHealth",
          summary: Localized("进程是否在运行", "Whether the process runs"),
          answer: "Health"
        ),
        work: .read { _ in Answer(["status": "ok"]) }
      ),
      Route(
        method: .get,
        path: "/readyz",
        access: .open,
        documentation: .init(
          id: "getReadiness",
          summary: Localized("能否处理请求", "Whether requests can be served"),
          answer: "Health",
          problems: [.notReady]
        ),
        work: .read(ready)
      ),
      .get(
        "/v1/openapi.json",
        "getDocument",
        Localized("这份说明", "This description"),
        .open,
        answer: "Document",
        document
      ),
      Route(
        method: .get,
        path: "/problems",
        access: .open,
        isPage: true,
        documentation: .init(
          id: "listProblems",
          summary: Localized("全部问题代码", "All problem codes"),
          answerType: "text/html"
        ),
        work: .read(problems)
      ),
      Route(
        method: .get,
        path: "/problems/{code}",
        access: .open,
        isPage: true,
        documentation: .init(
          id: "getProblem",
          summary: Localized("一个问题代码的说明", "What a problem code means"),
          answerType: "text/html",
          problems: [.notFound]
        ),
        work: .read(problem)
      ),
    ]
  }

  private func ready(_ exchange: Exchange) async throws -> Answer {
    do {
      _ = try await services.store.read { try $0.chain() }
      guard services.parts.anchors?.isFailing ?? false else { return Answer(["status": "ok"]) }
      return Answer(["status": "degraded", "faults": ["anchors"]])
    } catch {
      throw Problem(.notReady).retrying(after: 5)
    }
  }

  private func document(_ exchange: Exchange) async throws -> Answer {
    Answer(
      type: "application/json",
      bytes: described.value { OpenAPIDocument.json(of: RouteTable(services)).canonicalBytes }
    )
  }

  private func problems(_ exchange: Exchange) async throws -> Answer {
    pages.answer(ProblemListPage(problems: ProblemCode.allCases.map(\.line)), exchange)
  }

  private func problem(_ exchange: Exchange) async throws -> Answer {
    guard let code = ProblemCode(rawValue: exchange.parameter("code")) else {
      throw Problem(.notFound)
    }
    return pages.answer(ProblemPage(problem: code.line), exchange)
  }
}

extension ProblemCode {
  fileprivate var line: ProblemLine {
    ProblemLine(code: rawValue, status: status, title: title, advice: advice)
  }
}

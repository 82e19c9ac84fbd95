import Console
import Linting
import Reading
import Reporting
import Synchronization

/// The library of rules, for everybody.
struct RulePages {
  let services: Services
  private let pages: PageMaking
  /// All that a search looks through, in lower case, in the order of the book's rules.
  private let texts = Kept<[[UInt8]]>()
  /// By rule, of those that were asked for.
  private let fixes = FixesOfRules()

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/rules", for: .open, rules), .page("/rules/{group}/{name}", for: .open, rule),
    ]
  }

  private func rules(_ exchange: Exchange) async throws -> Answer {
    let filter = RulesPage.Filter(
      text: try exchange.query.text("text", 1...100) ?? "",
      group: try exchange.query.choice("group"),
      severity: try exchange.query.choice("severity")
    )
    let words = filter.text.lowercased().utf8.split { $0 == 0x20 }
    let book = services.parts.book
    let texts = texts.value { book.rules.map { Array(text(of: $0).lowercased().utf8) } }
    let found = zip(book.rules, texts).filter { info, text in
      if let group = filter.group, info.group != group.rawValue { return false }
      if let severity = filter.severity, info.severity != severity { return false }
      return words.allSatisfy { text.contains(Array($0)) }
    }.map(\.0)
    return pages.answer(RulesPage(rules: found, filter: filter), exchange)
  }

  private func text(of info: RuleInfo) -> String {
    let basis = info.basis.map { services.parts.book.title(of: $0) + " " + $0.clause }
    return ([info.id, info.summary.zh, info.summary.en, info.why.zh, info.why.en] + basis)
      .joined(separator: "\n")
  }

  private func rule(_ exchange: Exchange) async throws -> Answer {
    let id = "\(exchange.parameter("group"))/\(exchange.parameter("name"))"
    let book = services.parts.book
    guard let info = book.info(of: id) else { throw Problem(.notFound) }
    let cases = services.parts.linter.rules.first { $0.info.id == id }?.cases ?? []
    let fix = try await fixes.fix(of: id, in: cases, services)
    let page = RulePage(
      info: info,
      grounds: info.basis.map { .init(clause: $0.clause, source: book.source(of: $0)) },
      fix: fix,
      cases: cases
    )
    return pages.answer(page, exchange)
  }
}

/// What fixes rules get, of those that were asked for: to find out takes checks, and anybody may ask.
private final class FixesOfRules: Sendable {
  private let found = Mutex<[String: Fix.Safety?]>([:])

  func fix(
    of rule: String,
    in cases: [RuleCase],
    _ services: Services
  ) async throws -> Fix.Safety? {
    if let known = found.withLock({ $0[rule] }) { return known }
    let linter = services.parts.linter
    let fix = try await services.pool.run { linter.fix(of: rule, in: cases) }
    found.withLock { $0[rule] = .some(fix) }
    return fix
  }
}

extension Linter {
  /// The most careful kind of fix that a rule's own examples get; nil where they get none.
  fileprivate func fix(of rule: String, in cases: [RuleCase]) -> Fix.Safety? {
    let examples = cases.filter { $0.isFlagged && $0.fixed != nil }
    guard !examples.isEmpty else { return nil }
    let fixes = examples.flatMap { example -> [Fix.Safety] in
      let draft = example.draft.replacing("⟦", with: "").replacing("⟧", with: "")
      let report = lint(
        path: "case",
        bytes: Array(draft.utf8),
        format: draft.hasPrefix("<") ? .html : .markdown
      )
      return report.findings.filter { $0.rule == rule }.compactMap { $0.fix?.safety }
    }
    return fixes.isEmpty || fixes.contains(.unsafe) ? .unsafe : .safe
  }
}

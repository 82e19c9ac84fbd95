import HTTPTypes
import Linting
import Reviewing

/// Roles, departments and columns.
struct OrganisationRoutes {
  let services: Services

  var routes: [Route] {
    let administering = Route.Access.roles([.administrator], .administer)
    return [
      .get("/v1/roles", "listRoles", Localized("全部角色", "All roles"), .open, answer: "RoleList") {
        _ in
        Answer([
          "roles": .array(
            Role.allCases.map { ["role": .string($0.rawValue), "title": $0.title.body] }
          )
        ])
      },
      .get(
        "/v1/departments",
        "listDepartments",
        Localized("全部科室", "All departments"),
        answer: "DepartmentList",
        departments
      ),
      .change(
        .post,
        "/v1/departments",
        "createDepartment",
        Localized("新建科室", "Add a department"),
        administering,
        body: "DepartmentRequest",
        status: 201,
        answer: "Department",
        problems: [.conflict],
        .write(createDepartment)
      ),
      .get(
        "/v1/columns",
        "listColumns",
        Localized("全部栏目", "All columns"),
        answer: "ColumnList",
        columns
      ),
      .get(
        "/v1/columns/freshness",
        "listFreshness",
        Localized("各栏目多久没有更新", "How long ago each column was kept up"),
        answer: "FreshnessList",
        freshness
      ),
      .change(
        .post,
        "/v1/columns",
        "createColumn",
        Localized("新建栏目", "Add a column"),
        administering,
        body: "ColumnRequest",
        status: 201,
        answer: "Column",
        problems: [.conflict],
        .write(createColumn)
      ),
      .change(
        .patch,
        "/v1/columns/{column}",
        "changeColumn",
        Localized("修改栏目；null 取消更新期限或类别", "Change a column; null takes away its days or class"),
        administering,
        needs: [.version],
        body: "ColumnChange",
        answer: "Column",
        problems: [.notFound],
        .write(changeColumn)
      ),
    ]
  }

  private func departments(_ exchange: Exchange) async throws -> Answer {
    let departments = try await services.store.read { try $0.departments() }
    return Answer(["departments": .array(departments.map(\.body))])
  }

  private func createDepartment(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let (key, name) = (fields.key("key"), fields.text("name", 1...100))
    try fields.finish()
    let (actor, ids) = (try exchange.actor(), services.parts.ids)
    return { store in
      guard try !store.departments().contains(where: { $0.key == key }) else { throw Problem.taken }
      let department = Department(id: ids.next(at: exchange.now), key: key, name: name)
      try store.save(department)
      try store.append(
        actor.event("department.create", "department", department.id.value, at: exchange.now)
      )
      return Outcome(Answer(status: 201, department.body))
    }
  }

  private func columns(_ exchange: Exchange) async throws -> Answer {
    let columns = try await services.store.read { try $0.columns() }
    return Answer(["columns": .array(columns.map(\.body))])
  }

  private func freshness(_ exchange: Exchange) async throws -> Answer {
    let (columns, last) = try await services.store.read {
      (try $0.columns(), try $0.lastPublications())
    }
    let rows = columns.map { $0.body(of: $0.freshness(since: last[$0.id], at: exchange.now)) }
    return Answer(["columns": .array(rows)])
  }

  private func createColumn(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let key = fields.key("key")
    var column = Column(
      id: services.parts.ids.next(at: exchange.now),
      key: key,
      name: fields.text("name", 1...100),
      owner: ID(fields.text("owner", 1...64))
    )
    column.read(&fields)
    try fields.finish()
    let actor = try exchange.actor()
    return { [column] store in
      try store.require(column.owner)
      guard try !store.columns().contains(where: { $0.key == key }) else { throw Problem.taken }
      try store.save(column)
      try store.append(actor.event("column.create", "column", column.id.value, at: exchange.now))
      return Outcome(Answer(status: 201, column.body).with(.eTag, column.tag))
    }
  }

  private func changeColumn(_ exchange: Exchange) async throws -> Route.Effect {
    // Read once for what is wrong with it; what it says is read again into the column as it stands.
    var fields = try exchange.fields()
    var trial = Column(id: exchange.id("column"), key: "", name: "", owner: ID(""))
    trial.readAll(&fields)
    try fields.finish()
    let (actor, version) = (try exchange.actor(), try exchange.version())
    return { store in
      guard var column = try store.column(exchange.id("column")) else { throw Problem(.notFound) }
      try requireSame(version, column.version, column.tag)
      var fields = try exchange.fields()
      column.readAll(&fields)
      column.version += 1
      try store.require(column.owner)
      try store.save(column)
      try store.append(actor.event("column.change", "column", column.id.value, at: exchange.now))
      return Outcome(Answer(column.body).with(.eTag, column.tag))
    }
  }
}

extension Problem {
  fileprivate static let taken = Problem(.conflict, Localized("已有这个代号", "the key is taken"))
}

extension Column {
  fileprivate var tag: String { "\"v\(version)\"" }

  fileprivate mutating func readAll(_ fields: inout JSONFields) {
    name = fields.optionalText("name", 1...100) ?? name
    owner = fields.optionalText("owner", 1...64).map { ID($0) } ?? owner
    read(&fields)
  }

  fileprivate mutating func read(_ fields: inout JSONFields) {
    if fields.isCleared("freshness_days") { freshnessDays = nil }
    if fields.isCleared("class") { draftClass = nil }
    freshnessDays = fields.optionalNumber("freshness_days", 1...3650) ?? freshnessDays
    escalates = fields.flag("escalates", default: escalates)
    draftClass = fields.optionalText("class", 1...32) ?? draftClass
    isActive = fields.flag("active", default: isActive)
  }

  fileprivate func body(of freshness: Freshness) -> JSON {
    [
      "column": .string(id.value), "key": .string(key), "name": .string(name),
      "owner": .string(owner.value), "last_published_at": JSON(freshness.lastPublishedAt),
      "days": JSON(freshness.days), "freshness_days": JSON(freshnessDays),
      "stale": .bool(freshness.isStale),
    ]
  }
}

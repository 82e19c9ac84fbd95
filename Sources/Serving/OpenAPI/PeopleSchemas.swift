import Reviewing

/// The schemas of people, places and credentials.
enum PeopleSchemas {
  private static let secret = JSON.text(1...200)
  private static let key = JSON.text(1...64, pattern: "^[a-z0-9-]+$")

  static let all: [String: JSON] = [
    "SignInRequest": [
      "anyOf": [
        .members(["name": .text(1...64), "password": secret]),
        .members(["link": .text(1...100), "password": .text(10...200)], optional: ["password"]),
      ]
    ],
    "PasswordRequest": .members(
      ["current": secret, "password": .text(10...200)],
      optional: ["current"]
    ),
    "Session": .members([
      "user": .reference("User"), "csrf_token": .text(), "expires_at": .moment,
    ]),
    "Me": .members([
      "user": .reference("User"), "means": .text(), "scopes": BasicSchemas.texts.orNull,
      "csrf_token": .text().orNull,
    ]),
    "User": .members([
      "id": .text(), "name": .text(), "display_name": .text(), "department": .text(),
      "roles": .list(of: .oneOf(Role.self)), "disabled": .flag, "has_password": .flag,
      "created_at": .moment, "version": .number(),
    ]),
    "UserList": .members(["users": .list(of: .reference("User"))]),
    "UserRequest": .members(
      [
        "name": .text(User.signInNameLength, pattern: "^[a-z0-9-]+$"),
        "display_name": .text(1...100), "department": .text(1...64),
        "roles": .list(of: .oneOf(Role.self), atMost: 32),
      ],
      optional: ["roles"]
    ),
    "UserChange": .members(
      [
        "display_name": .text(1...100), "department": .text(1...64),
        "roles": .list(of: .oneOf(Role.self), atMost: 32), "disabled": .flag,
      ],
      optional: ["display_name", "department", "roles", "disabled"]
    ),
    "SignInLink": .members(["link": .text(), "expires_at": .moment]),
    "Token": token,
    "TokenList": .members(["tokens": .list(of: .reference("Token"))]),
    "TokenRequest": .members(
      [
        "name": .text(1...100), "kind": .text(1...12),
        "scopes": [
          "type": "array", "items": .oneOf(Scope.self), "minItems": .int(1), "maxItems": .int(32),
        ],
        "days": .number(APIToken.days),
      ],
      optional: ["kind", "days"]
    ),
    "NewToken": .members(["token": .reference("Token"), "secret": .text()]),
    "RoleList": .members([
      "roles": .list(of: .members(["role": .oneOf(Role.self), "title": .reference("Localized")]))
    ]),
    "Department": .members(["id": .text(), "key": .text(), "name": .text()]),
    "DepartmentList": .members(["departments": .list(of: .reference("Department"))]),
    "DepartmentRequest": .members(["key": key, "name": .text(1...100)]),
    "Column": column,
    "ColumnList": .members(["columns": .list(of: .reference("Column"))]),
    "ColumnRequest": .members(
      columnChange.merging(["key": key]) { $1 },
      optional: ["freshness_days", "escalates", "class", "active"]
    ),
    "ColumnChange": .members(columnChange, optional: Set(columnChange.keys)),
    "FreshnessList": .members(["columns": .list(of: freshness)]),
  ]

  private static let token = JSON.members([
    "id": .text(), "user": .text(), "name": .text(), "scopes": .list(of: .oneOf(Scope.self)),
    "created_at": .moment, "expires_at": .moment, "revoked_at": .moment.orNull,
    "last_used_at": .moment.orNull,
  ])

  private static let column = JSON.members([
    "id": .text(), "key": .text(), "name": .text(), "owner": .text(),
    "freshness_days": .number().orNull, "escalates": .flag, "class": .text().orNull,
    "active": .flag, "version": .number(),
  ])

  private static let columnChange: [String: JSON] = [
    "name": .text(1...100), "owner": .text(1...64), "freshness_days": .number(1...3650),
    "escalates": .flag, "class": .text(1...32), "active": .flag,
  ]

  private static let freshness = JSON.members([
    "column": .text(), "key": .text(), "name": .text(), "owner": .text(),
    "last_published_at": .moment.orNull, "days": .number().orNull,
    "freshness_days": .number().orNull, "stale": .flag,
  ])
}

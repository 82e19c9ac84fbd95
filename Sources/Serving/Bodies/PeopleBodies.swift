import Reviewing

extension User {
  var body: JSON {
    [
      "id": .string(id.value), "name": .string(name), "display_name": .string(displayName),
      "department": .string(department.value), "roles": JSON(roles.map(\.rawValue).sorted()),
      "disabled": .bool(isDisabled), "has_password": .bool(password != nil),
      "created_at": createdAt.body, "version": .int(Int64(version)),
    ]
  }
}

extension Department {
  var body: JSON { ["id": .string(id.value), "key": .string(key), "name": .string(name)] }
}

extension Column {
  var body: JSON {
    [
      "id": .string(id.value), "key": .string(key), "name": .string(name),
      "owner": .string(owner.value), "freshness_days": JSON(freshnessDays),
      "escalates": .bool(escalates), "class": JSON(draftClass), "active": .bool(isActive),
      "version": .int(Int64(version)),
    ]
  }
}

extension APIToken {
  /// Without the token itself, which nobody knows any more.
  var body: JSON {
    [
      "id": .string(id.value), "user": .string(user.value), "name": .string(name),
      "scopes": JSON(scopes.map(\.rawValue).sorted()), "created_at": createdAt.body,
      "expires_at": expiresAt.body, "revoked_at": JSON(revokedAt), "last_used_at": JSON(lastUsedAt),
    ]
  }
}

extension Timestamp {
  var body: JSON { .string(description) }
}

extension JSON {
  init(_ moment: Timestamp?) { self = moment?.body ?? .null }
  init(_ number: Int?) { self = number.map { .int(Int64($0)) } ?? .null }
  init<Kind>(_ id: ID<Kind>?) { self = id.map { .string($0.value) } ?? .null }
  init(_ digest: Digest?) { self = digest.map { .string($0.description) } ?? .null }
}

import Reviewing

/// JSON Schemas as they stand in the OpenAPI document.
extension JSON {
  static func reference(_ name: String) -> JSON {
    ["$ref": .string("#/components/schemas/\(name)")]
  }

  static func text(_ length: ClosedRange<Int>? = nil, pattern: String? = nil) -> JSON {
    var members: [String: JSON] = ["type": "string"]
    if let length {
      members["minLength"] = .int(Int64(length.lowerBound))
      members["maxLength"] = .int(Int64(length.upperBound))
    }
    if let pattern { members["pattern"] = .string(pattern) }
    return .object(members)
  }

  static func number(_ range: ClosedRange<Int>? = nil) -> JSON {
    var members: [String: JSON] = ["type": "integer"]
    if let range {
      members["minimum"] = .int(Int64(range.lowerBound))
      members["maximum"] = .int(Int64(range.upperBound))
    }
    return .object(members)
  }

  static let flag: JSON = ["type": "boolean"]
  static let moment: JSON = ["type": "string", "format": "date-time"]
  static let digest = text(pattern: "^sha256:[0-9a-f]{64}$")

  /// A page of the web; see `JSONFields.address`.
  static let webAddress: JSON = [
    "type": "string", "format": "uri", "pattern": .string(webAddressPattern), "minLength": .int(1),
    "maxLength": .int(1000),
  ]

  static func oneOf<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> JSON
  where Choice.RawValue == String {
    oneOf(Array(Choice.allCases))
  }

  static func oneOf<Choice: RawRepresentable>(_ choices: [Choice]) -> JSON
  where Choice.RawValue == String {
    ["type": "string", "enum": JSON(choices.map(\.rawValue))]
  }

  static func list(of schema: JSON, atMost limit: Int? = nil) -> JSON {
    var members: [String: JSON] = ["type": "array", "items": schema]
    if let limit { members["maxItems"] = .int(Int64(limit)) }
    return .object(members)
  }

  /// An object; members not in `optional` are required, the others may be null, and there are no more.
  static func members(_ properties: [String: JSON], optional: Set<String> = []) -> JSON {
    [
      "type": "object",
      "properties": .object(
        Dictionary(
          uniqueKeysWithValues: properties.map { name, schema in
            (name, optional.contains(name) ? schema.orNull : schema)
          }
        )
      ),
      "required": JSON(properties.keys.filter { !optional.contains($0) }.sorted()),
      "additionalProperties": .bool(false),
    ]
  }

  /// The schema with a word on what it is of.
  func described(_ text: String) -> JSON {
    guard case .object(var members) = self else { return self }
    members["description"] = .string(text)
    return .object(members)
  }

  /// The schema, or null.
  var orNull: JSON {
    guard case .object(var members) = self, case .string(let type)? = members["type"],
      members["enum"] == nil, members["const"] == nil
    else { return ["anyOf": [self, ["type": "null"]]] }
    members["type"] = [.string(type), "null"]
    return .object(members)
  }
}

import Foundation

/// The part of SARIF 2.1.0 that a linter writes, as its specification has it: which properties an object may have,
/// which it must, and what stands in them.
enum SARIFStructure {
  /// What is wrong, by path; empty for a log as it should be.
  static func faults(of log: [String: Any]) -> [String] { faults(log, .object("log"), at: "$") }

  private indirect enum Kind: Sendable {
    case object(String)
    case array(Kind)
    case text
    case choice([String])
    /// Whole, at least 1.
    case count
    case flag
    /// A property bag.
    case bag
    case map
  }

  private struct Shape: Sendable {
    let required: [String: Kind]
    let optional: [String: Kind]
  }

  private static let levels = Kind.choice(["none", "note", "warning", "error"])

  private static let shapes: [String: Shape] = [
    "log": Shape(
      required: ["version": .choice(["2.1.0"]), "runs": .array(.object("run"))],
      optional: ["$schema": .text, "properties": .bag]
    ),
    "run": Shape(
      required: ["tool": .object("tool")],
      optional: [
        "results": .array(.object("result")), "language": .text,
        "columnKind": .choice(["utf16CodeUnits", "unicodeCodePoints"]),
        "invocations": .array(.object("invocation")), "properties": .bag,
      ]
    ),
    "invocation": Shape(required: ["executionSuccessful": .flag], optional: [:]),
    "tool": Shape(required: ["driver": .object("driver")], optional: [:]),
    "driver": Shape(
      required: ["name": .text],
      optional: [
        "semanticVersion": .text, "rules": .array(.object("rule")), "properties": .bag,
      ]
    ),
    "rule": Shape(
      required: ["id": .text],
      optional: [
        "shortDescription": .object("message"), "fullDescription": .object("message"),
        "help": .object("message"), "defaultConfiguration": .object("configuration"),
        "properties": .bag,
      ]
    ),
    "configuration": Shape(required: [:], optional: ["level": levels]),
    "message": Shape(required: ["text": .text], optional: ["markdown": .text]),
    "result": Shape(
      required: ["message": .object("message")],
      optional: [
        "ruleId": .text, "level": levels, "locations": .array(.object("location")),
        "partialFingerprints": .map, "fixes": .array(.object("fix")),
        "suppressions": .array(.object("suppression")), "properties": .bag,
      ]
    ),
    "location": Shape(required: [:], optional: ["physicalLocation": .object("physical")]),
    "physical": Shape(
      required: ["artifactLocation": .object("artifact")],
      optional: ["region": .object("region")]
    ),
    "artifact": Shape(required: [:], optional: ["uri": .text]),
    "region": Shape(
      required: ["startLine": .count],
      optional: [
        "startColumn": .count, "endLine": .count, "endColumn": .count,
        "snippet": .object("content"),
      ]
    ),
    "content": Shape(required: ["text": .text], optional: [:]),
    "fix": Shape(
      required: ["artifactChanges": .array(.object("change"))],
      optional: ["description": .object("message"), "properties": .bag]
    ),
    "change": Shape(
      required: [
        "artifactLocation": .object("artifact"), "replacements": .array(.object("replacement")),
      ],
      optional: [:]
    ),
    "replacement": Shape(
      required: ["deletedRegion": .object("region")],
      optional: ["insertedContent": .object("content")]
    ),
    "suppression": Shape(
      required: ["kind": .choice(["inSource", "external"])],
      optional: ["justification": .text]
    ),
  ]

  private static func faults(_ value: Any, _ kind: Kind, at path: String) -> [String] {
    switch kind {
    case .object(let name): objectFaults(value, name, at: path)
    case .array(let element):
      (value as? [Any]).map { values in
        values.indices.flatMap { faults(values[$0], element, at: "\(path)[\($0)]") }
      } ?? ["\(path): no array"]
    case .text: value is String ? [] : ["\(path): no text"]
    case .choice(let choices):
      (value as? String).map(choices.contains) == true ? [] : ["\(path): \(value)"]
    case .count: ((value as? Int) ?? 0) >= 1 ? [] : ["\(path): no count"]
    case .flag: value is Bool ? [] : ["\(path): no flag"]
    case .bag: value is [String: Any] ? [] : ["\(path): no bag"]
    case .map: value is [String: String] ? [] : ["\(path): no map"]
    }
  }

  private static func objectFaults(_ value: Any, _ name: String, at path: String) -> [String] {
    guard let object = value as? [String: Any], let shape = shapes[name] else {
      return ["\(path): no \(name)"]
    }
    let missing = shape.required.keys.filter { object[$0] == nil }.map { "\(path): no \($0)" }
    let wrong = object.flatMap { key, value in
      (shape.required[key] ?? shape.optional[key]).map { faults(value, $0, at: "\(path).\(key)") }
        ?? ["\(path): unknown \(key)"]
    }
    return missing + wrong + regionFaults(object, name, at: path)
  }

  private static func regionFaults(
    _ object: [String: Any],
    _ name: String,
    at path: String
  ) -> [String] {
    guard name == "region", let line = object["startLine"] as? Int else { return [] }
    let end = (object["endLine"] as? Int ?? line, object["endColumn"] as? Int ?? .max)
    let isOrdered = (line, object["startColumn"] as? Int ?? 1) <= end
    return isOrdered ? [] : ["\(path): ends before it starts"]
  }
}

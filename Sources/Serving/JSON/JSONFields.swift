import Linting
import Reviewing

/// The members of an object as they are asked for; what is wrong with them is gathered and thrown at the end.
struct JSONFields {
  private let members: [String: JSON]
  private let path: String
  private var asked: Set<String> = []
  private(set) var faults: [Problem.Field] = []

  /// `path` is the JSON pointer of the object.
  init(_ value: JSON, at path: String = "") throws(Problem) {
    guard case .object(let members) = value else {
      throw .field(path, Localized("应当是对象", "must be an object"))
    }
    self.members = members
    self.path = path
  }

  /// Throws where anything was wrong or a member is not known.
  mutating func finish() throws(Problem) {
    for name in members.keys.sorted() where !asked.contains(name) {
      fault(name, Localized("没有这个字段", "there is no such field"))
    }
    guard faults.isEmpty else {
      var problem = Problem(.validationFailed)
      problem.fields = faults
      throw problem
    }
  }

  func pointer(_ name: String) -> String {
    path + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
  }

  mutating func fault(_ name: String, _ detail: Localized) {
    faults.append(Problem.Field(pointer: pointer(name), detail: detail))
  }

  /// Takes over what is wrong with a part.
  mutating func add(_ problem: Problem) { faults += problem.fields }

  /// The value of a member; nil where it is missing or null.
  mutating func value(_ name: String) -> JSON? {
    asked.insert(name)
    guard let value = members[name], value != .null else { return nil }
    return value
  }

  /// Whether a member is there and is null, which takes away what was there.
  mutating func isCleared(_ name: String) -> Bool {
    asked.insert(name)
    return members[name] == .null
  }

  mutating func has(_ name: String) -> Bool { value(name) != nil }

  mutating func optionalText(_ name: String, _ length: ClosedRange<Int>) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else {
      fault(name, Localized("应当是字符串", "must be a string"))
      return nil
    }
    let count = text.codePointCount
    guard length.contains(count) else {
      fault(name, .length(length, count))
      return nil
    }
    guard !text.holdsNull else {
      fault(name, Localized("不能含有空字符", "must hold no null character"))
      return nil
    }
    return text
  }

  /// Empty where something is wrong, which `finish` throws.
  mutating func text(_ name: String, _ length: ClosedRange<Int>) -> String {
    if !has(name) { missing(name) }
    return optionalText(name, length) ?? ""
  }

  mutating func missing(_ name: String) {
    fault(name, Localized("没有填这一项", "is missing"))
  }

  mutating func flag(_ name: String, default usual: Bool = false) -> Bool {
    guard let value = value(name) else { return usual }
    guard case .bool(let flag) = value else {
      fault(name, Localized("应当是 true 或 false", "must be true or false"))
      return usual
    }
    return flag
  }

  mutating func optionalNumber(_ name: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = value(name) else { return nil }
    guard case .int(let number) = value, range.contains(Int(number)) else {
      fault(
        name,
        Localized(
          "应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数",
          "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      )
      return nil
    }
    return Int(number)
  }

  mutating func items(_ name: String, atMost limit: Int) -> [JSON] {
    guard let value = value(name) else { return [] }
    guard case .array(let items) = value, items.count <= limit else {
      fault(name, Localized("应当是不超过 \(limit) 项的数组", "must be an array of at most \(limit)"))
      return []
    }
    return items
  }
}

extension JSONFields {
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    choice(name, among: Array(Choice.allCases))
  }

  /// One of some choices.
  mutating func choice<Choice: RawRepresentable>(
    _ name: String,
    among choices: [Choice]
  ) -> Choice? where Choice.RawValue == String {
    guard let text = optionalText(name, 0...100) else { return nil }
    guard let choice = choices.first(where: { $0.rawValue == text }) else {
      fault(name, .oneOf(choices.map(\.rawValue)))
      return nil
    }
    return choice
  }

  mutating func moment(_ name: String) -> Timestamp? {
    guard let text = optionalText(name, 1...40) else { return nil }
    guard let moment = Timestamp(text) else {
      fault(name, Localized("应当是 RFC 3339 时间", "must be a time of RFC 3339"))
      return nil
    }
    return moment
  }

  /// A page of the web.
  mutating func address(_ name: String, _ length: ClosedRange<Int>) -> String? {
    guard let text = optionalText(name, length) else { return nil }
    guard isWebAddress(text) else {
      fault(
        name,
        Localized(
          "应当是完整的网址：以 https:// 或 http:// 开头，从浏览器的地址栏复制，例如 https://www.example.org/news/1.html",
          "must be a whole address as the browser shows it, with https:// or http://, such as https://www.example.org/news/1.html"
        )
      )
      return nil
    }
    return text
  }

  mutating func digest(_ name: String) -> Digest? {
    guard let text = optionalText(name, 1...100) else { return nil }
    guard let digest = Digest(text) else {
      fault(name, Localized("应当是 sha256: 加 64 位十六进制数", "must be sha256: and 64 digits"))
      return nil
    }
    return digest
  }

  mutating func texts(_ name: String, atMost limit: Int, _ length: ClosedRange<Int>) -> [String] {
    items(name, atMost: limit).enumerated().compactMap { index, item in
      guard case .string(let text) = item, length.contains(text.codePointCount),
        !text.holdsNull
      else {
        fault("\(name)/\(index)", .length(length, nil))
        return nil
      }
      return text
    }
  }

  mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ name: String,
    of type: Choice.Type = Choice.self
  ) -> Set<Choice> where Choice.RawValue == String {
    let found = texts(name, atMost: 32, 1...64).map { text -> Choice? in
      Choice(rawValue: text)
    }
    if found.contains(where: { $0 == nil }) { fault(name, .oneOf(Choice.allCases.map(\.rawValue))) }
    return Set(found.compactMap(\.self))
  }
}

extension Localized {
  static func length(_ range: ClosedRange<Int>, _ count: Int?) -> Localized {
    if range.lowerBound == 0 {
      return Localized(
        "最多 \(range.upperBound) 个字\(count.map { "，现有 \($0) 个" } ?? "")",
        "must be a string of at most \(range.upperBound) code points\(count.map { ", has \($0)" } ?? "")"
      )
    }
    let told = count.map { ("，现有 \($0) 个", ", has \($0)") } ?? ("", "")
    return Localized(
      "应当有 \(range.lowerBound) 到 \(range.upperBound) 个字\(told.0)",
      "must be a string of \(range.lowerBound) to \(range.upperBound) code points\(told.1)"
    )
  }

  static func oneOf(_ choices: [String]) -> Localized {
    let list = choices.joined(separator: ", ")
    return Localized("应当是其中之一：\(list)", "must be one of: \(list)")
  }
}

import ChineseText
import Linting
import SourceText

/// The organisation's lists as they were found on a day.
struct OwnLists: Sendable {
  var usable: [OwnList] = []
  /// What findings say of lists that must not be used any more.
  var expired: [Localized] = []
  /// What they say of lists that hold nothing or are missing.
  var missing: [Localized] = []
}

extension Configuration {
  /// Reads all lists; one that cannot be read is an error, one that protects from nothing is told of in findings.
  func readOwnLists(today: Day, cacheFolder: CacheFolder?) throws(RulePackError) -> OwnLists {
    var found = OwnLists()
    var categories: Set<String> = []
    for setting in lists {
      let list = try readOwnList(setting, today: today, into: &found, cacheFolder: cacheFolder)
      guard let list else { continue }
      found.usable.append(list.list)
      categories.formUnion(list.categories)
    }
    for category in requiredCategories where !categories.contains(category) {
      found.missing.append(
        Localized(
          "没有加载「\(category)」类的词表：请在 hegui.yml 的 lists 中加上",
          "no list of the category \(category) is loaded: add one to lists in hegui.yml"
        )
      )
    }
    return found
  }

  private func readOwnList(
    _ setting: ListSetting,
    today: Day,
    into found: inout OwnLists,
    cacheFolder: CacheFolder?
  ) throws(RulePackError) -> ReadList? {
    let cache = cacheFolder.flatMap { OwnListCache(path: setting.path, folder: $0) }
    if let terms = cache?.terms(name: "own:\(setting.path)") {
      return told(by: setting, ReadList(list: ownList(of: terms, setting), isEmpty: false), today)
    }
    let bytes = try listBytes(setting)
    let read: ReadList
    do {
      if isOperatorList(bytes) {
        read = try readOperators(setting, bytes)
      } else if OwnListFile.isOwnFormat(bytes) {
        read = try readOwnFormat(setting, bytes)
      } else {
        read = readTerms(setting, bytes)
        if !read.isEmpty { cache?.keep(bytes) }
      }
    } catch let error as TermListError {
      throw RulePackError(error.file, line: error.line, error.problem.description)
    } catch let error as RulePackError {
      throw error
    } catch {
      throw RulePackError(setting.path, "\(error)")
    }
    let day = today.text
    let name = read.list.title
    if read.isEmpty {
      found.missing.append(
        Localized("词表「\(name)」没有条目", "the list “\(name)” has no entry")
      )
    } else if let effective = read.effective, effective > day {
      found.missing.append(
        Localized(
          "词表「\(name)」自\(effective)起才生效",
          "the list “\(name)” is in force from \(effective) on only"
        )
      )
    } else if let expires = read.expires, expires <= day {
      found.expired.append(
        Localized(
          "词表「\(name)」已于\(expires)到期，请换新版",
          "the list “\(name)” expired on \(expires): get the new version"
        )
      )
    } else {
      return told(by: setting, read, today)
    }
    return nil
  }

  /// A list with what `hegui.yml` says of it.
  private func told(by setting: ListSetting, _ read: ReadList, _ today: Day) -> ReadList {
    var read = read
    read.list.severity = setting.severity
    read.list.escalation = setting.escalation
    read.list.today = today.text
    return read
  }

  /// A list's text in UTF-8; files in GBK are converted.
  private func listBytes(_ setting: ListSetting) throws(RulePackError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try readFile(setting.path)
    } catch {
      throw RulePackError(path ?? "", line: setting.line, "the list cannot be read: \(error)")
    }
    if isValidUTF8(bytes) { return bytes }
    guard let converted = utf8(fromGB18030: bytes) else {
      throw RulePackError(setting.path, "the list is neither UTF-8 nor GBK: save it as UTF-8")
    }
    return converted
  }

  private func readTerms(_ setting: ListSetting, _ bytes: [UInt8]) -> ReadList {
    let terms = TermList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    return ReadList(list: ownList(of: terms, setting), isEmpty: !terms.hasEntries)
  }

  private func ownList(of terms: TermList, _ setting: ListSetting) -> OwnList {
    let title = setting.category ?? fileName(of: setting.path)
    return OwnList(terms: terms, title: title, category: setting.category)
  }

  private func readOwnFormat(
    _ setting: ListSetting,
    _ bytes: [UInt8]
  ) throws(RulePackError) -> ReadList {
    let file = try OwnListFile(path: setting.path, bytes: bytes)
    let header = file.header
    let name = header["title"] ?? header["list"] ?? fileName(of: setting.path)
    let list = OwnList(
      terms: TermList(name: "own:\(setting.path)", file: setting.path, bytes: file.bytes),
      form: .own,
      title: title(name, header["version"] ?? header["date"], supplier: header["supplier"]),
      category: setting.category ?? header["category"]
    )
    return ReadList(
      list: list,
      isEmpty: file.entryCount == 0,
      effective: header["effective"],
      expires: header["expires"],
      codes: file.categories
    )
  }

  private func readOperators(_ setting: ListSetting, _ bytes: [UInt8]) throws -> ReadList {
    let file = try OperatorList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    let name = setting.category ?? file.issuer ?? fileName(of: setting.path)
    let list = OwnList(
      terms: file.terms,
      expressions: try file.expressions.map { expression in
        do {
          let pattern = GatedPattern(expression.pattern)
          try pattern.validate()
          return OwnList.Expression(pattern: pattern, entry: expression.entry)
        } catch {
          throw RulePackError(setting.path, line: expression.entry.line, "\(error)")
        }
      },
      form: .operators,
      title: title(name, file.version, supplier: nil),
      category: nil
    )
    return ReadList(
      list: list,
      isEmpty: file.entryCount == 0,
      effective: file.effective,
      expires: file.expires,
      codes: requiredCategories.isEmpty ? [] : try file.codes()
    )
  }

  private func title(_ name: String, _ version: String?, supplier: String?) -> String {
    let parts = [name, version ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return supplier.map { "\(parts)，\($0)" } ?? parts
  }

  private func fileName(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}

/// A list with what its file says of it.
private struct ReadList {
  var list: OwnList
  let isEmpty: Bool
  /// `2026-03-01`; from this day on, and until before this one.
  var effective: String?
  var expires: String?
  /// The categories that entries name.
  var codes: Set<String> = []

  var categories: Set<String> { list.category.map { codes.union([$0]) } ?? codes }
}

/// Whether a list is in the format for operators: it has a line of meta words.
private func isOperatorList(_ bytes: [UInt8]) -> Bool {
  String(decoding: bytes.prefix(4096), as: UTF8.self)
    .split(whereSeparator: \.isNewline)
    .contains { line in
      line.hasPrefix("#") && line.dropFirst().drop { $0 == " " }.hasPrefix("meta:")
    }
}

extension Day {
  /// As lists write days, `2026-03-01`; orders as days do.
  fileprivate var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

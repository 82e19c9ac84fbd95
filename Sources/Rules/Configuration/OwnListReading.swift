import ChineseText
import Linting
import SourceText

/// The organisation's lists, and what findings say of those that protect from nothing on a day.
struct OwnLists: Sendable {
  /// With something in them; whether they hold is a matter of the day.
  var usable: [OwnList] = []
  /// What findings say of those that hold nothing.
  var empty: [Localized] = []
  /// Categories that one of the lists must have.
  var required: [String] = []

  /// Of lists that must not be used any more.
  func expired(on day: Day) -> [Localized] {
    usable.compactMap { list in
      guard isInForce(list, on: day), let expires = list.expires, expires <= day.listed else {
        return nil
      }
      return Localized(
        "词表「\(list.title)」已于\(expires)到期，请换新版",
        "the list “\(list.title)” expired on \(expires): get the new version"
      )
    }
  }

  /// Of lists that hold nothing, or not yet, or are missing.
  func missing(on day: Day) -> [Localized] {
    let early = usable.filter { !isInForce($0, on: day) }.map { list in
      let effective = list.effective ?? ""
      return Localized(
        "词表「\(list.title)」自\(effective)起才生效",
        "the list “\(list.title)” is in force from \(effective) on only"
      )
    }
    let held = usable.filter { $0.holds(on: day) }.reduce(into: Set<String>()) {
      $0.formUnion($1.categories)
    }
    let absent = required.filter { !held.contains($0) }.map { category in
      Localized(
        "没有加载「\(category)」类的词表：请在 hegui.yml 的 lists 中加上",
        "no list of the category \(category) is loaded: add one to lists in hegui.yml"
      )
    }
    return empty + early + absent
  }

  private func isInForce(_ list: OwnList, on day: Day) -> Bool {
    list.effective.map { $0 <= day.listed } ?? true
  }
}

extension Configuration {
  /// Reads all lists; one that cannot be read is an error, one that protects from nothing is told of in findings.
  func readOwnLists(cacheFolder: CacheFolder?) throws(RulePackError) -> OwnLists {
    var found = OwnLists(required: requiredCategories)
    for setting in lists {
      let read = try readOwnList(setting, cacheFolder: cacheFolder)
      if read.isEmpty {
        let name = read.list.title
        found.empty.append(
          Localized("词表「\(name)」没有条目", "the list “\(name)” has no entry")
        )
      } else {
        found.usable.append(told(by: setting, read.list))
      }
    }
    return found
  }

  private func readOwnList(
    _ setting: ListSetting,
    cacheFolder: CacheFolder?
  ) throws(RulePackError) -> ReadList {
    let cache = cacheFolder.flatMap { OwnListCache(path: setting.path, folder: $0) }
    if let kept = cache?.list(name: "own:\(setting.path)") {
      return ReadList(list: ownList(of: kept.terms, form: kept.form, setting), isEmpty: false)
    }
    let bytes = try listBytes(setting)
    do {
      if isOperatorList(bytes) { return try readOperators(setting, bytes) }
      if OwnListFile.isProgramFormat(bytes) {
        let read = readTerms(setting, bytes)
        if !read.isEmpty { cache?.keep(bytes, isPlain: true) }
        return read
      }
      let file = try OwnListFile(path: setting.path, bytes: bytes)
      if file.isBare, file.entryCount > 0 { cache?.keep(file.bytes, isPlain: false) }
      return ownList(of: file, setting)
    } catch let error as TermListError {
      throw RulePackError(error)
    } catch let error as RulePackError {
      throw error
    } catch {
      throw RulePackError(setting.path, Localized(quoting: error))
    }
  }

  /// A list with what `hegui.yml` says of it.
  private func told(by setting: ListSetting, _ list: OwnList) -> OwnList {
    var list = list
    list.severity = setting.severity
    list.escalation = setting.escalation
    return list
  }

  /// A list's text in UTF-8; files in GBK are converted.
  private func listBytes(_ setting: ListSetting) throws(RulePackError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try readFile(setting.path)
    } catch {
      throw RulePackError(
        path ?? "",
        line: setting.line,
        .unreadableList(error)
      )
    }
    return try OwnListFile.text(of: bytes, path: setting.path)
  }

  private func readTerms(_ setting: ListSetting, _ bytes: [UInt8]) -> ReadList {
    let terms = TermList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    return ReadList(list: ownList(of: terms, form: .plain, setting), isEmpty: !terms.hasEntries)
  }

  private func ownList(of terms: TermList, form: OwnList.Form, _ setting: ListSetting) -> OwnList {
    OwnList(
      terms: terms,
      form: form,
      title: fileName(of: setting.path),
      category: setting.category
    )
  }

  private func ownList(of file: OwnListFile, _ setting: ListSetting) -> ReadList {
    let header = file.header
    let name = header["title"] ?? header["list"] ?? fileName(of: setting.path)
    let list = OwnList(
      terms: TermList(name: "own:\(setting.path)", file: setting.path, bytes: file.bytes),
      form: .own,
      title: title(name, header["version"] ?? header["date"], supplier: header["supplier"]),
      category: setting.category ?? header["category"],
      effective: header["effective"],
      expires: header["expires"],
      codes: file.categories
    )
    return ReadList(list: list, isEmpty: file.entryCount == 0)
  }

  private func readOperators(_ setting: ListSetting, _ bytes: [UInt8]) throws -> ReadList {
    let file = try OperatorList(name: "own:\(setting.path)", file: setting.path, bytes: bytes)
    try checkActions(of: try file.numberedEntries(), setting)
    let name = setting.category ?? file.issuer ?? fileName(of: setting.path)
    let list = OwnList(
      terms: file.terms,
      expressions: try file.expressions.map { expression in
        do {
          let pattern = GatedPattern(expression.pattern)
          try pattern.validate()
          return OwnList.Expression(pattern: pattern, entry: expression.entry)
        } catch {
          throw RulePackError(
            setting.path,
            line: expression.line,
            Localized(quoting: error)
          )
        }
      },
      form: .operators,
      title: title(name, file.version, supplier: nil),
      category: nil,
      effective: file.effective,
      expires: file.expires,
      codes: requiredCategories.isEmpty ? [] : try file.codes()
    )
    return ReadList(list: list, isEmpty: file.entryCount == 0)
  }

  private func checkActions(
    of entries: [(line: Int, entry: TermEntry)],
    _ setting: ListSetting
  ) throws(RulePackError) {
    for (line, entry) in entries where entry.columns.count > 4 {
      let parts = entry.columns[4].split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0] == "escalate",
        Escalation(rawValue: String(parts[1])) == nil
      else { continue }
      let known = Escalation.allCases.map(\.rawValue).joined(separator: ", ")
      throw RulePackError(
        setting.path,
        line: line,
        Localized(
          "不能上报给「\(parts[1])」，请写 \(known) 之一",
          "\"\(parts[1])\" is nobody to escalate to, write one of \(known)"
        )
      )
    }
  }

  private func title(_ name: String, _ version: String?, supplier: String?) -> String {
    let parts = [name, version ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return supplier.map { "\(parts)，\($0)" } ?? parts
  }

  private func fileName(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }
}

private struct ReadList {
  let list: OwnList
  let isEmpty: Bool
}

/// Whether a list is in the format for operators: it has a line of meta words.
private func isOperatorList(_ bytes: [UInt8]) -> Bool {
  String(decoding: bytes.prefix(4096), as: UTF8.self)
    .split(whereSeparator: \.isNewline)
    .contains { line in
      line.hasPrefix("#") && line.dropFirst().drop { $0 == " " }.hasPrefix("meta:")
    }
}

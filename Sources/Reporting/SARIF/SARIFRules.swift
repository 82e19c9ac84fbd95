import Linting

/// Writes rules as SARIF's `reportingDescriptor`s.
struct SARIFRules {
  let book: RuleBook
  let language: Language

  func write(_ rule: String, to writer: inout ByteWriter) {
    writer.writeJSON(pairs: [("id", rule)])
    if let info = book.info(of: rule) {
      write(info, to: &writer)
    } else {
      write(text: Self.unjudged.text(in: language), as: "shortDescription", to: &writer)
    }
    writer.write("}")
  }

  private func write(_ info: RuleInfo, to writer: inout ByteWriter) {
    let why = info.why.text(in: language)
    let basis = book.basisLine(of: info.id)
    write(text: info.summary.text(in: language), as: "shortDescription", to: &writer)
    write(text: why, as: "fullDescription", to: &writer)
    writer.write(#", "help": "#)
    let label = language == .zh ? "依据：" : "Basis: "
    writer.writeJSON(pairs: [("text", why + (basis.map { "\n" + label + $0 } ?? ""))])
    writer.write(#"}, "defaultConfiguration": "#)
    writer.writeJSON(pairs: [("level", info.severity.levelOfSARIF)])
    writer.write(#"}, "properties": {"tags": ["#)
    writer.writeJSON(info.group)
    writer.write("]}")
  }

  private func write(text: String, as key: String, to writer: inout ByteWriter) {
    writer.write(#", ""# + key + #"": "#)
    writer.writeJSON(pairs: [("text", text)])
    writer.write("}")
  }

  private static let unjudged = Localized("稿件未能检查", "the draft could not be judged")
}

extension Severity {
  var levelOfSARIF: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .suggestion: "note"
    }
  }
}

import Linting
import Reading
package import Reporting
import SourceText

/// A language server (LSP 3.17) without its streams: messages go in, messages to the editor come out.
package struct LanguageServer {
  private enum Phase {
    case waiting
    case running
    case shutDown
  }

  private let version: String
  private let language: Language
  private var judge: any DraftJudge
  private var phase = Phase.waiting
  private var editor = EditorAbilities(.null)
  private var documents: [String: OpenDocument] = [:]
  /// The status that the program ends with; nil while it is to go on.
  package private(set) var exitStatus: Int32?

  package init(version: String, language: Language, judge: any DraftJudge) {
    self.version = version
    self.language = language
    self.judge = judge
  }

  /// Takes a message; returns what is to be sent at once.
  package mutating func receive(_ body: [UInt8]) -> [JSONValue] {
    guard let value = JSONValue(parsing: body) else { return [.refusal(of: .null, .notJSON)] }
    let id = value["id"]
    guard let method = value["method"]?.text else {
      // An answer to what the server has asked.
      if value["result"] != nil || value["error"] != nil { return [] }
      return [.refusal(of: id ?? .null, .invalidRequest)]
    }
    let params = value["params"] ?? .null
    guard let id else { return take(method, params) }
    do throws(RequestError) {
      return [.answer(to: id, try result(of: method, params))]
    } catch {
      return [.refusal(of: id, error)]
    }
  }

  /// Judges what has changed; returns what the editor is to show of it.
  ///
  /// To be called when no message waits: who types fast is not judged at every letter.
  package mutating func judgeChanges() -> [JSONValue] {
    let changed = documents.values.filter { $0.judged == nil }.map(\.address).sorted()
    return changed.compactMap { address in
      guard let (document, judged) = judged(address) else { return nil }
      var params: [String: JSONValue] = [
        "uri": .string(address), "diagnostics": .array(judged.notices + judged.diagnostics),
      ]
      if let version = document.version { params["version"] = .number(version) }
      return .notification("textDocument/publishDiagnostics", .object(params))
    }
  }

  private mutating func result(
    of method: String,
    _ params: JSONValue
  ) throws(RequestError) -> JSONValue {
    switch phase {
    case .waiting:
      guard method == "initialize" else { throw .notInitialized }
      editor = EditorAbilities(params["capabilities"] ?? .null)
      phase = .running
      return abilities
    case .shutDown: throw .invalidRequest
    case .running: break
    }
    switch method {
    case "initialize": throw .invalidRequest
    case "shutdown":
      phase = .shutDown
      return .null
    case "textDocument/codeAction": return try codeActions(params)
    case "textDocument/hover": return try hover(params)
    default: throw .unknownMethod
    }
  }

  private var abilities: JSONValue {
    [
      "capabilities": [
        "positionEncoding": .string(editor.encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
        "codeActionProvider": ["codeActionKinds": CodeActions.kinds], "hoverProvider": true,
      ], "serverInfo": ["name": "hegui", "version": .string(version)],
    ]
  }

  /// Takes what wants no answer; what is not known is passed over, as the protocol asks.
  private mutating func take(_ method: String, _ params: JSONValue) -> [JSONValue] {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return []
    }
    guard phase == .running else { return [] }
    let address = params["textDocument"]?["uri"]?.text
    switch method {
    case "initialized": return editor.registersWatchers ? [Self.watching] : []
    case "textDocument/didOpen": open(params["textDocument"] ?? .null)
    case "textDocument/didChange":
      guard let address else { return [] }
      documents[address]?.version = params["textDocument"]?["version"]?.number
      documents[address]?.change(by: params["contentChanges"]?.items ?? [.null])
    case "textDocument/didSave":
      // What lies beside a draft may have changed with it.
      if let address { documents[address]?.judged = nil }
    case "textDocument/didClose":
      guard let address, documents.removeValue(forKey: address) != nil else { return [] }
      let params: JSONValue = ["uri": .string(address), "diagnostics": []]
      return [.notification("textDocument/publishDiagnostics", params)]
    case "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration":
      judge.forgetSettings()
      for address in documents.keys { documents[address]?.judged = nil }
    default: break
    }
    return []
  }

  private mutating func open(_ item: JSONValue) {
    guard let address = item["uri"]?.text else { return }
    let text = item["text"]?.text
    documents[address] = OpenDocument(
      address: address,
      format: DraftFormat(language: item["languageId"]?.text ?? "", address: address),
      version: item["version"]?.number,
      text: EditedText(text ?? "", encoding: editor.encoding),
      isLost: text == nil
    )
  }

  /// A document with what the rules find in it as it stands; nil for one that is not open.
  private mutating func judged(_ address: String) -> (OpenDocument, JudgedDocument)? {
    guard let document = documents[address] else { return nil }
    if let judged = document.judged { return (document, judged) }
    let new = newlyJudged(document)
    documents[address]?.judged = new
    return (document, new)
  }

  private mutating func newlyJudged(_ document: OpenDocument) -> JudgedDocument {
    guard let format = document.format else {
      return JudgedDocument(failure: .unknownFormat, in: language)
    }
    guard !document.isLost else { return JudgedDocument(failure: .lost, in: language) }
    let path = path(ofAddress: document.address)
    guard let judged = judge.judge(document.text.bytes, as: format, at: path) else {
      return .ignored
    }
    return JudgedDocument(judged, of: document.text, in: language)
  }

  private mutating func codeActions(_ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let address = params["textDocument"]?["uri"]?.text,
      let start = params["range"]?["start"]?.position, let end = params["range"]?["end"]?.position
    else { throw .invalidParameters }
    guard let (document, judged) = judged(address) else { return [] }
    let range = (document.text.offset(of: start), document.text.offset(of: end))
    let actions = CodeActions(
      document: document,
      judged: judged,
      language: language,
      namesVersions: editor.namesVersions
    )
    return .array(
      actions.actions(
        in: SourceRange(range.0, max(range.0, range.1)),
        wanted: params["context"]?["only"]?.items?.compactMap(\.text)
      )
    )
  }

  private mutating func hover(_ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let address = params["textDocument"]?["uri"]?.text,
      let place = params["position"]?.position
    else { throw .invalidParameters }
    guard let (document, judged) = judged(address) else { return .null }
    let offset = document.text.offset(of: place)
    var found = judged.findings.filter { $0.range.start <= offset && offset < $0.range.end }
    // What is said of the whole draft is shown on its first line.
    if found.isEmpty, place.line == 0 { found = judged.findings.filter { $0.range.end == 0 } }
    guard !found.isEmpty, let book = judge.rules(at: path(ofAddress: address)) else { return .null }
    let notes = RuleNotes(book: book, language: language, isMarkdown: editor.readsMarkdown)
    var rules: [String] = []
    for finding in found where !rules.contains(finding.rule) { rules.append(finding.rule) }
    guard let text = notes.text(of: rules) else { return .null }
    let kind: JSONValue = editor.readsMarkdown ? "markdown" : "plaintext"
    let contents: JSONValue = ["kind": kind, "value": .string(text)]
    guard let range = found.map(\.range).min(by: { $0.count < $1.count }), !range.isEmpty else {
      return ["contents": contents]
    }
    return ["contents": contents, "range": document.text.places(of: [range]).range(range)]
  }

  /// Asks the editor to tell of changed settings, packs and lists.
  private static let watching: JSONValue = [
    "jsonrpc": "2.0", "id": "hegui-watch", "method": "client/registerCapability",
    "params": [
      "registrations": [
        [
          "id": "hegui-watch", "method": "workspace/didChangeWatchedFiles",
          "registerOptions": [
            "watchers": [["globPattern": "**/*.yml"], ["globPattern": "**/*.txt"]]
          ],
        ]
      ]
    ],
  ]
}

/// What an editor says that it can do.
struct EditorAbilities {
  let encoding: PositionEncoding
  let namesVersions: Bool
  let readsMarkdown: Bool
  let registersWatchers: Bool

  init(_ told: JSONValue) {
    let encodings = told["general"]?["positionEncodings"]?.items ?? []
    encoding = PositionEncoding(offered: encodings.compactMap(\.text))
    namesVersions = told["workspace"]?["workspaceEdit"]?["documentChanges"]?.isTrue ?? false
    let formats = told["textDocument"]?["hover"]?["contentFormat"]?.items ?? []
    readsMarkdown = formats.contains("markdown")
    registersWatchers =
      told["workspace"]?["didChangeWatchedFiles"]?["dynamicRegistration"]?.isTrue ?? false
  }
}

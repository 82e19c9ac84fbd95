import CYAML
import Linting

/// What libyaml finds in a text, one after another.
@safe
struct YAMLEvents: ~Copyable {
  enum Event {
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case mappingStart
    /// The end of a sequence or of a mapping.
    case end
    case alias(String)
    case documentStart
    case documentEnd
    case streamEnd
  }

  /// Why a text is not YAML, and the line, from 1.
  struct Failure: Error {
    let line: Int
    let problem: Localized
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the event last read begins, from 1.
  private(set) var line = 1
  /// The name that the event last read gives to its node.
  private(set) var anchor: String?

  /// The text stays where it is for as long as events are read.
  @unsafe
  init(of text: UnsafeBufferPointer<UInt8>) {
    unsafe self.text = text
    unsafe parser = .allocate(capacity: 1)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  mutating func next() throws(Failure) -> Event {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure }
      defer { unsafe yaml_event_delete(&event) }
      line = unsafe Int(event.start_mark.line) + 1
      if let event = unsafe read(event) { return event }
    }
  }

  /// Nil for what begins the stream.
  private mutating func read(_ event: yaml_event_t) -> Event? {
    anchor = nil
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      anchor = unsafe name(scalar.anchor)
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = unsafe String(decoding: bytes, as: UTF8.self)
      return .scalar(text, isPlain: unsafe scalar.plain_implicit == 1)
    case YAML_SEQUENCE_START_EVENT:
      anchor = unsafe name(event.data.sequence_start.anchor)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      anchor = unsafe name(event.data.mapping_start.anchor)
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_ALIAS_EVENT: return .alias(unsafe name(event.data.alias.anchor) ?? "")
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_START_EVENT: return nil
    default: return .streamEnd
    }
  }

  private func name(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }

  private var failure: Failure {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    var line = unsafe Int(parser.pointee.problem_mark.line) + 1
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      // A reader knows bytes only, not lines.
      let before = unsafe text.prefix(parser.pointee.problem_offset)
      line = unsafe before.count { $0 == 0x0A } + 1
    }
    return Failure(line: line, problem: .yamlProblem(problem ?? "memory is exhausted"))
  }
}

import Linting

/// Weights of hashed pieces of sentences, in one row or more.
///
/// A file of them is text: header lines `# key: value`, then for each row a line `# row: NAME BIAS THRESHOLDS…` and lines
/// of 128 printable characters, each the weight of one bucket: its code less 79, times the scale.
struct SentenceWeights {
  /// What the pieces of a sentence weigh in each row of a detector.
  struct Sums {
    fileprivate(set) var weights = InlineArray<4, Int>(repeating: 0)
    fileprivate(set) var pieces = 0

    static func + (left: Sums, right: Sums) -> Sums {
      var sums = left
      for row in sums.weights.indices { sums.weights[row] += right.weights[row] }
      sums.pieces += right.pieces
      return sums
    }
  }

  /// Where the weights of the pieces of a sentence lie behind the start of each row.
  struct Pieces {
    fileprivate let places: [Int32]
  }

  struct Row {
    let name: String
    fileprivate let bias: Double
    /// Ascending.
    let thresholds: [Double]
    /// Where its weights start.
    fileprivate let start: Int
  }

  let rows: [Row]
  private let scale: Double
  /// One less than the number of buckets, which is a power of two.
  private let mask: UInt32
  private let bytes: [UInt8]

  fileprivate static let lineLength = 128
  private static let zero = 79

  /// Whether a file is such a one: it says so in its first line.
  static func isModel(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "# sentence-model:".utf8) }

  init(of bytes: [UInt8], path: String) throws(RulePackError) {
    var reader = SentenceWeightsReader(path: path, bytes: bytes)
    try reader.run()
    rows = reader.rows
    scale = reader.scale
    mask = UInt32(reader.buckets - 1)
    self.bytes = bytes
  }

  /// What the pieces of a part of a text weigh, in the first four rows.
  func sums(of part: Range<Int>, in text: Span<UInt8>) -> Sums {
    var sums = Sums()
    var pieces = SentencePieces()
    let bytes = bytes.span
    let starts = InlineArray<4, Int> { $0 < rows.count ? rows[$0].start : -1 }
    pieces.cut(part, of: text) { hash in
      let place = place(of: hash)
      for row in starts.indices where starts[row] >= 0 {
        sums.weights[row] += Int(bytes[starts[row] + place]) - Self.zero
      }
    }
    sums.pieces = pieces.count
    return sums
  }

  /// The pieces of a part of a text, to be weighed in any row.
  func pieces(of part: Range<Int>, in text: Span<UInt8>) -> Pieces {
    var places: [Int32] = []
    var pieces = SentencePieces()
    pieces.cut(part, of: text) { places.append(Int32(place(of: $0))) }
    return Pieces(places: places)
  }

  /// How much speaks for a row.
  func score(_ pieces: Pieces, _ row: Int) -> Double {
    let (bytes, start) = (bytes.span, rows[row].start)
    var weight = 0
    for place in pieces.places { weight += Int(bytes[start + Int(place)]) - Self.zero }
    return score(weight, pieces: pieces.places.count, row)
  }

  /// How much speaks for a row: the weight of a sentence by the length of its vector of pieces, and the bias.
  func score(_ weight: Int, pieces: Int, _ row: Int) -> Double {
    Double(weight) * scale / Double(max(1, pieces)).squareRoot() + rows[row].bias
  }

  /// Where the bucket of a hash lies behind the start of a row.
  @inline(__always)
  private func place(of hash: UInt32) -> Int {
    let bucket = Int(hash & mask)
    return bucket + bucket / Self.lineLength
  }
}

/// Reads a file of weights; what is wrong with it is told with its line.
private struct SentenceWeightsReader {
  let path: String
  let bytes: [UInt8]
  private(set) var rows: [SentenceWeights.Row] = []
  private(set) var scale = 0.0
  private(set) var buckets = 0
  private var line = 0
  private var place = 0

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  mutating func run() throws(RulePackError) {
    while place < bytes.count {
      let (key, values) = try header()
      switch key {
      case "buckets": buckets = values.first.flatMap { Int($0) } ?? 0
      case "scale": scale = values.first.flatMap { Double($0) } ?? 0
      case "row": try readRow(values)
      default: break
      }
    }
    guard !rows.isEmpty, scale > 0 else {
      throw error("缺少 scale 或 row", "\"scale\" or \"row\" is missing")
    }
  }

  private mutating func header() throws(RulePackError) -> (key: Substring, values: [Substring]) {
    line += 1
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    place = end + 1
    guard text.hasPrefix("# "), let colon = text.firstIndex(of: ":") else {
      throw error("应是「# 键: 值」", "this line is \"# key: value\"")
    }
    let values = text[text.index(after: colon)...].split(separator: " ")
    return (text[..<colon].dropFirst(2), values)
  }

  private mutating func readRow(_ values: [Substring]) throws(RulePackError) {
    guard (128...1 << 20).contains(buckets), buckets.nonzeroBitCount == 1 else {
      throw error(
        "buckets 应是 128 到 1048576 之间 2 的幂",
        "\"buckets\" is a power of two of 128 to 1048576"
      )
    }
    let numbers = values.dropFirst().compactMap { Double($0) }
    guard let name = values.first, let bias = numbers.first, numbers.count == values.count - 1
    else {
      throw error("应是「# row: 名字 偏置 阈值」", "this line is \"# row: NAME BIAS THRESHOLDS\"")
    }
    let length = SentenceWeights.lineLength
    let lines = buckets / length
    let end = place + lines * (length + 1)
    guard end <= bytes.count, areWeights(place..<end) else {
      throw error(
        "「\(name)」后面应有 \(lines) 行权重，每行 \(length) 个可见字符",
        "\"\(name)\" has \(lines) lines of \(length) printable characters"
      )
    }
    rows.append(
      SentenceWeights.Row(
        name: String(name),
        bias: bias,
        thresholds: Array(numbers.dropFirst()),
        start: place
      )
    )
    place = end
    line += lines
  }

  /// Looks at every byte, at each start of the program: a line is tested as a whole.
  private func areWeights(_ range: Range<Int>) -> Bool {
    let (length, bytes) = (SentenceWeights.lineLength, bytes.span)
    let starts = stride(from: range.lowerBound, to: range.upperBound, by: length + 1)
    return starts.allSatisfy { start in
      let line = bytes.extracting(start..<start + length)
      var furthest: UInt8 = 0
      for index in line.indices { furthest = max(furthest, line[index] &- 0x20) }
      return furthest <= 0x7E - 0x20 && bytes[start + length] == 0x0A
    }
  }

  private func error(_ chinese: String, _ english: String) -> RulePackError {
    RulePackError(path, line: line, Localized(chinese, english))
  }
}

import SourceText

/// The least F1 that a run must reach, from a line `Floors: overall F1 0.95, title F1 0.9` of the corpus' README.
struct CorpusFloors {
  /// By group; `overall` for all.
  private(set) var floors: [String: Double] = [:]

  init(readingFrom folder: String) throws(CommandError) {
    let path = joined(folder, "README.md")
    guard let bytes = try? readFile(path) else {
      throw CommandError(message: "\(path) 读不到，其中应有 Floors: overall F1 0.95（it has the floors）")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { $0.hasPrefix("Floors:") }) else {
      throw CommandError(message: "\(path) 中没有 Floors: overall F1 0.95 这一行（no line Floors:）")
    }
    let words = line.dropFirst("Floors:".count).split { $0 == " " || $0 == "," || $0 == "(" }
    for (index, word) in words.enumerated() where word == "F1" && index > 0 {
      guard index + 1 < words.count, let value = Double(words[index + 1]), value <= 1 else {
        throw CommandError(message: "\(path): \(line) 写法有误（it is written as GROUP F1 0.95）")
      }
      floors[String(words[index - 1])] = value
    }
    guard floors["overall"] != nil else {
      throw CommandError(message: "\(path): 缺 overall F1（the overall floor is missing）")
    }
  }
}

/// Refuses a draft that would keep md4c busy for seconds.
///
/// For each line, blank ones included, md4c 0.4.8 walks over all lists that are open, before its first event: a
/// thousand nested lists above a million lines take a second.
func checkNesting(of input: [UInt8]) throws(ReadingError) {
  let steps = 300_000_000
  // A nested list needs two bytes: most drafts are too small to be a danger.
  guard input.count / 2 > steps / max(1, input.count) else { return }
  var lines = 1
  for byte in input { lines &+= byte == 0x0A ? 1 : 0 }
  guard input.count / 2 > steps / lines else { return }
  let limit = max(64, steps / lines)
  var number = 1
  var line = MarkdownLine(at: 0, in: input)
  while line.start < input.count {
    if line.nesting(in: input) > limit { throw .tooDeep(limit: limit, line: number) }
    line = MarkdownLine(at: line.next, in: input)
    number += 1
  }
}

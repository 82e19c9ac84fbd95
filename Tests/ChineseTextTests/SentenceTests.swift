import ChineseText
import TestSupport
import Testing

struct SentenceTests {
  @Test(arguments: [
    ["多喝水。", "少熬夜。"],
    ["他发出“还能治好吗？”的疑问。", "医生答：“能。”", "大家放心了"],
    ["真的？！", "是真的！！！", "好"],
    ["乏力、腹泻……等症状要当心。", "早就诊"],
    ["如果……，那么……。", "完"],
    ["体温38.5℃，血压120.5。", "见www.x.cn"],
    ["多休息.", "少熬夜."],
    ["第一行\u{2028}", "第二行"],
    ["好了吗?", "好了!"],
    ["（见图1。）", "另行通知"],
    ["Take it daily.", " 随餐服用"],
    ["3.5万人"],
  ])
  func `a block falls into its sentences`(parts: [String]) {
    let text = Array(parts.joined().utf8)
    let found = sentences(in: 0..<text.count, of: text)
    #expect(found.map { String(decoding: text[$0], as: UTF8.self) } == parts.map { $0 })
  }

  @Test func `the sentence around an offset is one of the block's`() {
    let sample = "他问：“好吗？”的样子。。”好！\u{2028}？？甲……乙…！）丙. 丁Dr.X。”’）戊"
    let text = Array(sample.utf8)
    let all = sentences(in: 0..<text.count, of: text)
    var offset = 0
    for scalar in sample.unicodeScalars {
      let range = sentenceRange(around: offset, in: 0..<text.count, of: text)
      #expect(all.contains(range) && range.contains(offset), "at \(offset) before \(scalar)")
      offset += UTF8.width(scalar)
    }
  }

  @Test func `a long run of marks costs no more than its length`() {
    let text = Array(String(repeating: "！", count: 100_000).utf8)
    let time = threadTime { _ = sentenceRange(around: 150_000, in: 0..<text.count, of: text) }
    #expect(time < .seconds(2))
  }
}

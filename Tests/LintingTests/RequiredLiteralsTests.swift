import Linting
import Testing

@Suite struct RequiredLiteralsTests {
  @Test(
    arguments: [
      ("全国人民", ["全国人民"]),
      ("(发病|死亡)率", ["发病率", "死亡率"]),
      ("(有|据)?研究(结果)?(显示|表明)", ["研究显示", "研究结果显示", "研究结果表明", "研究表明"]),
      ("每[0-9]+(个|名)人", ["个人", "名人"]),
      ("第[0-9]{2}期", ["第"]),
      ("[^。]{0,8}表明", ["表明"]),
      ("(?<词>研究)表明", ["研究表明"]),
      ("\\u4E00医院\\-部", ["医院-部"]),
      ("(甲)\\1乙丙", nil),
      ("来源[:：]?\\s?(网络|互联网)", ["来源"]),
      ("(?:治愈|根治).{0,20}?率", ["根治", "治愈"]),
      ("(?<!不)研究表明(?=，)", ["研究表明"]),
      ("(?i)vip服务", ["vip服务"]),
      ("(甲乙)?", nil),
      ("(甲乙)*丙丁{2,3}", ["丙"]),
      ("[甲乙]丙", ["乙丙", "甲丙"]),
      ("甲|.", nil),
    ] as [(String, [String]?)]
  )
  func `every match holds one of the literals`(_ pattern: String, _ expected: [String]?) {
    #expect(RequiredLiterals(of: pattern).literals == expected)
  }
}

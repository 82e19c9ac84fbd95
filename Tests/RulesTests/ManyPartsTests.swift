import Testing

/// What rules find where a draft has several links, images, spans or comments and only some of them count.
@Suite struct ManyPartsTests {
  @Test(arguments: [
    (
      "metadata/attachment-unlisted",
      "两份表都在这里：[附件1](a.docx)、[附件2](b.docx)，另有附件3、附件4。", ["附件3", "附件4"]
    ),
    (
      "metadata/attachment-unlisted",
      "<p>报名表是<a href=\"a.docx\">附件1</a>。<br>\u{3000}附件2登记表，附件3汇总表。</p>", ["附件3"]
    ),
    ("number/exponent-lost", "诊室25 m<sup>2</sup>，病房30 m2，药房40 m<sup>2</sup>。", ["m2"]),
    (
      "structure/heading-empty",
      "# 题目\n\n## 甲\n\n![图](a.png)\n\n## 乙\n\n## 丙\n\n![图](b.png)\n\n## 丁\n\n正文。", ["乙"]
    ),
    (
      "secrecy/comment-trace",
      "<p>甲。</p><!-- 统计代码 --><p>乙。</p><!-- 这段请李院长看一下 --><p>丙。</p><!-- 这句话请王主任看一下 -->",
      ["<!-- 这段请李院长看一下 -->", "<!-- 这句话请王主任看一下 -->"]
    ),
  ])
  func `each part is judged by its own place`(_ id: String, _ draft: String, _ texts: [String])
    throws
  {
    #expect(try foundTexts(of: id, in: draft) == texts)
  }

  @Test func `a link covers the sentence that it stands in`() throws {
    let covered = "[报告](https://www.gov.cn/a)提到骨质疏松的患病率在50岁以上女性中为32.1%。"
    let bare = "糖尿病患者超过1.4亿，儿童近视率已达52.7%。"
    let draft = "\(covered)\n\n\(bare)[首页](https://a.example/b)。"
    #expect(try findings(of: "citation/claim-uncited", in: covered).isEmpty)
    #expect(try findings(of: "citation/claim-uncited", in: draft).count == 1)
  }
}

import Testing

@testable import ChineseText

@Suite struct MatchingHitTests {
  @Test func `the longest of overlapping terms wins`() throws {
    let matcher = try matcher("麻诊\n寻麻诊\n诊所")
    #expect(matcher.found(in: "寻麻诊所见") == ["寻麻诊"])
    #expect(matcher.found(in: "麻诊所") == ["麻诊"])
  }

  @Test func `an allow phrase wins over the entries that it touches`() throws {
    let drugs = try matcher("大麻\n麻烦制造者\n+大麻烦")
    #expect(drugs.found(in: "这是个大麻烦") == [])
    #expect(drugs.found(in: "大麻烦制造者") == [])
    #expect(drugs.found(in: "吸食大麻") == ["大麻"])
    let vulgar = try matcher("小三\n+小三阳")
    #expect(vulgar.found(in: "乙肝小三阳，不是小三") == ["小三"])
  }

  @Test(arguments: [
    ("ＣＴ", "做CT检查"), ("CT", "做ｃｔ检查"), ("冲击", "受到衝擊"), ("衝擊", "受到冲击"), ("kg", "体重５㎏以上"),
    ("㎏", "体重5KG以上"), ("1号", "①号楼"), ("赌球", "赌\u{FE00}球"), ("㈱", "（股）㈱"),
  ])
  func `width, case, traditional and compatibility forms are one`(term: String, text: String) throws
  {
    #expect(try matcher("# boundary: none\n\(term)\n").found(in: text).count == 1)
  }

  @Test func `a list may tell forms apart`() throws {
    let cased = try matcher("# fold: width traditional\nCT\tX\n")
    #expect(cased.found(in: "ct、CT、ＣＴ") == ["CT", "ＣＴ"])
    let narrow = try matcher("# fold: case\nCT\n")
    #expect(narrow.found(in: "ct、CT、ＣＴ") == ["ct", "CT"])
    let traditional = try matcher("# fold: width case\n裡面\n")
    #expect(traditional.found(in: "里面，裡面") == ["裡面"])
    let exact = try matcher("# fold: none\nＣＴ\n")
    #expect(exact.found(in: "ct、CT、ＣＴ") == ["ＣＴ"])
  }

  @Test func `what is invisible is always skipped`() throws {
    let matcher = try matcher("赌球\nword\nnew line")
    #expect(matcher.found(in: "赌\u{200B}球") == ["赌\u{200B}球"])
    #expect(matcher.found(in: "赌\u{200B}\u{FEFF}\u{E0101}球").count == 1)
    #expect(matcher.found(in: "赌 \n\t 球") == ["赌 \n\t 球"])
    #expect(matcher.found(in: "赌\u{2029}球、赌\u{2028}球") == [])
    #expect(matcher.found(in: "wo\nrd") == [])
    #expect(matcher.found(in: "a new\nline, a new  \n line, newline").count == 2)
  }

  @Test func `signs are skipped only where the list says so`() throws {
    let plain = try matcher("赌球")
    let hidden = try matcher("# skip: symbols\n赌球\n五毛\n12\n")
    for text in ["赌 球", "赌*球", "赌.球", "赌＊球", "赌 - 球", "赌·球", "赌_\u{200B}|球", "赌　球"] {
      #expect(plain.found(in: text) == [])
      #expect(hidden.found(in: text) == [text])
    }
    for text in ["赌，球", "赌。球", "赌、球", "赌：球", "赌；球", "赌？球", "赌！球", "赌-----球", "1.2", "1-2"] {
      #expect(hidden.found(in: text) == [])
    }
  }

  @Test func `signs of the term itself are needed`() throws {
    let matcher = try matcher("PM2.5\nC++\n.com\nu1s1\nA 型")
    #expect(matcher.found(in: "PM2.5、pm25、PM2-5、ＰＭ２．５") == ["PM2.5", "ＰＭ２．５"])
    #expect(matcher.found(in: "学C++，不学C+、C") == ["C++"])
    #expect(matcher.found(in: "点.com和com") == [".com"])
    #expect(matcher.found(in: "U1S1，u1-s1") == ["U1S1"])
    #expect(matcher.found(in: "A 型、A型、A\u{3000}型") == ["A 型", "A\u{3000}型"])
  }

  @Test func `latin ends need a neighbour that is not latin`() throws {
    let matcher = try matcher("SB\n不care\n3q")
    #expect(matcher.found(in: "ISBN、SB、ｓｂ、USB、SB2、SB-1") == ["SB", "ｓｂ", "SB"])
    #expect(matcher.found(in: "我不care，他不cares") == ["不care"])
    #expect(matcher.found(in: "3q、13q、\u{200B}3Q\u{200B}x、①3q") == ["3q", "3q"])
    let free = try ChineseTextTests.matcher("# boundary: none\nSB\n")
    #expect(free.found(in: "ISBN") == ["SB"])
  }

  @Test func `scalars outside the basic plane are found and placed`() throws {
    let matcher = try matcher("𠮷野\n𬌗面\n🎲")
    #expect(matcher.found(in: "🧧𠮷野家的𬌗面🎲") == ["𠮷野", "𬌗面", "🎲"])
    let text = Array("甲𠮷\u{200B}野乙".utf8)
    let hits = matcher.hits(in: text, blocks: [0..<text.count])[0]
    #expect(hits.map(\.range) == [3..<13])
  }

  @Test func `literals are found wherever they stand`() throws {
    let list = TermList.literals(name: "gates", ["治愈", "愈", "ct", "-", "治愈率"])
    let matcher = try TermMatcher(lists: [list], lexicon: nil, cacheFolder: nil)
    let text = Array("治愈率 SPECT".utf8)
    let hits = matcher.hits(in: text, blocks: [])[0]
    #expect(hits.map(\.entry).sorted() == [0, 1, 2, 4])
    #expect(hits.map { matcher.entry(of: $0).term }.sorted() == ["ct", "愈", "治愈", "治愈率"])
    #expect(!TermList.isFindable("-") && !TermList.isFindable("") && TermList.isFindable("-甲"))
  }

  @Test func `a hit says what its line says`() throws {
    let matcher = try matcher("# list: list-0\n\n帐号\t账号\tE\t¬词{蚊帐号}\t账\n+登帐\n按装\t安装/装\n")
    let text = Array("按装帐号".utf8)
    let hits = matcher.hits(in: text, blocks: [0..<text.count])[0]
    let entries = hits.map { matcher.entry(of: $0) }
    #expect(entries.map(\.term) == ["按装", "帐号"])
    #expect(entries.map(\.replacement) == [nil, "账号"])
    #expect(entries.map(\.certainty) == [.warning, .error])
    #expect(entries[1].note == "账" && hits.map(\.entry) == [2, 0])
  }

  @Test func `any bytes can be scanned`() throws {
    let matcher = try matcher("# skip: symbols\n𠮷野\n甲乙\nkg\n\u{E9}t\n", "# fold: none\nkg\n甲 乙\n")
    var generator = SeededGenerator(seed: 7)
    let seeds = Array("𠮷野甲*乙㎏été\u{200B} \n".utf8)
    for _ in 0..<500 {
      let text = (0..<40).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : seeds[Int.random(in: seeds.indices, using: &generator)]
      }
      for hit in matcher.hits(in: text, blocks: [0..<text.count]).joined() {
        #expect(hit.range.upperBound <= text.count)
      }
    }
  }
}

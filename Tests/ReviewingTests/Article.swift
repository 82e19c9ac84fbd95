import Reading
import Reviewing
import SourceText

/// An article as a hospital writes it, in every markup that it passes through.
struct Article {
  enum Part {
    case heading(String)
    case paragraph(String)
    /// Text before, words of the link, address, text behind.
    case link(String, words: String, address: String, String)
    case list([String])
    case table([[String]])
    case image(address: String, alternative: String, caption: String)
    case video(String)
  }

  var title: String
  var parts: [Part]

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    title = random.phrase(3)
    parts = (0..<random.below(6) + 4).map { _ in Self.part(&random) }
    parts.append(.image(address: random.address("jpg"), alternative: random.phrase(2), caption: ""))
    parts.append(.link(random.phrase(2), words: "原文", address: random.address("html"), "。"))
  }

  private static func part(_ random: inout SplitMix) -> Part {
    switch random.below(9) {
    case 0: .heading(random.phrase(1))
    case 1:
      .link(random.phrase(2), words: random.phrase(1), address: random.address("html"), "。")
    case 2: .list((0...random.below(3)).map { _ in random.phrase(2) })
    case 3: .table((0...random.below(2)).map { _ in [random.phrase(1), random.phrase(1)] })
    case 4, 5:
      .image(
        address: random.address("jpg"),
        alternative: random.phrase(1),
        caption: random.below(2) == 0 ? "" : "图源：" + random.phrase(1)
      )
    case 6 where random.below(3) == 0:
      .video("https://v.qq.com/txp/iframe/player.html?vid=\(random.below(9999))")
    default: .paragraph((0...random.below(3)).map { _ in random.phrase(3) + "。" }.joined())
    }
  }

  /// As the department hands it in.
  var submitted: String {
    "<title>\(escaped(title))</title>\n<h1>\(escaped(title))</h1>\n"
      + parts.map { part in
        switch part {
        case .heading(let text): "<h2>\(escaped(text))</h2>"
        case .paragraph(let text): "<p class=\"intro\" style=\"color: #333\">\(escaped(text))</p>"
        case .link(let before, let words, let address, let behind):
          "<p>\(escaped(before))<a href=\"\(escaped(address))\" title=\"详情\">\(escaped(words))</a>"
            + "\(escaped(behind))</p>"
        case .list(let items): "<ul>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>"
        case .table(let rows):
          "<table>"
            + rows.map { "<tr>" + $0.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }.joined()
            + "</table>"
        case .image(let address, let alternative, let caption):
          "<figure><img src=\"\(escaped(address))\" alt=\"\(escaped(alternative))\">"
            + (caption.isEmpty ? "" : "<figcaption>\(escaped(caption))</figcaption>") + "</figure>"
        case .video(let address): "<iframe src=\"\(escaped(address))\"></iframe>"
        }
      }.joined(separator: "\n")
  }

  /// As WeChat shows it: attributes gone and others come, images on its own hosts, its frame around it.
  func weChatPage(seed: UInt64) -> String {
    var random = SplitMix(state: seed)
    let body = parts.map { weChatPart($0, &random) }.joined()
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="\(escaped(title))">\
      <title></title></head><body id="activity-detail"><div id="js_article" class="rich_media">
      <div id="page-content" class="rich_media_area_primary"><div id="img-content" class="rich_media_wrp">
      <h1 class="rich_media_title" id="activity-name">\(escaped(title))</h1>
      <div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">原创</span>
      <span id="js_author_name" class="rich_media_meta">小杨</span>
      <span id="profileBt"><a href="javascript:void(0);" id="js_name">某某卫生院</a></span>
      <em id="publish_time" class="rich_media_meta">2026-11-22 09:30</em></div>
      <div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden;">\(body)</div>
      </div></div><div id="js_pc_qr_code" style="display:none">微信扫一扫</div>
      <mp-common-profile data-nickname="某某卫生院"></mp-common-profile>
      <div class="rich_media_tool"><a href="https://mp.weixin.qq.com/x">阅读原文</a></div></div>
      <script>var biz = "MzA";</script></body></html>
      """
  }

  private func weChatPart(_ part: Part, _ random: inout SplitMix) -> String {
    let mark = random.below(2) == 0 ? " data-pm-slice=\"0 0 []\"" : ""
    switch part {
    case .heading(let text):
      return "<h2\(mark) style=\"margin: 0px;\"><span leaf=\"\">\(escaped(text))</span></h2>"
    case .paragraph(let text):
      return
        "<section\(mark)><p style=\"text-align: justify;\"><span leaf=\"\" style=\"color: rgb(51,51,51);\">"
        + "\(escaped(text))</span></p></section>\n"
    case .link(let before, let words, let address, let behind):
      return
        "<p>\(escaped(before))<a target=\"_blank\" href=\"\(escaped(address))\" data-linktype=\"2\">"
        + "<span>\(escaped(words))</span></a>\(escaped(behind))</p>"
    case .list(let items):
      return "<ul class=\"list-paddingleft-1\">"
        + items.map { "<li><section><span leaf=\"\">\(escaped($0))</span></section></li>" }.joined()
        + "</ul>"
    case .table(let rows):
      let cell = { (text: String) in "<td data-colwidth=\"287\"><p>\(text)</p></td>" }
      return "<table><tbody>"
        + rows.map { "<tr>" + $0.map { cell(escaped($0)) }.joined() + "</tr>" }.joined()
        + "</tbody></table>"
    case .image(_, let alternative, let caption):
      let name = random.below(1 << 40)
      let kept = ["", " alt=\"图片\"", " alt=\"\(escaped(alternative))\""][random.below(3)]
      return
        "<section style=\"text-align: center;\"><img class=\"rich_pages wxw-img\" data-ratio=\"0.66\" "
        + "data-src=\"https://mmbiz.qpic.cn/mmbiz_jpg/\(name)/640?wx_fmt=jpeg&amp;from=appmsg\" "
        + "data-type=\"jpeg\" data-w=\"1080\"\(kept)></section>"
        + (caption.isEmpty ? "" : "<p style=\"font-size: 12px;\">\(escaped(caption))</p>")
    case .video(let address):
      return
        "<p><iframe class=\"video_iframe rich_pages\" data-src=\"\(escaped(address))\"></iframe></p>"
    }
  }
}

func content(ofHTML html: String) throws -> CanonicalContent {
  let source = try decodeSource(path: "page.html", bytes: Array(html.utf8))
  return CanonicalContent(of: try readDraft(source, as: .html))
}

private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func phrase(_ words: Int) -> String {
    (0..<words).map { _ in Self.words[below(Self.words.count)] }.joined()
  }

  mutating func address(_ ending: String) -> String {
    "https://www.hospital.example/\(below(100_000)).\(ending)?a=1&b=é"
  }

  private static let words = [
    "门诊", "每周六", "8:00 至 11:30", "预约", "“家庭医生”", "接种疫苗", "血压", "café", "120 人次", "请携带身份证",
    "内科", "（二楼）", "COVID-19", "体检", "老年人", "《健康手册》", "O 型血", "每日 2 次", "10%", "咨询",
  ]
}

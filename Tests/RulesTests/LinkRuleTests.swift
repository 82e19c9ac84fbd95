import Linting
import Reading
import Rules
import Testing

@Suite struct LinkRuleTests {
  private static let rules = ruleset.rules.map(\.info.id).filter { $0.hasPrefix("link/") }

  @Test(arguments: [
    "<p><a href=\"https://www.example.cn/a?id=3\">门诊安排</a></p>",
    "<p><a href=\"/a/b.html\">门诊安排</a> <a href=\"b.pdf\">通知全文</a></p>",
    "<p><a href=\"tel:+86-311-12345678\">咨询电话</a><a href=\"mailto:jubao@example.cn\">举报邮箱</a></p>",
    "<p><a href=\"mailto:a@example.cn?subject=报名\">邮箱</a></p>",
    "<p><a href=\"javascript:window.close()\">关闭窗口</a></p>",
    "<div id=\"js_content\"><a id=\"js_name\" href=\"javascript:void(0);\">云溪县人民医院</a><p>甲</p></div>",
    "<p><a class=\"weapp_text_link\" data-miniprogram-appid=\"wx1\" href=\"\">预约挂号</a></p>",
    "<p><a href=\"http://www.nhc.gov.cn/a/1.html\">www.nhc.gov.cn</a></p>",
    "<p><a href=\"https://wsjkw.hebei.gov.cn/\">hebei.gov.cn</a></p>",
    "<p><a href=\"https://www.a.example/go?to=www.b.example\">www.b.example</a></p>",
    "<p><a href=\"https://a.example/2025.pdf\">2025.pdf</a></p>",
    "<p><a name=\"sec2\"></a>二<a href=\"#sec2\">第二节</a></p>",
    "<p><a href=\"#content-3\">第三节</a></p><script>make()</script>",
    "<p>乙</p><p style=\"display:none\"><a href=\"https://www.gov.cn/\">国务院</a></p>",
    "<p><a href=\"https://www.a.example/1\">甲</a></p><div style=\"display:none\"><a href=\"https://a.example/2\">乙</a></div>",
    "<p>甲</p><noscript><a href=\"https://tj.example/\">统计</a></noscript>",
    "<p>甲</p><!-- <a href=\"/old.html\">旧栏目</a> -->",
    "<p>甲</p><!-- 见 https://www.w3.example/ -->",
    "<p><a href=\"https://mp.weixin.qq.com/s/AbCdEf\">原文</a></p>",
    "<p><a href=\"https://post.cn/abc\">邮政</a></p>",
    "正文见 https://www.post.cn/abc 和 10.0.0.1 的说明。",
    "病区平均温度10.1.2，见《路由器使用手册》中 http://192.168.1.1 的例子：这是路由器的地址。",
    "脚注[^1]。\n\n[^1]: 说明。",
    "[第一节](#第一节-概述)\n\n## 第一节 概述\n\n内容。",
    "[附件](附件1.docx \"下载\")",
  ])
  func `ordinary links are left alone`(_ draft: String) throws {
    for id in Self.rules { #expect(try foundTexts(of: id, in: draft) == [], "\(id)") }
  }

  @Test(arguments: [
    ("link/empty-href", "<p><a href=\"javascript:void(0)\">挂号须知</a></p>"),
    ("link/empty-href", "[在线缴费](#)"),
    ("link/internal-host", "<p><a href=\"http://172.20.1.9:8080/x\">表</a></p>"),
    ("link/internal-host", "<p><a href=\"http://pacs.local/\">影像</a></p>"),
    (
      "link/internal-host",
      "<p>乙</p><p style=\"display:none\"><a href=\"http://10.0.0.8/\">甲</a></p>"
    ),
    ("link/local-file", "<p><a href=\"/Users/wang/a.docx\">表</a></p>"),
    ("link/short-url", "[报名](http://dwz.cn/abc)"),
    ("link/mp-temporary", "[预览](https://mp.weixin.qq.com/s/AbC?tempkey=1)"),
    ("link/tel-mailto-format", "<p><a href=\"tel:转8001\">电话</a></p>"),
    (
      "link/dark-link", "<p>甲</p><a href=\"http://x.cc/\"><span style=\"font-size:0\">棋牌</span></a>"
    ),
    ("link/dark-link", "<p>甲</p><p style=\"font-size:1px\"><a href=\"http://x.cc/\">棋牌</a></p>"),
    ("link/anchor-missing", "[第二节](#第二节)\n\n## 第一节"),
    ("link/vague-text", "[查看详情>>](https://a.example/)"),
  ])
  func `a fault of a link is found`(_ id: String, _ draft: String) throws {
    #expect(try findings(of: id, in: draft).count == 1)
  }

  @Test func `a link to a host of one's own is not dark and should be secure`() throws {
    let draft = "<p>甲</p><p style=\"display:none\"><a href=\"http://www.own.example/\">乙</a></p>"
    let rules = ruleset.rules.filter {
      ["link/dark-link", "link/insecure-http"].contains($0.info.id)
    }
    guard let today = Day(year: 2026, month: 3, day: 1) else { return }
    var options = Linter.Options(today: today)
    options.ownHosts = ["own.example"]
    let linter = try ruleset.linter(of: rules, options: options, cacheFolder: nil)
    let report = linter.lint(path: "a.html", bytes: Array(draft.utf8), format: .html)
    #expect(report.findings.map(\.rule) == ["link/insecure-http"])
  }
}

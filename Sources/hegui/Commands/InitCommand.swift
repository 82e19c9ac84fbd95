import ArgumentParser
import Glibc
import SourceText

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "在当前文件夹写一份带说明的 hegui.yml"
  )

  func run() throws {
    let path = "hegui.yml"
    guard try createFile(path, with: Array(configurationTemplate.utf8)) else {
      throw CommandError(message: "\(path) 已经存在，没有改动（it exists already and was left as it is）")
    }
    warn("已写好 \(path)（written）")
  }
}

private let configurationTemplate = """
  # 合规检查的设置。所在文件夹及下级的稿件都适用；路径以本文件所在文件夹为准。
  # 写错的键会报错并指出行号，不会被悄悄忽略。

  # 发布渠道：wechat（公众号）、website（网站）、govmedia（政务新媒体）。
  # 不写则按页面判断：带有公众号标记的为 wechat，其余为 website。
  # profile: wechat

  # 规则或分组的级别：off（关闭）、suggestion、warning、error；全部规则见 hegui rules。
  # rules:
  #   structure/paragraph-too-long: off
  #   slang: warning
  #   title/length:
  #     severity: error
  #     max: 30

  # 自己的规则包（文件或文件夹）。
  # packs:
  #   - rules/our-hospital.yml

  # 自己的词表；级别、上报对象可另行指定。格式见 docs/own-lists.md。
  # lists:
  #   - path: lists/wording.txt
  #     severity: error
  #     escalation: leadership

  # 词表不得拆开的词语，例如机构名、人名。
  # allow:
  #   - 某某中心卫生院

  # 不检查的文件，写法与 .gitignore 相同；.gitignore 中的也不检查。
  # ignore:
  #   - archive/

  # 栏目对应的稿件类别与责任科室。
  # columns:
  #   健康科普: { class: kepu, department: 健康教育科 }
  #   医院动态: news

  # 本单位的域名（不带 http:// 和路径）：链到这里的不算外部链接，图片放在这里的不算盗链。
  # hosts:
  #   - www.example.cn

  # 上限：文件的字节数，一份稿件列出的问题数。超过的稿件算没能查完（状态 2）。
  # limits:
  #   file-bytes: 20000000
  #   findings: 20000

  """

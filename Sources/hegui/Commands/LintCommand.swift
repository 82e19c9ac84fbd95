import ArgumentParser
import Linting

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "检查稿件：文件、文件夹（含下级）、通配符，- 为标准输入"
  )

  @Argument(help: ArgumentHelp("默认为当前文件夹", valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup var rule: RuleArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var fixing: FixArguments

  @Option(help: "达到此级别即以状态 1 退出：error（默认）、warning、suggestion、never")
  var failOn = FailureLevel.error

  @Option(help: ArgumentHelp("只用这些规则或分组，可重复", valueName: "rule"))
  var select: [String] = []

  @Option(help: ArgumentHelp("不用这些规则或分组，可重复", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: "发布渠道：wechat、website、govmedia；默认按页面判断")
  var profile: Profile?

  @Option(help: ArgumentHelp("标准输入的稿件的名字，决定其格式", valueName: "name"))
  var stdinName: String?

  @Option(help: "稿件格式：html、markdown、text；优先于文件名")
  var inputFormat: String?

  @Option(help: ArgumentHelp("与时间有关的规则以此为今天", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(help: ArgumentHelp("其中已有的问题不再计入", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("把现有问题写成基线", valueName: "file"))
  var writeBaseline: String?

  @Option(help: "同时检查几份稿件；默认为处理器个数")
  var jobs: Int?

  func validate() throws {
    if let problem = choice.problem { throw ValidationError(problem) }
  }

  var choice: LintChoice {
    LintChoice(
      paths: paths,
      rules: rule.choice,
      output: output.choice,
      fixing: fixing.choice,
      failOn: failOn,
      select: select,
      ignore: ignore,
      profile: profile,
      stdinName: stdinName,
      inputFormat: inputFormat,
      today: today,
      baseline: baseline,
      writeBaseline: writeBaseline,
      jobs: jobs
    )
  }
}

/// From which severity on findings make the status 1.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case suggestion
  case never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

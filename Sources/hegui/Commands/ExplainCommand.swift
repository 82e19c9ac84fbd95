import ArgumentParser
import Linting
import Reporting
import Rules
import SourceText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一条规则：为什么、依据、级别、修改与例子"
  )

  @Argument(help: ArgumentHelp("规则的编号，如 title/length", valueName: "rule"))
  var name: String

  @OptionGroup var arguments: RuleArguments

  func run() throws {
    let ruleset = try arguments.choice.ruleset(try arguments.choice.configuration())
    guard let rule = ruleset.rules.first(where: { $0.info.id == name }) else {
      let hint = nearest(to: name, among: ruleset.infos.map(\.id))
      let group = ruleset.infos.filter { $0.group == name }.map(\.id)
      throw CommandError(
        message: "没有规则 \(name)（there is no such rule）"
          + (group.isEmpty
            ? didYouMean(hint) : "；这一组有（the group has）：\(group.joined(separator: ", "))")
      )
    }
    let safety = try FixSurvey(ruleset).safety(of: rule)
    let text = explanation(
      of: rule.info,
      in: RuleBook(ruleset),
      fix: safety,
      cases: rule.cases,
      language: arguments.lang
    )
    var stream = Stream.output
    try stream.write(text)
    try stream.flush()
  }
}

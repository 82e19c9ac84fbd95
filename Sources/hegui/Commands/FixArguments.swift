import ArgumentParser

/// The options that change drafts.
struct FixArguments: ParsableArguments {
  @Flag(help: "改掉有把握的问题，写回文件；- 则写到标准输出")
  var fix = false

  @Flag(help: "与 --fix 或 --diff 合用：须人工确认的修改也做")
  var unsafe = false

  @Flag(help: "只显示会改什么，不写文件")
  var diff = false

  func validate() throws {
    if let problem = choice.problem { throw ValidationError(problem) }
  }

  var choice: FixChoice { FixChoice(fix: fix, unsafe: unsafe, diff: diff) }
}

/// What is done to drafts.
struct FixChoice: Hashable {
  var fix = false
  var unsafe = false
  var diff = false

  /// What cannot be meant.
  var problem: String? {
    unsafe && mode == nil
      ? "--unsafe 须与 --fix 或 --diff 合用（use it with --fix or --diff）" : nil
  }

  /// Nil where drafts stay as they are.
  var mode: FixMode? {
    fix || diff ? FixMode(takesUnsafe: unsafe, isWritten: !diff) : nil
  }
}

struct FixMode: Sendable {
  let takesUnsafe: Bool
  /// Else the changes are shown only.
  let isWritten: Bool
}

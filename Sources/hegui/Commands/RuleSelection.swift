import Linting
import SourceText

/// The rules that `--select` and `--ignore` leave.
struct RuleSelection {
  private let selected: Set<String>
  private let ignored: Set<String>

  /// A name that no rule or group has is an error.
  init(select: [String], ignore: [String], among infos: [RuleInfo]) throws(CommandError) {
    selected = Set(select)
    ignored = Set(ignore)
    guard !isAll else { return }
    let known = Set(infos.map(\.id)).union(RuleGroup.allCases.map(\.rawValue))
    for name in select + ignore where !known.contains(name) {
      throw CommandError(
        message: "没有规则或分组 \(name)（there is no rule or group \"\(name)\"）"
          + didYouMean(nearest(to: name, among: known))
      )
    }
  }

  /// Whether nothing is left out.
  var isAll: Bool { selected.isEmpty && ignored.isEmpty }

  func contains(_ info: RuleInfo) -> Bool {
    let names = [info.id, info.group]
    return (selected.isEmpty || names.contains(where: selected.contains))
      && !names.contains(where: ignored.contains)
  }
}

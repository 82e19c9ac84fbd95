import Linting

extension Localized {
  /// What libyaml says of a text, with what to do about it.
  static func yamlProblem(_ problem: String) -> Localized {
    let chinese =
      switch problem {
      case "found character that cannot start any token":
        "这里不能用这个字符：缩进要用空格，不能用制表符；以 @ ` % 等开头的文字要加引号"
      case "found a tab character that violates indentation": "缩进要用空格，不能用制表符"
      case "mapping values are not allowed in this context":
        "这里不能有「: 」：文字里有冒号的要加引号，或者检查上一行的缩进"
      case "did not find expected key", "did not find expected '-' indicator":
        "缩进与上面各行不齐，或者少了引号"
      case "could not find expected ':'": "这里应是「键: 值」，冒号是半角的，后面有空格"
      case "did not find expected ',' or ']'": "方括号没有配对，或者少了逗号"
      case "did not find expected ',' or '}'": "花括号没有配对，或者少了逗号"
      case "found unexpected end of stream": "引号没有配对，直到文件末尾都没有另一个"
      case "block sequence entries are not allowed in this context": "「- 」要另起一行"
      case "did not find expected alphabetic or numeric character":
        "以 * 或 & 开头的文字要加引号"
      case "found unknown escape character": "双引号里没有这种反斜杠写法，请改用单引号"
      case "control characters are not allowed": "有不可见的控制字符，请删去"
      case "found undefined alias": "*名字 指的内容没有定义；以 * 开头的文字要加引号"
      case "nested too deep": "层数太多"
      case "but found another document": "一个文件里只能有一份内容，请删去「---」"
      default: "写法不对，libyaml 报告 \(problem)"
      }
    return Localized(chinese, problem)
  }

  static func repeatedKey(_ name: String) -> Localized {
    Localized("键「\(name)」写了两次，请删去一个", "the key \(name) stands twice")
  }
}

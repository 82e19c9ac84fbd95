import ChineseText
import Linting
import Reading

/// Whether a character looks like part of a person's name: one or two characters behind a surname.
///
/// Both ends of such a name must be a mark, a space, the block's end, or a word that goes with names; where
/// `strictly` is off, one end will do.
func standsInName(_ offset: Int, strictly: Bool, in draft: ScannedDraft) -> Bool {
  guard let block = draft.block(at: offset), let scalar = draft.text.scalar(at: offset) else {
    return false
  }
  let before = Array(
    draft.draft.string(in: block.text.lowerBound..<offset).unicodeScalars.suffix(5)
  )
  let end = offset + UTF8.width(scalar)
  let after = draft.draft.string(in: end..<min(block.text.upperBound, end + 12)).unicodeScalars
  // One more character may belong to the name.
  let isClosed = endsName(String(after)) || endsName(String(after.dropFirst()))
  return [1, 2].contains { distance in
    guard before.count >= distance, surnames.contains(before[before.count - distance]) else {
      return false
    }
    let head = before.dropLast(distance)
    let isOpened = head.last.map { !isHan($0) || beforeNames.contains($0) } ?? true
    return strictly ? isOpened && isClosed : isOpened || isClosed
  }
}

/// Whether what follows a name stands there: nothing, a mark, a space, or a title.
private func endsName(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return true }
  return !isHan(first) || titles.contains { text.hasPrefix($0) }
}

private let titles = [
  "同志", "先生", "女士", "医生", "医师", "主任", "院长", "书记", "教授", "博士", "护士", "老师", "同学", "老人",
  "村", "等", "以", "已", "说", "表示", "介绍", "在", "和", "与", "的", "从", "为",
]

/// The last characters of words that stand before names.
private let beforeNames: Set<Unicode.Scalar> = [
  "者", "师", "生", "长", "任", "士", "员", "授", "家", "人", "记", "手", "理", "席", "和", "与", "是", "由", "叫",
  "为",
]

private let surnames = Set(commonSurnames.unicodeScalars)

/// The surnames of most people, one character each.
let commonSurnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
  + "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文"

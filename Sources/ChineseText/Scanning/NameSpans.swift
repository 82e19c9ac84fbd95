/// Names of people (P9), where the words around them leave no doubt.
struct NameSpans {
  let text: [UInt8]
  let block: Range<Int>

  private var reader: TokenReader { TokenReader(text: text, bounds: block) }

  /// The names behind the colon of a by-line: `作者：王一 李二`.
  func byline(at colon: Mark) -> [ProtectedSpan] {
    guard reader.has(Self.labels, before: colon.offset) else { return [] }
    var found: [ProtectedSpan] = []
    var index = colon.range.upperBound
    while found.count < 8 {
      index = reader.skippingSpaces(at: index, count: 2)
      let name = hanRun(from: index)
      // `作者：王一 发布日期：…`: what a colon follows is the next label.
      guard (2...4).contains(name.count), ![0x3A, 0xFF1A].contains(reader.step(at: name.end).value)
      else { break }
      found.append(ProtectedSpan(.name, index..<name.end))
      index = name.end
      let separator = reader.step(at: index)
      guard [0x20, 0x3001, 0x2C, 0x3000, 0x2F].contains(separator.value) else { break }
      index = separator.next
    }
    return found
  }

  /// The name that a rare or traditional character stands in: a surname, one or two characters, and a title
  /// before or behind.
  func name(around oddity: Oddity) -> ProtectedSpan? {
    var starts = [oddity.offset]
    for _ in 0..<2 {
      guard let start = starts.last, start > block.lowerBound,
        let scalar = text.scalar(before: start), isHan(scalar)
      else { break }
      starts.append(start - UTF8.width(scalar))
    }
    for start in starts {
      guard let surname = text.scalar(at: start), Self.surnames.contains(surname) else { continue }
      let afterSurname = start + UTF8.width(surname)
      let isTitled = reader.has(Self.titles, before: start)
      for count in 1...2 {
        guard let end = skipping(count, from: afterSurname), end > oddity.offset else { continue }
        if isTitled || reader.has(Self.titlesBehind, at: end) {
          return ProtectedSpan(.name, start..<end)
        }
      }
    }
    return nil
  }

  private func hanRun(from start: Int) -> (end: Int, count: Int) {
    var index = start
    var count = 0
    while count < 6, index < block.upperBound, let scalar = text.scalar(at: index), isHan(scalar) {
      index += UTF8.width(scalar)
      count += 1
    }
    return (index, count)
  }

  private func skipping(_ count: Int, from start: Int) -> Int? {
    var index = start
    for _ in 0..<count {
      guard index < block.upperBound, let scalar = text.scalar(at: index), isHan(scalar) else {
        return nil
      }
      index += UTF8.width(scalar)
    }
    return index
  }

  private static let labels = WordList(
    "姓名 作者 记者 编辑 责编 审核 审稿 校对 撰稿 摄影 通讯员 供稿 主编 监制 联系人"
  )

  private static let titles = WordList(
    "医生 医师 主任 教授 护士 护士长 院长 记者 患者 老师 同志 书记 专家 姓名： 作者： 通讯员 编辑： 记者："
  )

  private static let titlesBehind = WordList(
    """
    医生 医师 主任 副主任 教授 护士 院长 副院长 书记 老师 同志 博士 女士 先生 专家 主治 药师 技师 科长 局长 处长 队长 \
    主管 院士
    """
  )

  private static let surnames: Set<Unicode.Scalar> = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔\
    钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤於昝亓
    """.unicodeScalars
  )
}

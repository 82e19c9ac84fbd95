import ChineseText
import Linting

/// Characters that foreign names are written with.
private let nameCharacters = Set(
  ("阿埃艾安奥巴白贝比彼伯博布查达丹德迪蒂杜多尔法菲费弗福盖戈格古哈海汉赫亨霍基吉加杰卡凯坎柯科克肯库拉莱兰劳勒雷里利列琳林卢鲁路伦罗"
    + "洛马玛迈曼梅蒙米密摩莫穆纳奈内尼诺欧帕佩皮普奇乔切琼茹萨塞桑莎舍史斯丝思苏索塔泰坦汤特提廷图托瓦万维魏温沃西希夏谢辛休雅亚扬耶伊因英尤约泽"
    + "扎詹珍朱兹求恩弥漆丁格朗理翰逊顿森姆威廉历底金瑟妮丽露爱德西夫奥杰根兹").unicodeScalars
)

extension ScannedDraft {
  /// Whether a mark parts two characters of foreign names from two others: `诺尔曼.白求恩`; a part between two
  /// such marks may have one character: `苏理耶.德.莫朗`.
  func partsForeignName(_ mark: Mark) -> Bool {
    let left = nameLength(before: mark.offset)
    let right = nameLength(from: mark.range.upperBound)
    if left.count >= 2, right.count >= 2 { return true }
    if left.count == 1, right.count >= 2 { return text.scalar(before: left.end) == mark.scalar }
    return left.count >= 2 && right.count == 1 && text.scalar(at: right.end) == mark.scalar
  }

  /// How many characters of foreign names, up to two, stand before an offset, and where they begin.
  private func nameLength(before offset: Int) -> (count: Int, end: Int) {
    var end = offset
    var count = 0
    while count < 2, let scalar = text.scalar(before: end), nameCharacters.contains(scalar) {
      end -= UTF8.width(scalar)
      count += 1
    }
    return (count, end)
  }

  private func nameLength(from offset: Int) -> (count: Int, end: Int) {
    var end = offset
    var count = 0
    while count < 2, let scalar = text.scalar(at: end), nameCharacters.contains(scalar) {
      end += UTF8.width(scalar)
      count += 1
    }
    return (count, end)
  }
}

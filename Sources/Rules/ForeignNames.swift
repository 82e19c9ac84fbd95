import ChineseText
import Linting

/// Characters that foreign names are written with.
private let nameCharacters = Set(
  ("阿埃艾安奥巴白贝比彼伯博布查达丹德迪蒂杜多尔法菲费弗福盖戈格古哈海汉赫亨霍基吉加杰卡凯坎柯科克肯库拉莱兰劳勒雷里利列琳林卢鲁路伦罗"
    + "洛马玛迈曼梅蒙米密摩莫穆纳奈内尼诺欧帕佩皮普奇乔切琼茹萨塞桑莎舍史斯丝思苏索塔泰坦汤特提廷图托瓦万维魏温沃西希夏谢辛休雅亚扬耶伊因英尤约泽"
    + "扎詹珍朱兹求恩弥漆丁格").unicodeScalars
)

extension ScannedDraft {
  /// Whether a mark parts two characters of foreign names from two others: `诺尔曼.白求恩`.
  func partsForeignName(_ mark: Mark) -> Bool {
    var before = mark.offset
    var after = mark.range.upperBound
    for _ in 0..<2 {
      guard let left = text.scalar(before: before), nameCharacters.contains(left),
        let right = text.scalar(at: after), nameCharacters.contains(right)
      else { return false }
      before -= UTF8.width(left)
      after += UTF8.width(right)
    }
    return true
  }
}

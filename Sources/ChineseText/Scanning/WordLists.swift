/// Words beside numbers that tell what the number is.
extension WordList {
  static let ages = WordList("龄 儿 婴 大 子 嫂 胎")
  static let beforeMonths = WordList("第 满 近 每 孕")
  static let proportions = WordList("稀释 的比 比例 配")
  static let beforeClockRatios = WordList("比 比为 比例 按 比例为")
  static let beforeRatios = WordList("比 比为 比例 比例为 为 按 以")
  /// What makes another word of `时`.
  static let afterShi = WordList("间 代 期 段 候 辰 刻 而 常 尚 令")
  static let afterHours = WordList("到 至 — - ～ ~ 前 后 起 左右")
  static let beforeHours = WordList("到 至 — ～")
  static let dayParts = WordList("上午 下午 晚上 凌晨 中午 早上 傍晚 晚 早")
  static let numeralWords = WordList("万一 千万 一一 万万")
  static let counted = WordList("人 名 例 元 个 次 条 张 件 份 万 余 多 步 种")
  static let money = WordList("元 美元 欧元 港元 日元 英镑")
  /// What makes another word of `元`.
  static let afterYuan = WordList("旦 素 件 宵 月 代 首")
  static let figures = WordList("表 图 附录 附件 式")
  static let fractionBars = WordList("分之")
  static let provinces = WordList(
    "京 津 沪 渝 冀 豫 云 辽 黑 湘 皖 鲁 新 苏 浙 赣 鄂 桂 甘 晋 蒙 陕 吉 闽 贵 粤 青 藏 川 宁 琼"
  )
  static let water = WordList("2O ₂O")
}

/// A word that opens a field of a line of metadata.
struct MetadataLabel {
  let bytes: [UInt8]
  let last: UInt32
  let key: String
  /// It counts only before a slash or a bar, or behind another label.
  let needsSlash: Bool

  /// Whether a line that is long enough has the label before an offset.
  func ends(_ line: [UInt8], at end: Int) -> Bool {
    line[end - bytes.count..<end].elementsEqual(bytes)
  }
}

/// By their last characters, of the same one the longest first.
private let labels: [MetadataLabel] = {
  var labels: [MetadataLabel] = []
  for (key, words) in names {
    for word in words.utf8.split(separator: UInt8(ascii: " ")) {
      let bytes = Array(word)
      labels.append(
        MetadataLabel(
          bytes: bytes,
          last: lastCharacter(bytes[...]),
          key: key,
          needsSlash: bytes.count == 3
        )
      )
    }
  }
  labels.sort { ($0.last, $1.bytes.count) < ($1.last, $0.bytes.count) }
  return labels
}()

/// The labels with a last character, the longest first.
func metadataLabels(endingWith last: UInt32) -> ArraySlice<MetadataLabel> {
  var (low, high) = (0, labels.count)
  while low < high {
    let middle = (low + high) / 2
    if labels[middle].last < last { low = middle + 1 } else { high = middle }
  }
  return labels[low...].prefix { $0.last == last }
}

/// The last three bytes: a Han character where there is one.
func lastCharacter(_ line: ArraySlice<UInt8>) -> UInt32 {
  line.suffix(3).reduce(0) { $0 << 8 | UInt32($1) }
}

/// How a line of metadata names a key, the usual name first; empty for one that no line has.
package func metadataLabels(of key: String) -> [String] {
  names.first { !$0.key.isEmpty && $0.key == key }?.labels.split(separator: " ").map(String.init)
    ?? []
}

private let names: [(key: String, labels: String)] = [
  (
    "source",
    "来源 稿源 稿件来源 信息来源 文章来源 内容来源 新闻来源 转载来源 来源单位 来源科室 稿件来源单位 发布单位 发布机构 发布科室 信息来源单位"
  ),
  ("author", "作者 撰稿 撰稿人 撰稿专家 撰文 撰写 执笔 采写 整理 编写 编制 供稿 供稿人 通讯员 主笔 文 文字 图文 文图 作者单位"),
  ("editor", "编辑 责编 责任编辑 文字编辑 本期编辑 微信编辑 值班编辑 编辑排版 编"),
  (
    "reviewer",
    "审核 审核人 审核专家 审核医生 审核医师 医学审核 专家审核 专业审核 科学审核 科普审核 内容审核 技术审核 初审 一审 复审 二审 终审 三审 签发 审稿 审稿人 "
      + "审稿专家 医学审稿 审阅 校对 校审 监制 责任审核 审定 审订 审校"
  ),
  ("date", "发布日期 发布时间 日期 时间 发稿时间 发稿日期 刊发日期 推送日期 推送时间 更新时间 更新日期 发文日期"),
  ("department", "供稿单位 供稿科室 供稿部门 科室 部门"),
  ("column", "栏目 所属栏目"),
  // These only end the value before them.
  (
    "",
    "图 摄 供图 摄影 图片 图片来源 配图 美编 设计 排版 电话 阅读 阅读量 浏览 浏览量 浏览次数 点击数 点击次数 字号 字体 分享 打印"
  ),
]

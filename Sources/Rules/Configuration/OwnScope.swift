/// Where the entries of an organisation's list count.
enum OwnScope: String, CaseIterable {
  case all
  case title
  case body
  case wechat
  case website
  case govmedia

  static let words = [
    "all", "title", "body", "wechat", "website", "govmedia", "全文", "标题", "正文", "公众号", "网站", "政务",
  ]

  init?(word: String) {
    switch word {
    case "全文": self = .all
    case "标题": self = .title
    case "正文": self = .body
    case "公众号": self = .wechat
    case "网站": self = .website
    case "政务": self = .govmedia
    default: self.init(rawValue: word)
    }
  }
}

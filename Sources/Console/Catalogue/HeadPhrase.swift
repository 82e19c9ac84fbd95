import Linting

/// What a draft says of itself; the raw values of the fields are the keys of its metadata.
enum HeadPhrase: String, Phrases {
  case title
  case author
  case source
  case date
  case draftClass = "class"
  case department
  case editor
  case reviewer
  case audience
  case keywords
  case digest
  case original
  case reprint
  case license
  case legend
  case hint
  case more
  case byColumn
  case notSaid
  case isOriginal
  case isReprint
  case titleHint
  case authorHint
  case sourceHint
  case digestHint
  case licenseHint

  var text: Localized {
    switch self {
    case .title: Localized("标题", "Title")
    case .author: Localized("作者", "Author")
    case .source: Localized("来源", "Source")
    case .date: Localized("发布日期", "Date")
    case .draftClass: Localized("稿件类别", "Class")
    case .department: Localized("供稿科室", "Department")
    case .editor: Localized("编辑", "Editor")
    case .reviewer: Localized("审核人", "Reviewer")
    case .audience: Localized("读者对象", "Audience")
    case .keywords: Localized("关键词", "Keywords")
    case .digest: Localized("摘要", "Digest")
    case .original: Localized("原创声明", "Original work")
    case .reprint: Localized("转载", "Reprint")
    case .license: Localized("转载授权", "Licence to reprint")
    case .legend: Localized("稿件信息", "About the draft")
    case .hint:
      Localized(
        "保存时写在正文开头。正文自己写明的，以正文为准。",
        "Saved at the head of the text. What the text says there itself counts."
      )
    case .more: Localized("更多：类别、编辑、摘要、转载等", "More: class, editor, digest, reprint")
    case .byColumn: Localized("按栏目", "as its column")
    case .notSaid: Localized("不注明", "not said")
    case .isOriginal: Localized("是原创", "it is")
    case .isReprint: Localized("是转载", "it is")
    case .titleHint:
      Localized("一般不超过 20 字。", "20 characters at most, as a rule.")
    case .authorHint: Localized("科室和姓名。", "Department and name.")
    case .sourceHint: Localized("转载的写原出处。", "Of a reprint: where from.")
    case .digestHint: Localized("公众号列表里显示的一两句话。", "A sentence or two for the list.")
    case .licenseHint: Localized("授权书编号或授权说明。", "Its number, or who granted it.")
    }
  }

  /// The fields of a form, in their order.
  static let fields = allCases.prefix { $0 != .legend }

  /// What is asked for before the others are unfolded.
  static let main: [HeadPhrase] = [.title, .author, .source, .date]

  var fieldHint: HeadPhrase? {
    switch self {
    case .title: .titleHint
    case .author: .authorHint
    case .source: .sourceHint
    case .digest: .digestHint
    case .license: .licenseHint
    default: nil
    }
  }
}

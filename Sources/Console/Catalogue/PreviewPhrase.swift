package import Linting

/// The draft as a reader sees it.
package enum PreviewPhrase: String, Phrases {
  case frameTitle
  case phone
  case wide
  case text
  case viewLabel
  case unreadable
  case hiddenPart
  case image
  case remoteImage
  case localImage
  case media
  case author
  case source
  case date
  case expires
  case draftClass

  package var text: Localized {
    switch self {
    case .frameTitle: Localized("第 {count} 稿预览", "Preview of revision {count}")
    case .phone: Localized("手机", "Phone")
    case .wide: Localized("全宽", "Full width")
    case .text: Localized("纯文本", "Plain text")
    case .viewLabel: Localized("稿件的样子", "How the draft is shown")
    case .unreadable: Localized("这一稿没有可以显示的正文。", "This revision has no text to show.")
    case .hiddenPart: Localized("读者看不到的文字", "Text that readers do not see")
    case .image: Localized("图片", "Image")
    case .remoteImage:
      Localized("外部图片，预览不加载：{address}", "from elsewhere, not loaded here: {address}")
    case .localImage: Localized("随稿文件：{address}", "file of the draft: {address}")
    case .media: Localized("嵌入内容（{name}），预览不加载", "embedded ({name}), not loaded here")
    case .author: Localized("作者", "Author")
    case .source: Localized("来源", "Source")
    case .date: Localized("日期", "Date")
    case .expires: Localized("有效期至", "Expires")
    case .draftClass: Localized("类别", "Class")
    }
  }
}

package import Linting
package import Reviewing

/// What the choices of the release form are called.
extension ReleaseForm.PublicBasis {
  package var title: Localized {
    switch self {
    case .officialDocument: Localized("已正式公布的文件", "A document made public")
    case .ownWork: Localized("本单位工作信息", "News of our own work")
    case .orderedReprint: Localized("上级要求转载", "A reprint asked for by a superior body")
    case .other: Localized("其他依据", "Another ground")
    }
  }
}

extension ReleaseForm.Publicity {
  package var title: Localized {
    switch self {
    case .open: Localized("可以主动公开", "May be public")
    case .unsure: Localized("拿不准，送保密审查", "Not sure: to the secrecy reviewer")
    }
  }
}

extension ReleaseForm.PersonalData {
  package var title: Localized {
    switch self {
    case .none: Localized("没有", "None")
    case .masked: Localized("有，已经脱敏", "Some, masked")
    case .identifiable:
      Localized("能认出本人，已取得书面同意", "Somebody can be recognised and has agreed in writing")
    }
  }
}

extension ReleaseForm.Concern {
  package var title: Localized {
    switch self {
    case .majorMatter: Localized("重大事项", "A major matter")
    case .sensitiveMatter: Localized("敏感信息", "A sensitive matter")
    case .publicAttention: Localized("可能引起社会关注", "May draw public attention")
    case .media: Localized("涉及媒体采访", "Press or television")
    case .dispute: Localized("涉及纠纷", "A dispute")
    case .epidemic: Localized("涉及疫情", "An epidemic")
    case .personnel: Localized("涉及人事处分", "Personnel or discipline")
    case .dataRelease: Localized("涉及数据发布", "A release of data")
    case .other: Localized("其他", "Other")
    }
  }
}

extension Manuscript.Asset.Purpose {
  package var title: Localized {
    switch self {
    case .cover: Localized("封面", "Cover")
    case .image: Localized("图片", "Image")
    case .attachment: Localized("附件", "Attachment")
    }
  }
}

/// By what right an image is used; the raw values are the API's.
enum RightsPhrase: String, Phrases {
  case own
  case licence
  case statutory
  case publicDomain = "public-domain"
  case creativeCommons = "creative-commons"

  var text: Localized {
    switch self {
    case .own: Localized("本单位拍摄或制作", "Made by ourselves")
    case .licence: Localized("已取得授权", "Licensed")
    case .statutory: Localized("法律允许的使用", "A use that the law allows")
    case .publicDomain: Localized("已过保护期", "Public domain")
    case .creativeCommons: Localized("开放许可", "Creative Commons")
    }
  }
}

/// The parts of an item that a machine may have made; the raw values are the API's.
enum GeneratedPhrase: String, Phrases {
  case writing = "text"
  case image
  case video

  var text: Localized {
    switch self {
    case .writing: Localized("文字", "Text")
    case .image: Localized("图片", "Images")
    case .video: Localized("视频", "Video")
    }
  }
}

/// Where things are published, under the names that the linter and the presets know.
enum ChannelPhrase: String, Phrases {
  case wechat
  case website
  case govmedia
  case weibo

  var text: Localized {
    switch self {
    case .wechat: Localized("微信公众号", "WeChat account")
    case .website: Localized("网站", "Website")
    case .govmedia: Localized("政务新媒体", "Government new media")
    case .weibo: Localized("微博", "Weibo")
    }
  }
}

extension Words {
  /// A channel's name; its key where it is none of ours.
  func channel(_ key: String) -> String {
    ChannelPhrase(rawValue: key).map { self($0) } ?? key
  }
}

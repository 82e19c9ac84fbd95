import Linting

extension PublishDay {
  /// What the day is, for messages.
  var named: Localized {
    switch ground {
    case .stated: Localized("发布日期是\(day.chinese)", "published on \(day.chinese)")
    case .signed: Localized("落款日期是\(day.chinese)", "signed on \(day.chinese)")
    case .today: Localized("今天是\(day.chinese)", "today is \(day.chinese)")
    }
  }
}

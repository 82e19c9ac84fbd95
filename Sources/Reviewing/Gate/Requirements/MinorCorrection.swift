/// Whether a correction is small enough for the short way (compliance handbook, section 11.3, row 30).
extension Standing {
  /// A slip of the pen against what is published, in the same place with the same files.
  var isMinorCorrection: Bool {
    guard submission.predecessor?.relation == .corrects, let published = gate.ancestors.first,
      published.id == submission.predecessor?.id, published.state == .published,
      let old = published.current, let new = submission.current,
      old.manuscript.hasSamePlace(as: new.manuscript)
    else { return false }
    return Correction(from: old.canonical, to: new.canonical).isSmall(limit: policy.correctionLimit)
  }
}

extension Manuscript {
  fileprivate func hasSamePlace(as other: Self) -> Bool {
    column == other.column && channels == other.channels && assets == other.assets
  }
}

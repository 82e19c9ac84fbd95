/// Whether a correction is small enough for the short way (compliance handbook, section 11.3, row 30).
extension Standing {
  var isMinorCorrection: Bool { false }
}

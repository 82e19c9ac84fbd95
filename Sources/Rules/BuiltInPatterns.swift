import Linting

/// A pattern of a rule in Swift; one that is not valid is a programmer's mistake.
func gated(_ pattern: String) -> GatedPattern {
  do {
    return try GatedPattern(pattern)
  } catch {
    preconditionFailure("\(error)")
  }
}

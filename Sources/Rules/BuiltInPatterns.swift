import Linting

/// A pattern of a rule in Swift; a test tells whether it is valid.
func gated(_ pattern: String) -> GatedPattern { GatedPattern(pattern) }

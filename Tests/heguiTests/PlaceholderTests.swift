// Replaced by the command line's first tests.

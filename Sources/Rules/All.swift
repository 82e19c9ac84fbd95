import Linting

/// The rules written in Swift, one file each in `BuiltIn`.
let builtInRules: [any Rule] =
  [
    BracketNesting(),
    BracketUnpaired(),
    DashForm(),
    DuplicateMark(),
    DunhaoBetweenQuotes(),
    EllipsisForm(),
    HalfwidthParen(),
    MixedWidthPair(),
    QuoteNesting(),
    QuoteStraight(),
    QuoteUnpaired(),
  ] + HalfwidthMark.all + MarkStack.all + SuppressionRule.all

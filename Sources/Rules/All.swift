import Linting

/// The rules written in Swift, one file each in `BuiltIn`.
let builtInRules: [any Rule] =
  [
    AbbreviationFirstUse(),
    AbbreviationUnknown(),
    BracketNesting(),
    BracketUnpaired(),
    DashForm(),
    DateMixedForm(),
    DuplicateMark(),
    DunhaoBetweenQuotes(),
    EllipsisForm(),
    HalfwidthParen(),
    ImageAltMissing(),
    ImageBrokenSource(),
    ImageSourceMissing(),
    ImpossibleDate(),
    InvisibleCharacter(),
    MixedDigitHan(),
    MixedWidthPair(),
    OperatorTerms(),
    QuoteNesting(),
    QuoteStraight(),
    QuoteUnpaired(),
    RangePercent(),
    RareCharacter(),
    TitleClickbait(),
    TitleLength(),
    TitleMissing(),
    TitleTrailingPunctuation(),
    TraditionalBlock(),
  ] + CharacterForm.all + FullwidthForm.all + HalfwidthMark.all + MarkStack.all
  + SuppressionRule.all

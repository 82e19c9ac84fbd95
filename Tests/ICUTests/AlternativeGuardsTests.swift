import Testing

@testable import ICU

@Suite struct AlternativeGuardsTests {
  @Test func `a look at what they start with stands before many alternatives`() {
    #expect(
      AlternativeGuards.added(to: "吃(?:高压|低压|高糖|低糖|甲|乙)病")
        == "吃(?:(?=[乙低甲高])(?:高压|低压|高糖|低糖|甲|乙))病"
    )
    #expect(
      AlternativeGuards.added(to: "(甲(?:一|二|三|四|五|六)|乙|丙|丁|戊|己)")
        == "((?=[丁丙乙己戊甲])(?:甲(?:(?=[一三二五六四])(?:一|二|三|四|五|六))|乙|丙|丁|戊|己))"
    )
    #expect(
      AlternativeGuards.added(to: "(?!一|二|三|四|五|六)病") == "(?!(?=[一三二五六四])(?:一|二|三|四|五|六))病"
    )
  }

  @Test(
    "What may start with anything, is looked for behind or is not understood stays as it is",
    arguments: [
      "一|二|三|四|五|六|七", "(?:一|二|三|四|五)", "(?:一|二|三|四|五|)", "(?:一|二|三|四|五|六?)", "(?:一|二|三|四|五|[六七])",
      "(?:一|二|三|四|五|(?:六|七))", "(?:一|二|三|四|五|\\|)", "(?:一|二|三|四|五|六*七)", "(?<=一|二|三|四|五|六)病",
      "(?i)(?:一|二|三|四|五|六)", "(?:一|二|三|四|五|六)(?#注)", "\\Q(?:一|二|三|四|五|六)\\E", "(?:一|二|三|四|五|^)",
      "[(?:一|二|三|四|五|六)]",
      "(?:一|二|三|四|五|“)", "(?:一|二|三|四|五|六", "(?:一|二|三|四|五|六))",
    ]
  )
  func untouched(_ pattern: String) {
    #expect(AlternativeGuards.added(to: pattern) == pattern)
  }
}

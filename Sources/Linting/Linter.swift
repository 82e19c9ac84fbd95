import ChineseText
package import Reading
package import SourceText

/// Judges drafts by a set of rules.
///
/// Immutable; safe to use from many tasks.
package struct Linter: Sendable {
  package struct Options: Sendable {
    /// Nil: `wechat` where the page bears WeChat's marks, else `website`.
    package var profile: Profile?
    package var today: Day
    package var limits = ReadingLimits()
    /// A draft with more findings is `incomplete`; as many are listed.
    package var maximumFindings = 20_000
    /// Severities by rule id or group that take the place of the rules' own; the id wins.
    package var severities: [String: Severity] = [:]
    /// Hosts of the organisation's own, in lower case.
    package var ownHosts: [String] = []
    /// By name, the columns of the organisation.
    package var columns: [String: ColumnSetting] = [:]

    package init(today: Day) { self.today = today }
  }

  package let rules: [any Rule]
  private var options: Options
  private let vocabulary: Vocabulary
  private let sieve: RuleSieve
  /// Ids and groups that a suppression may name, those of rules that are off included.
  private let knownNames: Deferred<Set<String>>

  /// A linter of `rules`; `knownRules` are all there are, whether they are on or not.
  package init(
    rules: [any Rule],
    knownRules: [RuleInfo],
    vocabulary: Vocabulary,
    options: Options
  ) {
    self.rules = rules
    self.options = options
    self.vocabulary = vocabulary
    sieve = RuleSieve(rules, vocabulary: vocabulary)
    knownNames = Deferred { Set(knownRules.flatMap { [$0.id, $0.group] }) }
  }

  /// The same linter on another day and for another profile; nil leaves the profile to the draft.
  package func judging(on today: Day, as profile: Profile?) -> Linter {
    var linter = self
    linter.options.today = today
    linter.options.profile = profile
    return linter
  }

  /// The report of one file.
  ///
  /// Never throws: what cannot be read or judged is `incomplete`. Rules read no files: `lookingBeside` tells what
  /// they may know of those that the draft names.
  package func lint(
    path: String,
    bytes: [UInt8],
    format: DraftFormat,
    lookingBeside look: DraftFile.Look? = nil
  ) -> DraftReport {
    report(on: read(DraftFile(path: path, bytes: bytes, format: format, lookingBeside: look)))
  }

  /// The report of a decoded draft.
  package func lint(
    _ source: Source,
    as format: DraftFormat,
    lookingBeside look: DraftFile.Look? = nil
  ) -> DraftReport {
    report(on: read(source, as: format, lookingBeside: look))
  }

  /// The reports of some files, in their order: of each the same as if it were alone.
  ///
  /// Together small drafts cost less, as code and tables that one has just used are at hand for the next.
  package func lint(_ files: [DraftFile]) -> [DraftReport] {
    let read = files.map(read)
    let judged = reports(on: read.compactMap(\.draft))
    var next = 0
    return read.map { draft in
      if case .unread(let report) = draft { return report }
      next += 1
      return judged[next - 1]
    }
  }

  private func read(_ file: DraftFile) -> ReadDraft {
    let failure: DraftFailure
    do {
      if file.format == .docx {
        let source = try readWord(path: file.path, bytes: file.bytes, limits: options.limits)
        return read(source, as: .docx, lookingBeside: nil)
      }
      var decoding = DecodingOptions()
      decoding.maximumBytes = options.limits.fileBytes
      let source = try decodeSource(path: file.path, bytes: file.bytes, options: decoding)
      return read(source, as: file.format, lookingBeside: file.look)
    } catch let fault as WordFault {
      failure = DraftFailure(fault)
    } catch let fault as DecodingError {
      failure = DraftFailure(fault)
    } catch {
      failure = DraftFailure(unexpected: error)
    }
    return .unread(DraftReport(path: file.path, format: file.format, failure: failure))
  }

  private func read(
    _ source: Source,
    as format: DraftFormat,
    lookingBeside look: DraftFile.Look?
  ) -> ReadDraft {
    do {
      var draft = try readDraft(source, as: format, limits: options.limits)
      guard !draft.isEmpty else { return .unread(source, as: format, .empty) }
      if let look { draft.filesBeside = look(draft) }
      return .read(draft)
    } catch {
      return .unread(source, as: format, DraftFailure(error))
    }
  }

  private func report(on draft: ReadDraft) -> DraftReport {
    switch draft {
    case .read(let draft): reports(on: [draft])[0]
    case .unread(let report): report
    }
  }

  /// The reports of drafts, in their order: stage by stage and rule by rule.
  private func reports(on drafts: [Draft]) -> [DraftReport] {
    let terms = drafts.map(vocabulary.terms(in:))
    let judged = findings(in: zip(drafts, terms).map(scanned))
    return judged.map(report)
  }

  private func scanned(_ draft: Draft, with terms: FoundTerms) -> ScannedDraft {
    let visible = draft.blocks.prefix { !$0.isHidden }
    let foreign = draft.foreignStretches
    return ScannedDraft(
      draft: draft,
      scan: TextScan(draft, blocks: visible, foreign: foreign),
      hiddenScan: TextScan(draft, blocks: draft.blocks[visible.endIndex...], foreign: foreign),
      foreignSpans: foreign,
      profile: options.profile ?? (draft.isWeChat ? .wechat : .website),
      today: options.today,
      ownHosts: options.ownHosts,
      columns: options.columns,
      maximumFindings: options.maximumFindings,
      terms: terms
    )
  }

  private func report(on judged: JudgedDraft) -> DraftReport {
    let draft = judged.draft.draft
    if let failure = judged.failure {
      return DraftReport(
        path: draft.source.path,
        format: draft.format,
        failure: failure,
        source: draft.source
      )
    }
    var found = judged.found
    found.keepFreezing()
    found.dropGuesses()
    let applied = applySuppressions(
      of: draft,
      to: settingSeverities(of: mendingTwins(found.sorted(), in: draft)),
      areAllFound: !found.isOverLimit
    )
    let isOverLimit = found.isOverLimit || applied.isOverLimit
    return DraftReport(
      path: draft.source.path,
      format: draft.format,
      encoding: draft.source.encoding,
      digest: draft.source.digest,
      title: draft.title.map(draft.string(of:)),
      verdict: isOverLimit ? .incomplete : Verdict(of: applied.open),
      findings: applied.open,
      suppressed: applied.suppressed,
      error: isOverLimit ? .tooManyFindings(limit: options.maximumFindings) : nil,
      source: draft.source,
      confidential: found.confidential
    )
  }

  /// What the rules find: of all drafts what the first rule finds, then the next.
  private func findings(in drafts: [ScannedDraft]) -> [JudgedDraft] {
    var judged = drafts.map {
      JudgedDraft($0, asked: sieve.rules(for: $0), limit: options.maximumFindings)
    }
    for start in stride(from: 0, to: judged.count, by: 64) {
      askRules(of: &judged, in: start..<min(start + 64, judged.count))
    }
    for draft in judged where draft.failure == nil { assertAllAsked(of: draft) }
    return judged
  }

  /// Asks each rule of all those drafts that have something for it to judge, at most 64.
  private func askRules(of judged: inout [JudgedDraft], in group: Range<Int>) {
    // By rule: a bit for each draft.
    var drafts = [UInt64](repeating: 0, count: rules.count)
    for (place, index) in group.enumerated() {
      judged[index].asked.visit { drafts[$0] |= 1 << UInt64(place) }
    }
    // By index: taking a rule out of the array would count references that all jobs share.
    for rule in rules.indices {
      var left = drafts[rule]
      while left != 0 {
        let index = group.lowerBound + left.trailingZeroBitCount
        if !judged[index].hasFailed { ask(rule, of: &judged[index]) }
        left &= left - 1
      }
    }
  }

  /// Asks a rule; of a draft with findings past the limit only where it may tell what must not be shown.
  private func ask(_ rule: Int, of judged: inout JudgedDraft) {
    if judged.found.isOverLimit, judged.found.canSkip(rules[rule].info) { return }
    do {
      let found = try rules[rule].check(judged.draft)
      if !found.isEmpty { judged.found.add(found) }
    } catch {
      judged.fail(DraftFailure(rule: rules[rule].info.id, error: error))
    }
  }

  /// Stops builds for tests where a rule that was not asked would have found something.
  private func assertAllAsked(of judged: JudgedDraft) {
    func missed() -> [String] {
      rules.indices.filter { rule in
        !judged.asked.contains(rule) && (try? rules[rule].check(judged.draft))?.isEmpty == false
      }.map { rules[$0].info.id }
    }
    assert(missed().isEmpty, "\(missed()) need triggers")
  }

  private func mendingTwins(_ findings: [Finding], in draft: Draft) -> [Finding] {
    guard findings.contains(where: { $0.fix != nil }), let twin = TitleTwin(of: draft) else {
      return findings
    }
    return findings.map(twin.mending)
  }

  private func settingSeverities(of findings: [Finding]) -> [Finding] {
    guard !options.severities.isEmpty else { return findings }
    return findings.map { finding in
      var finding = finding
      let severity = options.severities[finding.rule] ?? options.severities[finding.group]
      finding.severity = severity ?? finding.severity
      return finding
    }
  }

  private func applySuppressions(
    of draft: Draft,
    to findings: [Finding],
    areAllFound: Bool
  ) -> (open: [Finding], suppressed: [SuppressedFinding], isOverLimit: Bool) {
    // What asks to stop is not put aside.
    guard !draft.comments.isEmpty, !findings.contains(where: { $0.escalation == .freeze }) else {
      return (findings, [], false)
    }
    let suppressions = suppressions(in: draft)
    guard !suppressions.isEmpty else { return (findings, [], false) }
    let applied = AppliedSuppressions(suppressions, to: findings)
    // What a suppression hides may be among the findings that are not known.
    let used = areAllFound ? applied.used : Set(suppressions.indices)
    let active = Set(rules.map(\.info.id))
    let faults = SuppressionRule.findings(
      in: suppressions,
      used: used,
      refused: applied.refused,
      known: knownNames.value
    )
    var open = GatheredFindings(limit: options.maximumFindings)
    open.add(applied.open)
    open.add(settingSeverities(of: faults.filter { active.contains($0.rule) }))
    return (open.sorted(), applied.suppressed, open.isOverLimit)
  }
}

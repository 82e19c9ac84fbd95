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
    lookingBeside look: ((Draft) -> [String: FileBeside])? = nil
  ) -> DraftReport {
    let source: Source
    do {
      var decoding = DecodingOptions()
      decoding.maximumBytes = options.limits.fileBytes
      source = try decodeSource(path: path, bytes: bytes, options: decoding)
    } catch {
      return DraftReport(path: path, format: format, failure: DraftFailure(error))
    }
    return lint(source, as: format, lookingBeside: look)
  }

  /// The report of a decoded draft.
  package func lint(
    _ source: Source,
    as format: DraftFormat,
    lookingBeside look: ((Draft) -> [String: FileBeside])? = nil
  ) -> DraftReport {
    do {
      var draft = try readDraft(source, as: format, limits: options.limits)
      if draft.isEmpty { throw DraftFailure.empty }
      if let look { draft.filesBeside = look(draft) }
      return try report(on: scanned(draft))
    } catch let error as ReadingError {
      return DraftReport(
        path: source.path,
        format: format,
        failure: DraftFailure(error),
        source: source
      )
    } catch let error as DraftFailure {
      return DraftReport(path: source.path, format: format, failure: error, source: source)
    } catch {
      let failure = DraftFailure(unexpected: error)
      return DraftReport(path: source.path, format: format, failure: failure, source: source)
    }
  }

  private func scanned(_ draft: Draft) -> ScannedDraft {
    let visible = draft.blocks.prefix { !$0.isHidden }
    return ScannedDraft(
      draft: draft,
      scan: TextScan(draft, blocks: visible),
      hiddenScan: TextScan(draft, blocks: draft.blocks[visible.endIndex...]),
      profile: options.profile ?? (draft.isWeChat ? .wechat : .website),
      today: options.today,
      ownHosts: options.ownHosts,
      columns: options.columns,
      terms: vocabulary.terms(in: draft)
    )
  }

  private func report(on draft: ScannedDraft) throws(DraftFailure) -> DraftReport {
    var found = try findings(in: draft)
    found.keepFreezing()
    let judged = applySuppressions(
      of: draft.draft,
      to: settingSeverities(of: found.sorted()),
      areAllFound: !found.isOverLimit
    )
    let isOverLimit = found.isOverLimit || judged.isOverLimit
    let source = draft.draft.source
    return DraftReport(
      path: source.path,
      format: draft.draft.format,
      encoding: source.encoding,
      digest: source.digest,
      title: draft.draft.title.map(draft.draft.string(of:)),
      verdict: isOverLimit ? .incomplete : Verdict(of: judged.open),
      findings: judged.open,
      suppressed: judged.suppressed,
      error: isOverLimit ? .tooManyFindings(limit: options.maximumFindings) : nil,
      source: source,
      confidential: found.confidential
    )
  }

  /// What the rules find; past the limit only those are asked that may tell what must not be shown.
  private func findings(in draft: ScannedDraft) throws(DraftFailure) -> GatheredFindings {
    var gathered = GatheredFindings(limit: options.maximumFindings)
    let asked = sieve.rules(for: draft)
    assert(missed(by: asked, in: draft).isEmpty, "\(missed(by: asked, in: draft)) need triggers")
    // By index: taking a rule out of the array would count references that all jobs share.
    for index in asked {
      if gathered.isOverLimit, gathered.canSkip(rules[index].info) { continue }
      do {
        gathered.add(try rules[index].check(draft))
      } catch {
        throw DraftFailure(rule: rules[index].info.id, error: error)
      }
    }
    return gathered
  }

  /// The rules not asked that would have found something, which builds for tests do not put up with.
  private func missed(by asked: [Int], in draft: ScannedDraft) -> [String] {
    rules.indices.filter { index in
      !asked.contains(index) && (try? rules[index].check(draft))?.isEmpty == false
    }.map { rules[$0].info.id }
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
    let faults = SuppressionRule.findings(in: suppressions, used: used, known: knownNames.value)
    var open = GatheredFindings(limit: options.maximumFindings)
    open.add(applied.open)
    open.add(settingSeverities(of: faults.filter { active.contains($0.rule) }))
    return (open.sorted(), applied.suppressed, open.isOverLimit)
  }
}

extension Finding {
  /// Source order, then by rule id.
  static func stands(_ left: Finding, before right: Finding) -> Bool {
    (left.range.start, left.range.end, left.rule, left.message.zh)
      < (right.range.start, right.range.end, right.rule, right.message.zh)
  }
}

extension Draft {
  /// Whether there is nothing in it that a reader would see.
  fileprivate var isEmpty: Bool {
    blocks.allSatisfy(\.isHidden) && images.isEmpty && media.isEmpty
  }
}

extension TextScan {
  fileprivate init(_ draft: Draft, blocks: ArraySlice<Block>) {
    guard let first = blocks.first, let last = blocks.last else {
      self.init()
      return
    }
    let part = first.text.lowerBound..<last.text.upperBound
    let spans = draft.spans.filter { part.contains($0.text.lowerBound) }
    self.init(
      draft.text,
      blocks: blocks.map { BlockExtent(range: $0.text, isCode: $0.isCode) },
      code: spans.filter { $0.kind == .code }.map(\.text),
      foreign: spans.filter { $0.kind == .foreign }.map(\.text)
    )
  }
}

package import Reviewing

/// What verification has found, in words.
package struct AuditResultPage: Page {
  package enum Code: Sendable {
    case none
    /// What was typed is no code at all.
    case invalid(String)
    case typed(String)
  }

  let report: AuditReport
  let checkpoints: [Checkpoint]
  /// Whether the viewer may read the record itself, and not only have it verified.
  let isReader: Bool
  let code: Code

  package init(report: AuditReport, checkpoints: [Checkpoint], isReader: Bool, code: Code) {
    self.report = report
    self.checkpoints = checkpoints
    self.isReader = isReader
    self.code = code
  }

  package var extras: [String] { ["admin.css"] }

  package func title(in frame: Frame) -> String { frame.words(AuditPhrase.resultTitle) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return """
      \(result(in: frame))
      \(frame.section(words(AuditPhrase.comparing), compare(in: frame)))
      \(isReader ? frame.section(words(AuditPhrase.checkpoints), codes(in: frame)) : "")
      <p><a href="/audit">\(words(AuditPhrase.back))</a></p>
      """
  }

  private var faults: [AuditFault] { report.faults.filter { $0.kind != .unknownCode } }

  private func result(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let isSound = faults.isEmpty
    let isLinked = !faults.contains { Self.breaks.contains($0.kind) }
    let areSigned = !faults.contains {
      [.forgedCheckpoint, .unknownKey, .missingCheckpoint].contains($0.kind)
    }
    let isAnchored = !faults.contains { [.otherChain, .missingAnchors].contains($0.kind) }
    let entries = ["count": String(report.entries)]
    let restored = report.restorations.map {
      line(false, words(AuditPhrase.restored, ["number": String($0)]))
    }
    return """
      <div class="card verdict \(isSound ? "sound" : "unsound")" role="status">\
      <h2>\(words(isSound ? AuditPhrase.sound : .unsound))</h2><ul class="checks">\
      \(line(isLinked, words(isLinked ? AuditPhrase.chainSound : .chainBroken, entries)))\
      \(line(areSigned, words(areSigned ? AuditPhrase.checkpointsAgree : .checkpointsDiffer, count: report.checkpoints)))\
      \(line(isAnchored, words(isAnchored ? AuditPhrase.anchorsAgree : .anchorsDiffer, count: report.anchors)))\(restored)</ul>\
      \(faultList(in: frame))\
      <p class="aside">\(words(isSound ? AuditPhrase.soundMeans : .unsoundMeans))</p></div>
      """
  }

  /// Those of the chain itself, apart from what stands beside it.
  private static let breaks: Set<AuditFault.Kind> = [
    .edited, .inserted, .deleted, .reordered, .cut, .emptied, .rewritten, .head,
  ]

  private func line(_ isGood: Bool, _ text: String) -> SafeHTML {
    "<li class=\"\(isGood ? "good" : "bad")\"><span aria-hidden=\"true\">\(isGood ? "✓" : "✗")</span> \(text)</li>"
  }

  private func faultList(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let lines = faults.prefix(100).map { fault -> SafeHTML in
      let what = FaultPhrase(rawValue: fault.kind.rawValue).map { words($0) } ?? fault.kind.rawValue
      guard fault.sequence > 0 else {
        return "<li>\(words(AuditPhrase.faultWhole, ["fault": what]))</li>"
      }
      let text = words(
        AuditPhrase.faultAt,
        ["number": String(fault.sequence), "fault": what]
      )
      guard isReader else { return "<li>\(text)</li>" }
      return "<li><a href=\"/audit?before=\(String(fault.sequence + 1))\">\(text)</a></li>"
    }
    guard !lines.isEmpty else { return "" }
    return "<h3>\(words(AuditPhrase.faults))</h3><ul>\(lines)</ul>"
  }

  private func compare(in frame: Frame) -> SafeHTML {
    let words = frame.words
    var typed = ""
    var answer: SafeHTML = ""
    switch code {
    case .none: break
    case .invalid(let text):
      typed = text
      answer = "<p class=\"alert\" role=\"alert\">\(words(AuditPhrase.codeInvalid))</p>"
    case .typed(let text):
      typed = text
      answer =
        report.codeSequence.map {
          "<p class=\"notice\">\(words(AuditPhrase.codeFound, ["number": String($0)]))</p>"
        } ?? "<p class=\"alert\" role=\"alert\">\(words(AuditPhrase.codeMissing))</p>"
    }
    let field = frame.textField(
      words(AuditPhrase.code),
      hint: words(AuditPhrase.codeHint),
      name: "code",
      value: typed
    )
    return """
      \(answer)<form method="get" action="/audit/verification" class="filter">\(field)\
      <p><button>\(words(AuditPhrase.compare))</button></p></form>
      """
  }

  private func codes(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let heads: [AuditPhrase] = [.when, .after, .code]
    let rows = checkpoints.map { checkpoint -> [SafeHTML] in
      [
        frame.time(checkpoint.at), "\(String(checkpoint.sequence))",
        "<code>\(AuditCode(checkpoint).description)</code>",
      ]
    }
    return """
      <p class="aside">\(words(AuditPhrase.checkpointsHint))</p>\
      \(frame.table(heads.map { words($0) }, rows))
      """
  }
}

import Linting
import Reviewing

/// The files that go with a draft, known by their digests, and by what right they are used.
extension DraftFormPage {
  func filesGroup(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let rows = manuscript.assets.enumerated().map { index, asset in
      row(String(index), asset, rights(to: asset.name), in: frame)
    }
    let chooser: SafeHTML = """
      <p class="scripted actions"><label class="button">\(words(DeclarationPhrase.addFiles))\
      <input type="file" id="f-files" class="covered" multiple\
       data-failed="\(words(DeclarationPhrase.noDigest))"></label></p>\
      <p role="status" data-part="files"></p>\
      <noscript><div class="field"><label for="f-sent">\(words(DeclarationPhrase.addFiles))</label>\
      <p class="hint" id="f-sent-hint">\(words(DeclarationPhrase.sentHint))</p>\
      <input type="file" id="f-sent" name="_files" multiple aria-describedby="f-sent-hint"></div></noscript>
      """
    let fields: SafeHTML = """
      <p class="hint">\(words(DeclarationPhrase.filesHint))</p>\
      <ul class="files" data-empty="\(words(DeclarationPhrase.noFiles))">\(rows)</ul>\
      \(rightsAlone(from: manuscript.assets.count, in: frame))\
      <template id="file-row">\(row("NEW", nil, nil, in: frame))</template>\(chooser)
      """
    let isOpen = !rows.isEmpty || missing.contains("/form/rights")
    return group("files", .filesGroup, .filesClause, isOpen: isOpen, in: frame, fields)
  }

  private func rights(to name: String) -> ReleaseForm.AssetRights? {
    form.rights.first { $0.asset.hasSameBytes(as: name) }
  }

  /// What was declared of things that are no files of the draft is carried along.
  private func rightsAlone(from start: Int, in frame: Frame) -> SafeHTML {
    let alone = form.rights.filter { rights in
      !manuscript.assets.contains { $0.name.hasSameBytes(as: rights.asset) }
    }
    let fields = alone.enumerated().map { index, rights -> SafeHTML in
      let path = "form.rights.\(start + index)"
      return """
        \(frame.hidden(path + ".asset", rights.asset))\(frame.hidden(path + ".basis", rights.basis))\
        \(frame.hidden(path + ".evidence", rights.evidence))
        """
    }
    return "\(fields)"
  }

  /// One file; `index` is its place in the arrays of the request.
  private func row(
    _ index: String,
    _ asset: Manuscript.Asset?,
    _ rights: ReleaseForm.AssetRights?,
    in frame: Frame
  ) -> SafeHTML {
    let words = frame.words
    let purpose = asset?.purpose ?? .image
    let purposes = Manuscript.Asset.Purpose.allCases.map { ($0.rawValue, words($0.title)) }
    let path = "assets.\(index)"
    let choice = frame.choice(
      words(DeclarationPhrase.purpose),
      name: path + ".purpose",
      options: purposes,
      chosen: purpose.rawValue,
      isRequired: true
    )
    return """
      <li><p class="name"><b data-part="name">\(asset?.name ?? "")</b>
      <code data-part="digest">\(asset?.digest.shortCode ?? "")</code>
      <button type="button" class="plain scripted" data-remove>\(words(DeclarationPhrase.removeFile))</button>
      <noscript><label><input type="checkbox" name="_without.\(index)" value="\(path) form.rights.\(index)"> \
      \(words(DeclarationPhrase.removeFile))</label></noscript></p>\
      \(frame.hidden(path + ".name", asset?.name ?? ""))\(frame.hidden(path + ".digest", asset?.digest.description ?? ""))\
      \(choice)\(rightsFields(index, asset, rights, isUsed: purpose != .attachment, in: frame))</li>
      """
  }

  private func rightsFields(
    _ index: String,
    _ asset: Manuscript.Asset?,
    _ rights: ReleaseForm.AssetRights?,
    isUsed: Bool,
    in frame: Frame
  ) -> SafeHTML {
    let words = frame.words
    let path = "form.rights.\(index)"
    let bases =
      [("", words(DeclarationPhrase.chooseRights))]
      + RightsPhrase.allCases.map { ($0.rawValue, words($0)) }
    let basis = frame.choice(
      words(DeclarationPhrase.rights),
      name: path + ".basis",
      options: bases,
      chosen: rights?.basis ?? "",
      isRequired: true
    )
    let evidence = frame.textField(
      words(DeclarationPhrase.evidence),
      hint: words(DeclarationPhrase.evidenceHint),
      name: path + ".evidence",
      value: rights?.evidence ?? ""
    )
    return """
      <fieldset class="rights"\("disabled hidden", if: !isUsed)>\
      \(frame.hidden(path + ".asset", asset?.name ?? ""))\(basis)\(evidence)</fieldset>
      """
  }
}

import Linting
import Reviewing

/// 《网络信息发布表》, in groups that can be folded.
extension DraftFormPage {
  func declarations(in frame: Frame) -> SafeHTML {
    let words = frame.words
    return """
      <section class="card declarations"><h2>\(words(DeclarationPhrase.title))</h2>\
      <p class="aside">\(words(DeclarationPhrase.intro))</p>\
      \(publicGroup(in: frame))\(peopleGroup(in: frame))\(signedGroup(in: frame))\
      \(filesGroup(in: frame))\(concernsGroup(in: frame))\(timesGroup(in: frame))\
      \(machineGroup(in: frame))\(noteGroup(in: frame))\(urgentGroup(in: frame))</section>
      """
  }

  /// A group with the clause that asks for it.
  func group(
    _ id: String,
    _ title: DeclarationPhrase,
    _ clause: DeclarationPhrase?,
    isOpen: Bool,
    in frame: Frame,
    _ fields: SafeHTML
  ) -> SafeHTML {
    let source: SafeHTML =
      clause.map { " <span class=\"clause\">\(frame.words($0))</span>" } ?? ""
    return """
      <details class="group" id="g-\(id)"\("open", if: isOpen)>\
      <summary><b>\(frame.words(title))</b>\(source)</summary>\(fields)</details>
      """
  }

  /// Of a revision, what is filled in stands folded.
  private func isOpen(_ fields: [String]) -> Bool {
    guard case .revision = occasion else { return true }
    return fields.contains { missing.contains("/form/" + $0) }
  }

  private func publicGroup(in frame: Frame) -> SafeHTML {
    let basis = radios(
      DeclarationPhrase.basis,
      hint: nil as DeclarationPhrase?,
      name: "form.public_basis",
      options: ReleaseForm.PublicBasis.allCases.map { ($0.rawValue, $0.title) },
      chosen: form.publicBasis?.rawValue,
      in: frame
    )
    let publicity = radios(
      DeclarationPhrase.publicity,
      hint: DeclarationPhrase.publicityHint,
      name: "form.publicity",
      options: ReleaseForm.Publicity.allCases.map { ($0.rawValue, $0.title) },
      chosen: form.publicity?.rawValue,
      in: frame
    )
    let note = line(.basisNote, .basisNoteHint, "form.basis_note", form.basisNote, in: frame)
    return group(
      "public",
      .publicGroup,
      .publicClause,
      isOpen: isOpen(["public_basis", "basis_note", "publicity"]),
      in: frame,
      "\(basis)\(note)\(publicity)"
    )
  }

  private func peopleGroup(in frame: Frame) -> SafeHTML {
    let data = radios(
      DeclarationPhrase.personalData,
      hint: DeclarationPhrase.personalDataHint,
      name: "form.personal_data",
      options: ReleaseForm.PersonalData.allCases.map { ($0.rawValue, $0.title) },
      chosen: form.personalData?.rawValue,
      in: frame
    )
    let minors = boxes(
      DeclarationPhrase.minors,
      hint: nil as DeclarationPhrase?,
      name: "form.shows_minors:flag",
      options: [("true", frame.words(DeclarationPhrase.minorsBox))],
      ticked: form.showsMinors ? ["true"] : [],
      in: frame
    )
    let consents = lines(.consents, .consentsHint, "form.consents:lines", form.consents, in: frame)
    return group(
      "people",
      .peopleGroup,
      .peopleClause,
      isOpen: isOpen(["personal_data", "consents"]),
      in: frame,
      "\(data)\(minors)\(consents)"
    )
  }

  private func signedGroup(in frame: Frame) -> SafeHTML {
    let fields: [SafeHTML] = [
      line(
        .factCheckedBy,
        .factCheckedByHint,
        "form.fact_checked_by",
        form.factCheckedBy,
        isNeeded: true,
        in: frame
      ), lines(.authors, .authorsHint, "form.authors:lines", form.authors, in: frame),
      line(
        .medicalReviewer,
        .medicalReviewerHint,
        "form.medical_reviewer",
        form.medicalReviewer,
        in: frame
      ), line(.phone, .phoneHint, "form.office_phone", form.officePhone, type: "tel", in: frame),
    ]
    let isOpen = isOpen(["fact_checked_by", "authors", "medical_reviewer"])
    return group("signed", .signedGroup, .signedClause, isOpen: isOpen, in: frame, "\(fields)")
  }

  private func concernsGroup(in frame: Frame) -> SafeHTML {
    let concerns = boxes(
      DeclarationPhrase.concerns,
      hint: DeclarationPhrase.concernsHint,
      name: "form.concerns[]",
      options: ReleaseForm.Concern.allCases.map { ($0.rawValue, frame.words($0.title)) },
      ticked: Set(form.concerns.map(\.rawValue)),
      in: frame
    )
    return group(
      "concerns",
      .concernsGroup,
      .concernsClause,
      isOpen: !form.concerns.isEmpty,
      in: frame,
      concerns
    )
  }

  private func timesGroup(in frame: Frame) -> SafeHTML {
    let fields: [SafeHTML] = [
      time(.planned, .plannedHint, "form.planned_at:time", form.plannedAt, in: frame),
      time(.expires, .expiresHint, "form.expires_at:time", form.expiresAt, in: frame),
    ]
    let isOpen = form.plannedAt != nil || form.expiresAt != nil
    return group("times", .timesGroup, .timesClause, isOpen: isOpen, in: frame, "\(fields)")
  }

  private func machineGroup(in frame: Frame) -> SafeHTML {
    let parts = boxes(
      DeclarationPhrase.generated,
      hint: DeclarationPhrase.generatedHint,
      name: "form.generated_parts[]",
      options: GeneratedPhrase.allCases.map { ($0.rawValue, frame.words($0)) },
      ticked: Set(form.generatedParts),
      in: frame
    )
    let isOpen = !form.generatedParts.isEmpty
    return group("machine", .machineGroup, .machineClause, isOpen: isOpen, in: frame, parts)
  }

  private func noteGroup(in frame: Frame) -> SafeHTML {
    let note = declared(
      DeclarationPhrase.note,
      hint: DeclarationPhrase.noteHint,
      name: "form.note",
      in: frame
    ) {
      "<textarea \($0) rows=\"3\">\n\(form.note)</textarea>"
    }
    let isOpen = !form.note.isEmpty || missing.contains("/form/note")
    return group("note", .noteGroup, nil, isOpen: isOpen, in: frame, note)
  }

  private func urgentGroup(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let urgency = form.urgency
    let leaders = institution.leaders.map { leader -> SafeHTML in
      """
      <option value="\(leader.id.value)"\("selected", if: leader.id == urgency?.dutyLeader)>\
      \(leader.displayName)</option>
      """
    }
    let leader = declared(
      DeclarationPhrase.dutyLeader,
      hint: DeclarationPhrase.dutyLeaderHint,
      name: "form.urgency.duty_leader",
      in: frame
    ) {
      "<select \($0)><option value=\"\">\(words(DeclarationPhrase.noLeader))</option>\(leaders)</select>"
    }
    let fields: SafeHTML = """
      <p class="hint">\(words(DeclarationPhrase.urgentHint))</p>\
      \(line(.ground, .groundHint, "form.urgency.ground", urgency?.ground ?? "", in: frame))\(leader)\
      \(time(.validUntil, .validUntilHint, "form.urgency.valid_until:time", urgency?.validUntil, in: frame))
      """
    return group("urgent", .urgentGroup, .urgentClause, isOpen: urgency != nil, in: frame, fields)
  }
}

// MARK: - Fields of one kind

extension DraftFormPage {
  func line(
    _ label: DeclarationPhrase,
    _ hint: DeclarationPhrase,
    _ name: String,
    _ value: String,
    type: String = "text",
    isNeeded: Bool = false,
    in frame: Frame
  ) -> SafeHTML {
    declared(label, hint: hint, name: name, isNeeded: isNeeded, in: frame) {
      "<input type=\"\(type)\" \($0) value=\"\(value)\">"
    }
  }

  private func lines(
    _ label: DeclarationPhrase,
    _ hint: DeclarationPhrase,
    _ name: String,
    _ values: [String],
    in frame: Frame
  ) -> SafeHTML {
    declared(label, hint: hint, name: name, in: frame) {
      "<textarea \($0) rows=\"2\">\n\(values.joined(separator: "\n"))</textarea>"
    }
  }

  private func time(
    _ label: DeclarationPhrase,
    _ hint: DeclarationPhrase,
    _ name: String,
    _ value: Timestamp?,
    in frame: Frame
  ) -> SafeHTML {
    declared(label, hint: hint, name: name, in: frame) {
      "<input type=\"datetime-local\" \($0) value=\"\(frame.localTime(value))\">"
    }
  }
}

extension Frame {
  /// In China, as a field of the type `datetime-local` has it.
  func localTime(_ moment: Timestamp?) -> String {
    let text = words.time(moment)
    return String(decoding: text.utf8.map { $0 == 0x20 ? UInt8(ascii: "T") : $0 }, as: UTF8.self)
  }
}

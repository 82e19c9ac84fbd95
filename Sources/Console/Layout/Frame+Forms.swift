/// How a form's operation of the API is called.
package enum FormMethod: String, Sendable {
  case post
  case put
  case patch
  case delete
}

extension Frame {
  /// A form that calls an operation of the API as its fields say (see `FormFields` in Serving for their names) and
  /// goes on to `next`; `{id}` there is the id of what was made.
  ///
  /// `version` is what the page was made from, for operations that must not undo another's work.
  package func form(
    _ method: FormMethod,
    _ path: String,
    version: Int? = nil,
    next: String,
    style: String = "",
    takesFiles: Bool = false,
    _ fields: () -> SafeHTML
  ) -> SafeHTML {
    let csrf = viewer.map { hidden("_csrf", $0.csrfToken) } ?? ""
    let match = version.map { hidden("_version", String($0)) } ?? ""
    let coding: SafeHTML = takesFiles ? " enctype=\"multipart/form-data\"" : ""
    return """
      <form method="post" action="/do/\(method.rawValue)\(path)" class="\(style)"\(coding)>\
      \(csrf)\(hidden("_key", formKey()))\(match)\(hidden("_next", next))\(hidden("_from", address))\(fields())</form>
      """
  }

  package func hidden(_ name: String, _ value: String) -> SafeHTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }

  /// A field with its label; `hint` says what it is for.
  package func field(
    _ label: String,
    hint: String = "",
    name: String,
    isRequired: Bool = false,
    _ control: (_ attributes: SafeHTML) -> SafeHTML
  ) -> SafeHTML {
    let id = "f-" + scope + name
    let described: SafeHTML = hint.isEmpty ? "" : " aria-describedby=\"\(id)-hint\""
    let required: SafeHTML = isRequired ? " required" : ""
    let mark: SafeHTML =
      isRequired ? "" : "<span class=\"optional\">\(words(CommonPhrase.optional))</span>"
    let line: SafeHTML = hint.isEmpty ? "" : "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>"
    return """
      <div class="field"><label for="\(id)">\(label)\(mark)</label>\(line)\
      \(control("id=\"\(id)\" name=\"\(name)\"\(required)\(described)"))</div>
      """
  }

  /// A field for one line of text.
  package func textField(
    _ label: String,
    hint: String = "",
    name: String,
    value: String = "",
    type: String = "text",
    isRequired: Bool = false
  ) -> SafeHTML {
    field(label, hint: hint, name: name, isRequired: isRequired) {
      "<input type=\"\(type)\" \($0) value=\"\(value)\">"
    }
  }

  /// A field for several lines.
  package func textArea(
    _ label: String,
    hint: String = "",
    name: String,
    value: String = "",
    rows: Int = 3,
    isRequired: Bool = false
  ) -> SafeHTML {
    field(label, hint: hint, name: name, isRequired: isRequired) {
      // A line feed right after the tag is dropped by browsers, so that one of the text's own is kept.
      "<textarea \($0) rows=\"\(rows)\">\n\(value)</textarea>"
    }
  }

  /// A choice of one; an empty value says nothing.
  package func choice(
    _ label: String,
    hint: String = "",
    name: String,
    options: [(value: String, label: String)],
    chosen: String = "",
    isRequired: Bool = false
  ) -> SafeHTML {
    field(label, hint: hint, name: name, isRequired: isRequired) { attributes in
      let items = options.map { option -> SafeHTML in
        """
        <option value="\(option.value)"\("selected", if: option.value == chosen)>\(option.label)</option>
        """
      }
      return "<select \(attributes)>\(items)</select>"
    }
  }

  /// Boxes to tick, each on its own.
  package func boxes(
    _ legend: String,
    hint: String = "",
    name: String,
    options: [(value: String, label: String)],
    ticked: Set<String> = []
  ) -> SafeHTML {
    let items = options.map { option -> SafeHTML in
      """
      <label><input type="checkbox" name="\(name)" value="\(option.value)"\
      \("checked", if: ticked.contains(option.value))> \(option.label)</label>
      """
    }
    let line: SafeHTML = hint.isEmpty ? "" : "<p class=\"hint\">\(hint)</p>"
    return "<fieldset class=\"boxes\"><legend>\(legend)</legend>\(line)\(items)</fieldset>"
  }
}

/// A text as a part of an address's query.
package func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = text.utf8.flatMap { byte -> [UInt8] in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      [byte]
    default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

package import SourceText

/// A draft's text with the ranges that `⟦…⟧` marked in it.
package struct MarkedDraft: Sendable {
  package let text: String
  package let marks: [SourceRange]

  package init(_ marked: String) {
    var text: [UInt8] = []
    var marks: [SourceRange] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.count
      case "⟧":
        if let opened = start { marks.append(SourceRange(opened, text.count)) }
        start = nil
      default: text += Array(String(scalar).utf8)
      }
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.marks = marks
  }

  package func behind(_ prefix: String) -> MarkedDraft {
    MarkedDraft(text: prefix + text, marks: marks.map { $0.moved(by: prefix.utf8.count) })
  }

  private init(text: String, marks: [SourceRange]) {
    self.text = text
    self.marks = marks
  }
}

extension SourceRange {
  package func moved(by bytes: Int) -> SourceRange { SourceRange(start + bytes, end + bytes) }
}

import Linting
import Reading
import Reviewing

extension FormFields {
  /// The body, with what a draft says of itself in its `content` as the format has it.
  ///
  /// `_head.KEY` is a piece of metadata; `_usual.KEY` is what stood in its field before anybody wrote there, which
  /// gives way to what the text says anywhere; `_order` lists the keys in the order they had.
  var jsonWithHead: JSON {
    let values = controls(under: "_head.")
    guard !values.isEmpty, case .object(var members) = json,
      case .string(let text)? = members["content"], case .string(let name)? = members["format"],
      let format = DraftFormat(rawValue: name)
    else { return json }
    let usual = controls(under: "_usual.").filter { values[$0.key] == $0.value }
    let own = usual.isEmpty ? nil : draft(reading: text, as: format)?.metadata
    let before = (control("_order") ?? "").split(separator: ",").map(String.init)
    let keys = before + MetadataHead.keys.filter { !before.contains($0) }
    let entries = keys.compactMap { key -> MetadataHead.Entry? in
      guard let value = values[key], usual[key] == nil || own?[key] == nil else { return nil }
      return MetadataHead.Entry(key, value)
    }
    members["content"] = .string(MetadataHead(entries).text(on: text, as: format))
    return .object(members)
  }
}

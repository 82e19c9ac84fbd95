import Reporting

/// A text as it may stand in HTML, in attributes as well.
package func escapedHTML(_ text: String) -> String {
  var writer = ByteWriter()
  writer.writeHTML(text)
  return String(decoding: writer.bytes, as: UTF8.self)
}

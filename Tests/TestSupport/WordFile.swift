/// A Word document's file, put together from the XML that a test is about.
package struct WordFile {
  /// The parts of the package by their names.
  package var parts: [(name: String, text: String)]

  /// A document of a body; `parts` are those beside it in `word/`, `relations` the relationships to them.
  package init(
    _ body: String,
    relations: String = "",
    parts: [String: String] = [:],
    strict: Bool = false
  ) {
    let base =
      strict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let root = "\(relationType)/officeDocument"
    self.parts = [
      (
        "_rels/.rels",
        wordRelations("<Relationship Id=\"r\" Type=\"\(root)\" Target=\"word/document.xml\"/>")
      ),
      ("word/document.xml", "<w:document \(wordNames(base))><w:body>\(body)</w:body></w:document>"),
      ("word/_rels/document.xml.rels", wordRelations(relations)),
    ]
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      self.parts.append(("word/\(name)", text))
    }
  }

  package var bytes: [UInt8] { storedArchive(parts.map { ($0.name, Array($0.text.utf8)) }) }
}

/// The namespaces that a part of a Word document declares.
package func wordNames(
  _ base: String = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
) -> String {
  """
  xmlns:w="\(base)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" \
  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
  """
}

/// A relationship to a part in `word/` or to an address elsewhere.
package func wordRelation(_ id: String, _ type: String, _ target: String, isExternal: Bool = false)
  -> String
{
  let mode = isExternal ? " TargetMode=\"External\"" : ""
  return "<Relationship Id=\"\(id)\" Type=\"\(relationType)/\(type)\" Target=\"\(target)\"\(mode)/>"
}

package func wordRelations(_ relations: String) -> String {
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    + "\(relations)</Relationships>"
}

private let relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/// A ZIP archive of files that are not compressed.
package func storedArchive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let name = Array(file.name.utf8)
    let facts =
      little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4)
      + little(Int(checksum(of: file.bytes)), 4) + little(file.bytes.count, 4)
      + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
    directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 2) + little(0, 2)
    directory += little(0, 2) + little(0, 4) + little(archive.count, 4) + name
    archive += little(0x0403_4B50, 4) + facts + name + file.bytes
  }
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  return archive + directory + end
}

private func little(_ number: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(number >> ($0 * 8) & 0xFF) }
}

private func checksum(of bytes: [UInt8]) -> UInt32 {
  var sum = UInt32.max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~sum
}

/// Folders of the checkout that the tests were built in.
package enum Repository {
  package static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  package static let rules = root + "/rules"
  package static let corpus = root + "/corpus"
}

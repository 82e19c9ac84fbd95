package import Reviewing

/// Who looks at a page.
package struct Viewer: Sendable {
  package let user: User
  /// What forms of this session must show.
  package let csrfToken: String

  package init(user: User, csrfToken: String) {
    self.user = user
    self.csrfToken = csrfToken
  }

  package func has(anyOf roles: Set<Role>) -> Bool { !user.roles.isDisjoint(with: roles) }
}

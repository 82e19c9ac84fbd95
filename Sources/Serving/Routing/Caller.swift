import Reviewing

/// Who asks: a person by session or token.
struct Caller: Sendable {
  let actor: Actor
  /// Of a session; nil of a token.
  let session: Session?
  let token: APIToken?

  var user: User { actor.user }
}

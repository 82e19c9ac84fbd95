/// A value that is made when it is first asked for, and kept.
///
/// Threads that ask at once may each make one; all get the same.
package final class Deferred<Value: Sendable>: Sendable {
  @usableFromInline
  final class Made: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// For a `Made`.
  @usableFromInline let place = OncePlace()
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  // Inlinable, as modules that know the type of the value read it thousands of times a draft.
  @inlinable
  package var value: Value {
    let made = place.load() ?? makeNow()
    return unsafe unsafeDowncast(made, to: Made.self).value
  }

  @usableFromInline
  func makeNow() -> AnyObject { place.storeIfNil(Made(make())) }
}

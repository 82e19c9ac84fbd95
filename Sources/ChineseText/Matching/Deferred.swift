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

  // Read thousands of times a draft: counts no reference to the box, which the place keeps.
  @inlinable
  package var value: Value {
    guard let made = unsafe place.object else { return makeNow() }
    return unsafe made._withUnsafeGuaranteedRef {
      unsafe unsafeDowncast($0, to: Made.self).value
    }
  }

  @usableFromInline
  func makeNow() -> Value {
    unsafe unsafeDowncast(place.storeIfNil(Made(make())), to: Made.self).value
  }
}

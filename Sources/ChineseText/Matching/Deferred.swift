/// A value that is made when it is first asked for, and kept.
///
/// Threads that ask at once may each make one; all get the same.
package final class Deferred<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  /// For a `Made`.
  private let place = OncePlace()
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    let made = place.load() ?? place.storeIfNil(Made(make()))
    return unsafe unsafeDowncast(made, to: Made.self).value
  }
}

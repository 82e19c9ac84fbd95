internal import Synchronization

/// A value that is made when it is first asked for, and kept.
///
/// Threads that ask at once may each make one; all get the same.
@safe
package final class Deferred<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  // An AtomicLazyReference would look up the type of what it refers to at each call.
  /// The address of what was made; 0 is nothing yet.
  private let address = Atomic<UInt>(0)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  deinit { unsafe Self.made(at: address.load(ordering: .acquiring))?.release() }

  package var value: Value {
    if let made = unsafe Self.made(at: address.load(ordering: .acquiring)) {
      return unsafe made._withUnsafeGuaranteedRef { $0.value }
    }
    let made = Made(make())
    let kept = unsafe Unmanaged.passRetained(made)
    let (isKept, other) = address.compareExchange(
      expected: 0,
      desired: UInt(bitPattern: unsafe kept.toOpaque()),
      ordering: .acquiringAndReleasing
    )
    if isKept { return made.value }
    unsafe kept.release()
    return unsafe Self.made(at: other)?._withUnsafeGuaranteedRef { $0.value } ?? made.value
  }

  private static func made(at address: UInt) -> Unmanaged<Made>? {
    unsafe UnsafeRawPointer(bitPattern: address).map { unsafe Unmanaged.fromOpaque($0) }
  }
}

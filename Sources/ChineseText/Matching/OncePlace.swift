internal import Synchronization

/// A place for one object, which is put there once and read by many threads without a lock.
///
/// Knows nothing of the object's type: an `AtomicLazyReference` looks that up at each call, for it is not specialised.
@safe
package struct OncePlace: ~Copyable, Sendable {
  /// The object's address; 0 is none yet.
  private let address = Atomic<UInt>(0)

  package init() {}

  deinit { unsafe Self.object(at: address.load(ordering: .acquiring))?.release() }

  package borrowing func load() -> AnyObject? { unsafe object?.takeUnretainedValue() }

  /// The object without a reference of the caller's own, for as long as the place lives; nil where there is none yet.
  @usableFromInline var object: Unmanaged<AnyObject>? {
    unsafe Self.object(at: address.load(ordering: .acquiring))
  }

  /// Puts an object there, unless another thread has meanwhile; gives the one that is there.
  package borrowing func storeIfNil(_ object: any AnyObject & Sendable) -> AnyObject {
    let kept = unsafe Unmanaged<AnyObject>.passRetained(object)
    let (isKept, other) = address.compareExchange(
      expected: 0,
      desired: UInt(bitPattern: unsafe kept.toOpaque()),
      ordering: .acquiringAndReleasing
    )
    if isKept { return object }
    unsafe kept.release()
    return unsafe Self.object(at: other)?.takeUnretainedValue() ?? object
  }

  private static func object(at address: UInt) -> Unmanaged<AnyObject>? {
    unsafe UnsafeRawPointer(bitPattern: address).map { unsafe Unmanaged.fromOpaque($0) }
  }
}

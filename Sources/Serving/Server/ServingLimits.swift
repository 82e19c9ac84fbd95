import Reviewing

/// What one client may ask of the server; shown at `/v1/limits`.
package struct ServingLimits: Sendable {
  package var bodyBytes = 2 << 20
  /// Of a browser's form, which writes three bytes for one: what it says keeps to `bodyBytes`.
  var formBytes: Int { 3 * bodyBytes }
  /// Of a form that brings files along, whose digests are kept.
  package var uploadBytes = 32 << 20
  /// Past it such a form is answered 503.
  package var uploadsInFlight = 4
  package var jsonDepth = 32
  package var headerBytes = 16 << 10
  /// Past it a request is answered 503.
  package var requestsInFlight = 64
  /// Of one person or, without one, of one address.
  package var requestsPerMinute = 600
  /// For a whole body, whatever its size.
  package var bodySeconds = 10
  /// A body that has taken longer than three seconds must have come at this rate.
  package var bodyBytesPerSecond = 1024
  package var checkSeconds = 10
  package var idleSeconds = 30
  /// Of a list.
  package var pageSize = 200
  package var idempotencyHours = 24

  package init() {}

  var body: JSON {
    let values: [String: Int] = [
      "body_bytes": bodyBytes, "form_bytes": formBytes, "upload_bytes": uploadBytes,
      "uploads_in_flight": uploadsInFlight, "json_depth": jsonDepth, "header_bytes": headerBytes,
      "requests_in_flight": requestsInFlight, "requests_per_minute": requestsPerMinute,
      "body_seconds": bodySeconds, "body_bytes_per_second": bodyBytesPerSecond,
      "check_seconds": checkSeconds, "idle_seconds": idleSeconds,
      "page_size": pageSize, "idempotency_hours": idempotencyHours,
    ]
    return .object(values.mapValues { .int(Int64($0)) })
  }
}

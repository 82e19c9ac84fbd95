/// Where and how the server listens.
package struct ServerSettings: Sendable {
  package struct Certificate: Sendable {
    /// PEM files.
    package let chain: String
    package let key: String

    package init(chain: String, key: String) {
      self.chain = chain
      self.key = key
    }
  }

  package var host = "127.0.0.1"
  package var port = 8620
  /// Always on loopback; nil for no metrics.
  package var metricsPort: Int?
  package var certificate: Certificate?
  /// Whether a proxy in front has TLS and sets `X-Forwarded-For`.
  package var isBehindProxy = false
  /// Whether one-shot checks are for those only who have signed in or have a token.
  package var checksNeedSignIn = true
  package var limits = ServingLimits()

  package init() {}

  /// Whether browsers reach the server over TLS, so that cookies may say so.
  var isSecure: Bool { certificate != nil || isBehindProxy }
}

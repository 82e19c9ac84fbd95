extension Actor {
  /// As the record names them.
  package var doer: AuditEntry.Doer {
    AuditEntry.Doer(
      user: user.id,
      displayName: user.displayName,
      means: means.rawValue,
      address: address,
      requestID: requestID
    )
  }
}

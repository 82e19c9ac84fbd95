import NIOSSL

extension ServerSettings.Certificate {
  /// Why TLS cannot be served with it, for people: Chinese, then English.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads both files, and holds the one against the other.
  func configuration() throws(Failure) -> TLSConfiguration {
    let certificates: [NIOSSLCertificate]
    do { certificates = try NIOSSLCertificate.fromPEMFile(chain) } catch {
      throw Failure(description: "\(chain)：读不到 PEM 格式的证书链（no certificate in PEM can be read）")
    }
    let privateKey: NIOSSLPrivateKey
    do { privateKey = try NIOSSLPrivateKey(file: key, format: .pem) } catch {
      throw Failure(description: "\(key)：读不到 PEM 格式的私钥（no private key in PEM can be read）")
    }
    var tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) },
      privateKey: .privateKey(privateKey)
    )
    tls.minimumTLSVersion = .tlsv12
    do { _ = try NIOSSLContext(configuration: tls) } catch {
      throw Failure(description: "\(key)：不是 \(chain) 的私钥（the key is not the certificate's）")
    }
    return tls
  }

  /// Throws where TLS cannot be served with it.
  package func check() throws(Failure) { _ = try configuration() }
}

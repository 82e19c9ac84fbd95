import Glibc
import Hummingbird
import NIOCore

extension GateServer {
  /// Why it does not listen, for people: Chinese, then English.
  package struct ListeningFailure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Serves until the process is told to stop; what is under way is brought to its end first.
  package func run(whenListening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    do {
      try await application(whenListening: whenListening).runService()
    } catch let error as IOError {
      throw ListeningFailure(description: "\(addresses)：\(Self.reason(of: error))")
    } catch let error as SocketAddressError.UnknownHost {
      throw ListeningFailure(description: "\(error.host)：没有这个主机名（no such host）")
    }
  }

  private static func reason(of error: IOError) -> String {
    switch error.errnoCode {
    case EADDRINUSE: "已有程序在用，请先停掉它，或换一个端口（in use; stop it or take another port）"
    case EADDRNOTAVAIL: "不是这台机器的地址（not an address of this machine）"
    case EACCES, EPERM: "没有权限用这个端口，1024 以下的要系统权限（permission denied）"
    default: "听不了（cannot listen）：\(error)"
    }
  }
}

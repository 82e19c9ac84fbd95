package import Reviewing

/// How far one channel of a draft has come.
package struct ChannelCourse: Sendable {
  enum Stage: Int, Comparable {
    case waiting
    case permit
    case early
    case permitted
    case flight
    case unreachable
    case verify
    case differs
    case done
    case retracted

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    var phrase: PublishPhrase {
      switch self {
      case .waiting: .stageWaiting
      case .permit: .stagePermit
      case .early: .stageEarly
      case .permitted: .stagePermitted
      case .flight: .stageFlight
      case .unreachable: .stageUnreachable
      case .verify: .stageVerify
      case .differs: .stageDiffers
      case .done: .stageDone
      case .retracted: .stageRetracted
      }
    }

    /// The class of its badge.
    var look: String {
      switch self {
      case .differs, .unreachable: "severity-error"
      case .flight, .verify, .permitted: "severity-warning"
      case .permit: "severity-suggestion"
      case .done: "verdict-pass"
      case .waiting, .early, .retracted: ""
      }
    }
  }

  let channel: String
  let stage: Stage
  /// The one in force, or the one that was used for what is out.
  let permit: Permit?
  /// What is out or was; nil while nothing has been published.
  let publication: Publication?
  /// Attempts that the channel refused.
  let failures: [Publication]

  init(_ channel: String, of release: Release, at now: Timestamp) {
    self.channel = channel
    let all = release.publications.filter { $0.channel == channel }
    failures = all.filter { $0.state == .failed }
    publication = all.last { $0.state == .live } ?? all.last { $0.state == .retracted }
    let own = release.permits.filter { $0.channel == channel }
    let used = Set(release.publications.map(\.permit))
    let flight = own.last { $0.state == .consumed && !used.contains($0.id) }
    let issued = own.last { $0.state == .issued && $0.expiresAt > now }
    let published = publication.flatMap { found in own.first { $0.id == found.permit } }
    permit = flight ?? published ?? issued
    stage =
      if flight != nil {
        .flight
      } else if let publication {
        Self.stage(of: publication)
      } else if let issued {
        issued.notBefore > now ? .early : .permitted
      } else {
        release.summary.state.isPublishable ? .permit : .waiting
      }
  }

  private static func stage(of publication: Publication) -> Stage {
    guard publication.state == .live else { return .retracted }
    return switch publication.verifications.last?.outcome {
    case .exact, .equal: .done
    case .differs: .differs
    case .unreachable: .unreachable
    case nil: .verify
    }
  }

  /// Whether somebody has something to do about it.
  package var isOpen: Bool { stage != .done && stage != .retracted && stage != .waiting }

  /// Since when it has been as it is.
  func since(_ release: Release) -> Timestamp? {
    switch stage {
    case .waiting: nil
    case .permit: failures.last?.at ?? release.approvedAt
    case .early, .permitted: permit?.issuedAt
    case .flight: permit?.consumedAt
    case .verify: publication?.at
    case .differs, .unreachable, .done: publication?.verifications.last?.at
    case .retracted: publication?.retraction?.at
    }
  }
}

extension Release {
  /// Where it is to appear and where it has appeared, each once.
  package func courses(at now: Timestamp) -> [ChannelCourse] {
    let others = (permits.map(\.channel) + publications.map(\.channel))
      .filter { !channels.contains($0) }
    return (channels + Set(others).sorted()).map { ChannelCourse($0, of: self, at: now) }
  }
}

extension SubmissionState {
  /// Whether a permit may be asked for.
  var isPublishable: Bool {
    [.approved, .publishFailed, .publishing, .published].contains(self)
  }
}

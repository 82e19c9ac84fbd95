import FoundationEssentials
import Linting
import ReviewSupport
import Reviewing
import Testing

struct PolicyTests {
  @Test(arguments: Policy.presets)
  func `the presets are sound, and the hospital can live by them`(_ policy: Policy) {
    var hospital = Hospital(policy)
    #expect(policy.ownProblems == [])
    // Under `center` each department that writes has its head.
    hospital.users.append(Hospital.user("head-2", in: "publicity", [.departmentApprover]))
    #expect(policy.problems(users: hospital.users, departments: hospital.departments) == [])
  }

  struct Fault: Sendable {
    let field: String
    let policy: Policy
    init(_ field: String, _ change: (inout Policy) -> Void) {
      self.field = field
      var policy = Policy.township
      change(&policy)
      self.policy = policy
    }
  }

  static let faults = [
    Fault("/stages") { $0.stages.removeAll { $0.condition == .leadership } },
    Fault("/stages") { $0.stages.removeAll { $0.condition == .secrecy } },
    Fault("/stages/1/key") { $0.stages[1].key = "first" },
    Fault("/stages/0/key") { $0.stages[0].key = "初审" },
    Fault("/stages/0/voters") { $0.stages[0].voters.roles = [.administrator] },
    Fault("/stages/0/voters") { $0.stages[0].voters.roles = [] },
    Fault("/stages/0/approvals") { $0.stages[0].approvals = 0 },
    Fault("/stages/0/checklist") { $0.stages[0].checklist += $0.stages[0].checklist },
    Fault("/urgent_stages") { $0.urgentStages = ["second"] },
    Fault("/urgent_stages") { $0.urgentStages = ["first", "nobody", "second"] },
    Fault("/correction_stages") { $0.correctionStages = [] },
    Fault("/correction_stages") { $0.correctionStages = ["second", "second"] },
    Fault("/waivers/warning") { $0.waivers.warning = [.leader] },
    Fault("/waivers") { $0.waivers.error = [.publisher] },
    Fault("/waivers/groups/sensitive") { $0.waivers.groups["sensitive"] = [.secondReviewer] },
    Fault("/waivers/groups/secrecy") { $0.waivers.groups["secrecy"] = nil },
    Fault("/waivers/groups/secrecy") { $0.waivers.groups["secrecy/mark"] = [.leader] },
    Fault("/waivers/default_days") { $0.waivers.defaultDays = 400 },
    Fault("/approval_hours") { $0.approvalHours = 0 },
    Fault("/permit_minutes") { $0.permitMinutes = 0 },
    Fault("/class_approval_hours/kepu") { $0.classApprovalHours = ["kepu": 0] },
    Fault("/confirmation_hours") { $0.confirmationHours = 0 },
    Fault("/waivers/second/advert") { $0.waivers.second["advert"] = [] },
    Fault("/waivers") { $0.waivers.second["advert"] = [.publisher] },
  ]

  @Test(arguments: faults)
  func `what nobody could live by is told`(_ fault: Fault) {
    #expect(fault.policy.ownProblems.contains { $0.field == fault.field })
  }

  @Test(arguments: ["officer", "chief", "secrecy", "leader", "publisher"])
  func `a stage for which nobody is left is told`(_ name: String) {
    var hospital = Hospital()
    hospital.users.removeAll { [name, name + "-2"].contains($0.name) }
    #expect(
      !hospital.policy.staffingProblems(users: hospital.users, departments: hospital.departments)
        .isEmpty
    )
  }

  @Test func `two stages that only one person could sign are told, unless the unit is small`() {
    var hospital = Hospital()
    hospital.users.removeAll { $0.name.utf8.contains(UInt8(ascii: "-")) || $0.name == "chief" }
    hospital.change("officer") { $0.roles.insert(.secondReviewer) }
    func problems() -> [PolicyProblem] {
      hospital.policy.staffingProblems(users: hospital.users, departments: hospital.departments)
    }
    hospital.policy.smallUnitLimit = 8
    #expect(!problems().isEmpty)
    hospital.policy.separation = .smallUnit
    #expect(problems().isEmpty)
  }

  @Test func `a policy that was kept before asks for no more than it did, and has its digest`()
    throws
  {
    var plain = Policy.township
    (plain.classApprovalHours, plain.confirmationHours) = ([:], nil)
    (plain.secrecy, plain.waivers.second) = (Policy.Secrecy(), [:])
    guard case .object(var members)? = JSON(parsing: Array(try JSONEncoder().encode(plain))),
      case .object(var waivers)? = members["waivers"]
    else {
      Issue.record("no object")
      return
    }
    for key in ["classApprovalHours", "confirmationHours", "secrecy"] { members[key] = nil }
    waivers["second"] = nil
    members["waivers"] = .object(waivers)
    let old = Data(JSON.object(members).canonicalBytes)
    let read = try JSONDecoder().decode(Policy.self, from: old)
    #expect(read == plain)
    #expect(read.digest == plain.digest)
    #expect(!plain.json.canonicalText.contains("second\":{"))
    #expect(
      try JSONDecoder().decode(Policy.self, from: JSONEncoder().encode(Policy.center)) == .center
    )
  }

  @Test func `equal policies have equal digests, others have others`() {
    #expect(Policy.township.digest == Policy.township.digest)
    #expect(Set(PolicyTests.faults.map(\.policy.digest)).count == PolicyTests.faults.count)
    #expect(Policy.township.digest != Policy.center.digest)
  }
}

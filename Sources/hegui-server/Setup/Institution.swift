import Foundation
import Linting
import Reviewing

/// What an institution begins with: departments, columns and a policy (compliance handbook, section 11.9).
struct Institution {
  let policy: Policy
  let departments: [Department]
  let columns: [Column]

  init(preset name: String, ids: IDSource, now: Timestamp) throws {
    guard let policy = Policy.presets.first(where: { $0.name == name }) else {
      let names = Policy.presets.map(\.name).joined(separator: ", ")
      throw CommandFailure(message: "没有预设 \(name)，可用（presets are）：\(names)")
    }
    self.policy = policy
    let made = Self.departmentNames.map { key, name in
      Department(id: ids.next(at: now), key: key, name: name)
    }
    departments = made
    columns = Self.columnNames.map { key, name, owner, days, draftClass, escalates in
      Column(
        id: ids.next(at: now),
        key: key,
        name: name,
        owner: made.first { $0.key == owner }?.id ?? made[0].id,
        freshnessDays: days,
        escalates: escalates,
        draftClass: draftClass
      )
    }
  }

  func department(_ key: String) -> Department {
    departments.first { $0.key == key } ?? departments[0]
  }

  /// Writes all of it; the policy is in force at once, on the word of whoever owns the machine.
  func save(proposer: User, at now: Timestamp, in writing: any StoreWriting) throws {
    for department in departments { try writing.save(department) }
    try writing.save(proposer)
    for column in columns { try writing.save(column) }
    try writing.save(
      PolicyVersion(
        number: 1,
        policy: policy,
        proposer: proposer.id,
        proposedAt: now,
        activator: proposer.id,
        activatedAt: now
      )
    )
    try writing.append(GateHome.event("policy.initial", "policy", "1", at: now))
    try writing.append(GateHome.event("user.create", "user", proposer.id.value, at: now))
  }

  private static let departmentNames = [
    ("office", "办公室"), ("publicity", "宣传科"), ("public-health", "公共卫生科"), ("medical", "医务科"),
    ("outpatient", "门诊部"), ("finance", "财务科"), ("leadership", "院领导"), ("information", "信息科"),
  ]

  private static let columnNames: [(String, String, String, Int?, String?, Bool)] = [
    ("news", "医院动态", "publicity", 14, "news", false),
    ("health-education", "健康教育", "public-health", 14, "kepu", false),
    ("guide", "就医指南", "outpatient", 180, "service", false),
    ("notice", "通知公告", "office", 30, "notice", false),
    ("price-notice", "医疗服务项目价格公示", "finance", 180, "publicity", true),
    ("departments", "科室与专家介绍", "medical", 180, nil, false),
  ]
}

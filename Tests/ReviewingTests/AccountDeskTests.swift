import ReviewSupport
import Reviewing
import Testing

struct AccountDeskTests {
  @Test(arguments: [
    ("lin", true), ("li-2", true), ("l", false), ("Lin", false), ("林小雨", false), ("a b", false),
    (String(repeating: "a", count: 33), false),
  ])
  func `one signs in with a short plain name`(name: String, isName: Bool) {
    #expect(User.isSignInName(name) == isName)
  }

  @Test func `an account is made once, in a department that there is, and recorded without names`()
    async throws
  {
    let hospital = Hospital()
    let desk = AccountDesk(ids: IDSource())
    let doer = hospital.actor("admin").doer
    let store = MemoryStore()
    let department = hospital.departments[0].id
    try await store.write { writing in
      for department in hospital.departments { try writing.save(department) }
      func add(_ name: String, _ place: ID<Department>) throws {
        let person = AccountDesk.NewUser(
          name: name,
          displayName: "某某",
          department: place,
          roles: [.submitter]
        )
        _ = try desk.add(person, by: doer, at: Hospital.start, in: writing)
      }
      try add("lin", department)
      #expect(throws: AccountDesk.Fault.nameTaken) { try add("lin", department) }
      #expect(throws: AccountDesk.Fault.noSuchDepartment) { try add("wu", ID("dep_none")) }
    }
    let entries = try await store.read {
      try $0.auditEntries(after: 0, limit: 9, subject: nil)
    }
    #expect(entries.map(\.action) == ["user.create"])
    #expect(
      entries[0].data == [
        "department": .string(department.value), "disabled": .bool(false), "roles": ["submitter"],
      ]
    )
  }
}

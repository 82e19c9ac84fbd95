import Foundation
import Reviewing
import Storing

/// Round after round: clients write to the running server, it is killed and started again, and what it has is held
/// against what they were told.
struct ServedRounds {
  private static let clients = 8

  let count: Int
  let seed: UInt64

  func run() async throws -> Rounds.Tally {
    var tally = Rounds.Tally()
    var random = Numbers(state: seed)
    var house = ServedHouse()
    for round in 0..<count {
      if round % 20 == 0 { house = try await house.successor(clients: Self.clients) }
      do {
        try await house.round(delays: Delays(&random), &tally)
        tally.passed += 1
      } catch {
        tally.failed += 1
        print("round \(round): \(error)")
        house = try await house.successor(clients: Self.clients)
      }
    }
    await house.close()
    return tally
  }
}

/// When a server is killed, in seconds.
struct Delays {
  let writing: Double
  /// While it opens; nil where it is left to open in peace.
  let opening: Double?

  init(_ random: inout Numbers) {
    writing = .random(in: 0...0.8, using: &random)
    opening =
      Int.random(in: 0..<4, using: &random) == 0 ? .random(in: 0...0.6, using: &random) : nil
  }
}

/// A data folder, the server that has it open, and those who write to it.
struct ServedHouse {
  private var program = HeguiProgram(folder: DataFolder(""))
  private var authors: [Author] = []
  private var token = ""
  private var server: Process?
  private var caller: Caller?

  /// A fresh one in the place of this.
  func successor(clients: Int) async throws -> ServedHouse {
    await close()
    var house = ServedHouse()
    house.program = HeguiProgram(folder: .temporary())
    let (token, column) = try await house.program.prepare()
    house.token = token
    house.authors = (1...clients).map { Author(name: "writer\($0)", column: column) }
    try await house.start()
    return house
  }

  func close() async {
    server?.cut()
    try? await caller?.close()
    program.remove()
  }

  mutating func round(delays: Delays, _ tally: inout Rounds.Tally) async throws {
    let before = counts
    try await writeUntilKilled(after: delays.writing)
    tally.kills += 1
    let acknowledged = Int64(counts.acknowledged - before.acknowledged)
    tally.acknowledged += acknowledged
    if let opening = delays.opening {
      let server = try program.serve()
      try await Task.sleep(for: .seconds(opening))
      server.cut()
      tally.kills += 1
    }
    try await start()
    try await settle()
    try await compareLists()
    try program.verifyRecord()
    try Inspection.checkPages(of: program.folder)
    tally.kept += acknowledged
    tally.found += counts.found - before.found
    tally.absent += counts.absent - before.absent
  }

  private var counts: (acknowledged: Int, found: Int, absent: Int) {
    authors.reduce(into: (0, 0, 0)) {
      $0 = ($0.0 + $1.acknowledged, $0.1 + $1.found, $0.2 + $1.absent)
    }
  }

  private mutating func start() async throws {
    try? await caller?.close()
    caller = nil
    let server = try program.serve()
    self.server = server
    for _ in 0..<3000 where server.isRunning {
      if caller == nil { caller = program.address.map { Caller(base: $0, token: token) } }
      if let reply = try? await caller?.get("/readyz"), reply.status == 200 { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Author.Failure(description: "the server does not open")
  }

  private mutating func writeUntilKilled(after seconds: Double) async throws {
    guard let caller, let server else { return }
    authors = try await withThrowingTaskGroup(of: Author.self) { group in
      for author in authors {
        group.addTask {
          var author = author
          try await author.write(to: caller)
          return author
        }
      }
      try await Task.sleep(for: .seconds(seconds))
      server.cut()
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private mutating func settle() async throws {
    guard let caller else { return }
    for index in authors.indices { try await authors[index].settle(with: caller) }
  }

  /// All drafts that anybody was told of, in the version they were told of, and no others.
  private func compareLists() async throws {
    guard let caller else { return }
    var listed: [String: Int] = [:]
    var path: String? = "/v1/drafts?limit=200"
    while let next = path {
      let page = try JSONDecoder().decode(DraftPage.self, from: await caller.get(next).body)
      for line in page.drafts { listed[line.id] = line.version }
      path = page.next.map { "/v1/drafts?limit=200&cursor=\($0)" }
    }
    let known = authors.reduce(into: [:]) { $0.merge($1.versions) { $1 } }
    guard listed == known else {
      throw Author.Failure(description: "\(known.count) drafts told of, \(listed.count) listed")
    }
  }
}

import Foundation

/// Somebody who writes one draft after another over HTTP, and knows what of it was acknowledged.
struct Author: Sendable {
  struct Failure: Error, CustomStringConvertible { let description: String }

  let name: String
  let column: String
  /// Of every draft, as it was last acknowledged.
  private(set) var versions: [String: Int] = [:]
  private(set) var acknowledged = 0
  /// In flight when the server was killed: found whole, or not at all.
  private(set) var found = 0
  private(set) var absent = 0
  private var draft: SeenDraft?
  /// Of the draft, as the server told it.
  private var shown = Data()
  private var pending: (write: Write, title: String?)?
  /// Since the server was last asked whether it has all of them.
  private var answered: [(write: Write, body: Data)] = []
  private var count = 0

  init(name: String, column: String) {
    self.name = name
    self.column = column
  }

  /// Until no answer comes.
  mutating func write(to caller: Caller) async throws {
    while true {
      let next = try nextWrite()
      pending = next
      let reply: Caller.Reply
      do { reply = try await caller.send(next.write) } catch { return }
      try accept(reply, to: next.write)
      acknowledged += 1
    }
  }

  /// Finds everything that was acknowledged, and what was in flight whole or not at all; sends that again.
  mutating func settle(with caller: Caller) async throws {
    for (write, body) in answered {
      let reply = try await caller.send(write)
      guard reply.isReplay, reply.body == body else {
        throw Failure(description: "\(write.key): acknowledged and answered otherwise now")
      }
    }
    answered = []
    guard let (write, title) = pending else { return }
    let before = try await current(title, caller)
    let isThere = before.map { $0 != shown } ?? false
    let reply = try await caller.send(write)
    guard reply.isReplay == isThere, !isThere || reply.body == before else {
      throw Failure(description: "\(write.key): in flight, and neither whole nor absent")
    }
    try accept(reply, to: write)
    let again = try await caller.send(write)
    let after = try await current(title, caller)
    guard again.isReplay, again.body == reply.body, after == reply.body else {
      throw Failure(description: "\(write.key): sent again, it had an effect again")
    }
    if isThere { found += 1 } else { absent += 1 }
  }

  private mutating func nextWrite() throws -> (write: Write, title: String?) {
    count += 1
    let key = "crash-\(name)-000000-\(count)"
    if let draft, !draft.isFinished { return (try draft.next(in: column, key: key), nil) }
    let title = "\(name)的第\(count)稿"
    (draft, shown) = (nil, Data())
    return (try SeenDraft.first(titled: title, in: column, key: key), title)
  }

  private mutating func accept(_ reply: Caller.Reply, to write: Write) throws {
    guard (200...201).contains(reply.status) else {
      throw Failure(
        description: "\(write.key): \(reply.status) \(String(decoding: reply.body, as: UTF8.self))"
      )
    }
    let seen = try JSONDecoder().decode(SeenDraft.self, from: reply.body)
    guard seen.isWhole, seen.version == (draft?.version ?? 0) + 1 else {
      throw Failure(description: "\(write.key): \(seen) after version \(draft?.version ?? 0)")
    }
    (draft, shown) = (seen, reply.body)
    versions[seen.id] = seen.version
    answered.append((write, reply.body))
    pending = nil
  }

  /// The draft in hand as the server has it, its record as long as it should be; nil for none.
  private func current(_ title: String?, _ caller: Caller) async throws -> Data? {
    guard let id = try await id(title, caller) else { return nil }
    let body = try await caller.get("/v1/drafts/\(id)").body
    let seen = try JSONDecoder().decode(SeenDraft.self, from: body)
    let history = try await caller.get("/v1/drafts/\(id)/history").body
    let entries = try JSONDecoder().decode(History.self, from: history).entries.count
    guard seen.isWhole, entries == seen.version else {
      throw Failure(description: "\(id) is half done: \(seen), \(entries) entries of the record")
    }
    return body
  }

  /// Of a draft whose author never heard of it, by its title.
  private func id(_ title: String?, _ caller: Caller) async throws -> String? {
    if let draft { return draft.id }
    guard let title else { return nil }
    let query = title.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let body = try await caller.get("/v1/drafts?text=\(query)").body
    let drafts = try JSONDecoder().decode(DraftPage.self, from: body).drafts
    guard drafts.count <= 1 else {
      throw Failure(description: "\(title): \(drafts.count) drafts of one write")
    }
    return drafts.first?.id
  }
}

private struct History: Decodable {
  struct Entry: Decodable { let sequence: Int }
  let entries: [Entry]
}

/// A page of the list of drafts.
struct DraftPage: Decodable {
  struct Line: Decodable {
    let id: String
    let version: Int
  }

  let drafts: [Line]
  /// The cursor of the next one.
  let next: String?
}

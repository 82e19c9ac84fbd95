import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

@Suite struct LifeTests {
  private let text = "# 本院开设新门诊\n\n门诊每周一开放。\n"

  @Test func `a draft goes from its writer to the public and back`() async throws {
    try await House.test { house, client in
      let draft = try await house.approved(client, text)
      let gate = try await house.call(client, .get, draft.path + "/gate", as: "publisher")
      #expect(try gate.object()["publishable"] as? Bool == true, "\(gate.text)")
      let issued = try await house.call(
        client,
        .post,
        draft.path + "/permits",
        ["channel": "website"],
        as: "publisher",
        match: draft.tag
      )
      #expect(issued.code == 201, "\(issued.text)")
      let permit = try #require(try issued.object()["id"] as? String)

      let read = try await house.call(client, .get, "/v1/permits/\(permit)", as: "publisher")
      let current = try await house.call(client, .get, draft.path, as: "publisher")
      #expect(read.headers[.eTag] != nil && read.headers[.eTag] == current.headers[.eTag])

      let tampered = text + "另有优惠。\n"
      let compared = try await house.call(
        client,
        .post,
        "/v1/permits/\(permit)/verify",
        ["content": tampered, "format": "markdown"],
        as: "publisher",
        key: nil
      )
      #expect(try compared.object()["outcome"] as? String == "differs")
      let refused = try await house.call(
        client,
        .post,
        "/v1/permits/\(permit)/consume",
        ["content": tampered],
        as: "publisher"
      )
      #expect(refused.code == 409)
      #expect(try refused.object()["code"] as? String == "digest-mismatch")

      let consumed = try await house.call(
        client,
        .post,
        "/v1/permits/\(permit)/consume",
        ["content": text],
        as: "publisher"
      )
      #expect(consumed.code == 200, "\(consumed.text)")
      let again = try await house.call(
        client,
        .post,
        "/v1/permits/\(permit)/consume",
        ["content": text],
        as: "publisher"
      )
      #expect(try again.object()["code"] as? String == "permit-consumed")

      for address in [
        "javascript:alert(1)", "example.test/1", "https:///1", "https://a b", "//example.test",
        "ftp://example.test/", "https://example.test/\"><b>", "https://例子.test/",
        " https://example.test/",
      ] {
        let refused = try await house.call(
          client,
          .post,
          "/v1/publications",
          ["permit": permit, "url": address, "content": text],
          as: "publisher"
        )
        #expect(refused.code == 422 && refused.text.contains(#""pointer":"/url""#), "\(address)")
      }
      let published = try await house.call(
        client,
        .post,
        "/v1/publications",
        ["permit": permit, "url": "HTTPS://example.test:8443/1?a=%20b#c", "content": text],
        as: "publisher"
      )
      #expect(published.code == 201, "\(published.text)")
      let path = "/v1/publications/\(try #require(try published.object()["id"] as? String))"
      let verified = try await house.call(
        client,
        .post,
        path + "/verifications",
        ["content": "<h1>本院开设新门诊</h1><p>门诊每周一开放。</p>", "format": "html"],
        as: "publisher"
      )
      #expect(verified.text.contains(#""outcome":"equal""#), "\(verified.text)")
      let retracted = try await house.call(
        client,
        .post,
        path + "/retraction",
        ["reason": "门诊时间有误", "found_by": "读者来电"],
        as: "head",
        match: verified.headers[.eTag]
      )
      #expect(retracted.code == 200, "\(retracted.text)")

      let history = try await house.call(client, .get, draft.path + "/history", as: "writer").text
      #expect(history.contains("permit.refuse") || history.contains("refuse"), "\(history)")
      let form = try await house.call(client, .get, draft.path + "/form?lang=en", as: "auditor")
      #expect(form.text.contains("Release form"))
      let chain = try await house.call(client, .get, "/v1/audit/verification", as: "auditor")
      #expect(try chain.object()["valid"] as? Bool == true)
      let counted = try await house.call(client, .get, "/v1/statistics", as: "auditor")
      #expect(counted.code == 200, "\(counted.text)")
    }
  }

  @Test func `an error blocks and tells what to do about it`() async throws {
    try await House.test { house, client in
      let made = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft("# 本院【错】\n\n内容。\n"),
        as: "writer"
      )
      let path = try #require(made.headers[.location])
      let refused = try await house.call(
        client,
        .post,
        path + "/transitions",
        ["action": "submit"],
        as: "writer",
        match: made.headers[.eTag]
      )
      #expect(refused.code == 409)
      let body = try refused.object()
      #expect(body["code"] as? String == "gate-blocked")
      let requirements = try #require(body["requirements"] as? [[String: Any]])
      let people = requirements.flatMap { $0["people"] as? [[String: Any]] ?? [] }
      #expect(Set(people.compactMap { $0["name"] as? String }) == ["某head", "某leader"])
      let shown = try await house.call(
        client,
        .get,
        path + "/revisions/1/findings?severity=suggestion",
        as: "writer"
      )
      let list = try shown.object()
      #expect((list["counts"] as? [String: Int])?["errors"] == 1)
      #expect((list["findings"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `a save without a change makes no revision`() async throws {
    try await House.test { house, client in
      let made = try await house.call(client, .post, "/v1/drafts", house.draft(), as: "writer")
      let path = try #require(made.headers[.location])
      let same = try await house.call(
        client,
        .post,
        path + "/revisions",
        house.draft(),
        as: "writer",
        match: made.headers[.eTag]
      )
      #expect(same.code == 200, "\(same.text)")
      #expect(same.headers[.eTag] == made.headers[.eTag])
      let other = try await house.call(
        client,
        .post,
        path + "/revisions",
        house.draft("# 本院另一门诊\n\n内容。\n"),
        as: "writer",
        match: made.headers[.eTag]
      )
      #expect(other.code == 201)
      let content = try await house.call(client, .get, path + "/revisions/2/content", as: "writer")
      #expect(content.text == "# 本院另一门诊\n\n内容。\n")
      #expect(content.headers[.contentType] == "text/plain; charset=utf-8")
      // The next person at the same screen may have no right to it.
      #expect(content.headers[.cacheControl] == "private, no-cache")
      let compared = try await house.call(client, .get, path + "/compare", as: "writer")
      #expect(compared.code == 200, "\(compared.text)")
    }
  }

  @Test func `a frozen draft keeps no text and is known to few`() async throws {
    try await House.test { house, client in
      let made = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft("# 甲乙【密】\n\n丙丁戊己。\n"),
        as: "writer"
      )
      #expect(made.code == 201)
      let path = try #require(made.headers[.location])
      #expect(!made.text.contains("甲乙"))
      let content = try await house.call(client, .get, path + "/revisions/1/content", as: "writer")
      #expect(content.text.isEmpty)
      #expect(try await house.call(client, .get, path, as: "head").code == 404)
      #expect(try await house.call(client, .get, path, as: "leader").code == 200)
    }
  }
}

import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

/// Writing and publishing as a browser does it.
@Suite struct WritingPageTests {
  @Test func `the form is for who may write this draft`() async throws {
    try await House.test { house, client in
      let handed = try await house.submitted(client)
      let id = handed.path.dropFirst("/v1/drafts/".count)
      let expected: [(name: String, new: Int, edit: Int)] = [
        ("writer", 200, 200), ("stranger", 200, 404), ("officer", 200, 403), ("leader", 403, 403),
        ("publisher", 403, 404), ("auditor", 403, 403),
      ]
      for (name, new, edit) in expected {
        let browser = try await Browser(house, client, name)
        #expect(try await browser.get("/drafts/new").code == new, "\(name)")
        #expect(try await browser.get("/drafts/\(id)/edit").code == edit, "\(name)")
      }
    }
  }

  @Test func `a correction begins with what it corrects, unless nobody may know of it`()
    async throws
  {
    try await House.test { house, client in
      let handed = try await house.submitted(client)
      let id = String(handed.path.dropFirst("/v1/drafts/".count))
      let writer = try await Browser(house, client, "writer")
      let page = try await writer.get("/drafts/new?after=\(id)&relation=corrects")
      #expect(page.text.contains("name=\"predecessor.id\" value=\"\(id)\""))
      #expect(page.text.contains("门诊每周一开放。\n</textarea>"))
      let stranger = try await Browser(house, client, "stranger")
      #expect(try await stranger.get("/drafts/new?after=\(id)").code == 404)
    }
  }

  @Test func `a browser without scripts writes the head of a draft by fields`() async throws {
    try await House.test { house, client in
      let writer = try await Browser(house, client, "writer")
      let fields = [
        "format": "markdown", "column": house.column.value, "channels[]": "wechat",
        "content": "来源：宣传科　作者：王丽\r\n\r\n门诊每周一开放。\r\n", "_head.title": "甲: \"乙\"",
        "_head.source": "内科",
        "_usual.source": "内科", "_head.author": "李敏", "_usual.author": "内科", "_head.digest": "",
        "_next": "/drafts/{id}",
      ]
      let made = try await writer.post("/v1/drafts", fields)
      #expect(made.code == 303, "\(made.text)")
      let path = try #require(made.headers[.location])
      let id = String(path.dropFirst("/drafts/".count))
      let submission = try #require(try await house.store.read { try $0.submission(ID(id)) })
      #expect(
        submission.current?.manuscript.text
          == "---\ntitle: \"甲: \\\"乙\\\"\"\nauthor: 李敏\n---\n\n来源：宣传科　作者：王丽\n\n门诊每周一开放。\n"
      )
      let page = try await writer.get(path + "/edit")
      #expect(page.text.contains("value=\"甲: &quot;乙&quot;\"") && !page.text.contains("_usual."))
    }
  }

  @Test func `a browser without scripts adds files and takes them off again`() async throws {
    try await House.test { house, client in
      let writer = try await Browser(house, client, "writer")
      let fields = [
        ("format", "html"), ("column", house.column.value), ("channels[]", "wechat"),
        ("content", "<h1>义诊</h1>\r\n<p>周六开诊。</p>"), ("assets.0.name", "旧.png"),
        ("assets.0.purpose", "image"), ("assets.0.digest", Digest(of: [0]).description),
        ("form.rights.0.asset", "旧.png"), ("form.rights.0.basis", "own"),
        ("assets.1.name", "留.pdf"),
        ("assets.1.purpose", "attachment"), ("assets.1.digest", Digest(of: [1]).description),
        ("_without.0", "assets.0 form.rights.0"), ("_next", "/drafts/{id}"),
      ]
      let image: [UInt8] = Array("\r\n--x\r\n".utf8) + [0, 0xFF, 0x0D]
      let made = try await writer.send(
        "/v1/drafts",
        fields,
        files: [("a%22.png", "image/png", image), ("", "application/octet-stream", [])]
      )
      let path = try #require(made.headers[.location], "\(made.text)")
      let id = String(path.dropFirst("/drafts/".count))
      let draft = try #require(try await house.store.read { try $0.submission(ID(id)) })
      let manuscript = try #require(draft.current?.manuscript)
      #expect(manuscript.text == "<h1>义诊</h1>\n<p>周六开诊。</p>")
      #expect(manuscript.assets.map(\.name) == ["留.pdf", "a\".png"])
      #expect(manuscript.assets.last?.digest == Digest(of: image))
      #expect(manuscript.assets.last?.purpose == .image)
      #expect(draft.current?.form.rights.isEmpty == true)
    }
  }

  @Test func `a form with files that is broken off or too large is refused`() async throws {
    let settings = TestServer.settings { $0.limits.uploadBytes = 20_000 }
    try await House.test(settings) { house, client in
      let writer = try await Browser(house, client, "writer")
      let large = try await writer.send(
        "/v1/drafts",
        [("format", "html")],
        files: [("a.png", "image/png", Array(repeating: 0x61, count: 30_000))]
      )
      #expect(large.code == 413)
      let part = "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--XX--"
      for length in [1, 3, 20, 45, part.utf8.count - 2] {
        let answer = try await writer.send("/v1/drafts", Array(part.utf8.prefix(length)))
        #expect(answer.code == 400, "\(length): \(answer.code)")
      }
      #expect(try await writer.send("/v1/drafts", Array(part.utf8)).code == 403)
    }
  }

  @Test func `a draft goes out by the forms of the publishing desk`() async throws {
    try await House.test { house, client in
      let handed = try await house.approved(client)
      let id = String(handed.path.dropFirst("/v1/drafts/".count))
      let browser = try await Browser(house, client, "publisher")
      let desk = "/drafts/\(id)/publish"
      func draft() async throws -> Submission {
        try #require(try await house.store.read { try $0.submission(ID(id)) })
      }
      #expect(try await browser.get("/publishing").text.contains(desk))
      let version = String(try await draft().version)
      let issued = try await browser.post(
        "/v1/drafts/\(id)/permits",
        ["channel": "website", "_version": version]
      )
      #expect(issued.code == 303, "\(issued.text)")
      let permit = try #require(try await draft().permits.last)
      #expect(try await browser.get(desk).text.contains("/permits/\(permit.id.value)/consume\""))
      let before = try await draft()
      for (text, title, told) in [
        ("<p>门诊每周一开放。</p>", "本院开设新门诊", "与批准的一致：标题、文字、链接、图片都相同。"),
        ("<p>门诊每周二开放。</p>", "本院开设新门诊", "有 1 处与批准的不同"),
      ] {
        let shown = try await browser.post(
          "/v1/permits/\(permit.id.value)/verify",
          ["content": text, "title": title, "format": "html", "_next": desk]
        )
        #expect(shown.code == 200 && shown.text.contains(told), "\(shown.text)")
      }
      let plain = try await browser.post(
        "/v1/permits/\(permit.id.value)/verify",
        ["content": "本院开设新门诊\r\n门诊每周一开放。", "format": "text", "_next": desk]
      )
      #expect(plain.text.contains("标题和文字与批准的一致"))
      #expect(try await draft() == before)
      let digest = permit.contentDigest.description
      _ = try await browser.post(
        "/v1/permits/\(permit.id.value)/consume",
        ["content_digest": digest]
      )
      let out = try await browser.post(
        "/v1/publications",
        [
          "permit": permit.id.value, "content_digest": digest, "url": "https://example.org/1",
          "external_id": "",
        ]
      )
      #expect(out.code == 303, "\(out.text)")
      let publication = try #require(try await draft().publications.last)
      _ = try await browser.post(
        "/v1/publications/\(publication.id.value)/verifications",
        ["format": "html", "content": "<h1>本院开设新门诊</h1><p>门诊每周二开放。</p>"]
      )
      let page = try await browser.get(desk).text
      #expect(page.contains("<del>一</del><ins>二</ins>"))
      let history = try await browser.get("/drafts/\(id)/history").text
      #expect(history.contains("核对了已发布的页面：与批准的不一致"))
      #expect(try await draft().state == .published)
    }
  }

  @Test func `who has handed in waits, and who is asked to mend does not`() async throws {
    try await House.test { house, client in
      let handed = try await house.submitted(client)
      let writer = try await Browser(house, client, "writer")
      #expect(try await writer.get("/queue").text.contains("没有等你处理的稿件"))
      let asked = try await house.call(
        client,
        .post,
        handed.path + "/comments",
        ["text": "请写明起止日期", "blocking": true],
        as: "officer",
        match: handed.tag
      )
      #expect(asked.code < 300, "\(asked.text)")
      #expect(try await writer.get("/queue").text.contains("<b>需要你做的</b> 修改"))
    }
  }

  @Test func `lists hold nothing of drafts that one may not know of`() async throws {
    try await House.test { house, client in
      let handed = try await house.submitted(client)
      let id = String(handed.path.dropFirst("/v1/drafts/".count))
      let publisher = try await Browser(house, client, "publisher")
      for path in ["/publishing", "/waivers"] {
        let page = try await publisher.get(path)
        #expect(page.code == 200 && !page.text.contains(id), "\(path)")
      }
    }
  }
}

extension Browser {
  /// A form with files, as a browser without scripts sends it.
  fileprivate func send(
    _ path: String,
    _ fields: [(String, String)],
    files: [(name: String, type: String, bytes: [UInt8])]
  ) async throws -> TestResponse {
    let head = "--XX\r\nContent-Disposition: form-data; name="
    var body: [UInt8] = []
    for (name, value) in [("_csrf", token), ("_key", key)] + fields {
      body += Array("\(head)\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      let line =
        "\(head)\"_files\"; filename=\"\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n"
      body += Array(line.utf8) + file.bytes + Array("\r\n".utf8)
    }
    return try await send(path, body + Array("--XX--\r\n".utf8))
  }

  fileprivate func send(_ path: String, _ body: [UInt8]) async throws -> TestResponse {
    try await client.send(
      .post,
      "/do/post" + path,
      bytes: body,
      headers: [
        .contentType: "multipart/form-data; boundary=XX", .cookie: cookie, .accept: "text/html",
        .origin: "http://localhost",
      ]
    )
  }
}

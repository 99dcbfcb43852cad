import MailCore
import MailTransport
import TestSupport
import Testing

/// Pages fetched from a real web server with TLS.
struct PageReaderTests {
    /// A visit to `/a` of a server with these pages, and what the server heard.
    private func visit(
        _ pages: [String: WebPages.Page],
        limit: Duration = .seconds(20)
    ) async throws -> (visit: PageVisit, heard: [String]) {
        let server = try await WebPages(pages)
        let reader = PageReader(trusting: server.certificate, limit: limit)
        let visit = await reader.visit(.imprint, at: server.url("/a"))
        return (visit, try await server.finish())
    }

    @Test func `a page comes as it is, and nothing it refers to is fetched`() async throws {
        let body = "<img src='/b.png'><script src='/c.js'></script><p>Straße</p>"
        let page = WebPages.Page(body, headers: [["Set-Cookie", "a=b"], ["X-Other", "c: d"]])
        let (visit, heard) = try await visit(["/a": page])
        #expect(visit.failure == nil)
        let answer = try #require(visit.answers.first)
        #expect(visit.answers.count == 1)
        #expect(answer.status == 200 && answer.redirect == nil && answer.isWhole)
        #expect(answer.body == Array(body.utf8))
        #expect(answer.fields.contains { $0.name == "set-cookie" && $0.value == "a=b" })
        #expect(answer.fields.contains { $0.name == "x-other" && $0.value == "c: d" })
        #expect(heard.filter { $0.hasPrefix("get") } == ["get /a"])
    }

    @Test func `a request tells nothing but what it must`() async throws {
        let (_, heard) = try await visit(["/a": .redirect(to: "/b"), "/b": .init("x")])
        let names = heard.filter { $0.hasPrefix("field") }
            .map { $0.dropFirst(6).prefix { $0 != ":" }.lowercased() }
        #expect(Set(names) == ["host", "user-agent", "accept"])
        #expect(heard.contains("field User-Agent: einzelpost check"))
    }

    @Test func `redirects are followed on the same host, without cookies`() async throws {
        let first = WebPages.Page(
            status: 301,
            headers: [["Location", "/b"], ["Set-Cookie", "early=1"]]
        )
        let (visit, heard) = try await visit([
            "/a": first, "/b": .redirect(to: "https://127.0.0.1:{port}/c", status: 307),
            "/c": .init("here"),
        ])
        #expect(heard.filter { $0.hasPrefix("get") } == ["get /a", "get /b", "get /c"])
        #expect(!heard.contains { $0.lowercased().contains("cookie") })
        #expect(visit.answers.map(\.status) == [301, 307, 200])
        #expect(visit.answers.last?.body == Array("here".utf8))
    }

    @Test(arguments: ["https://localhost:{port}/b", "//localhost:{port}/b", "http://127.0.0.1/b"])
    func `a redirect to another host or without encryption is not followed`(
        target: String
    ) async throws {
        let (visit, heard) = try await visit(["/a": .redirect(to: target), "/b": .init("x")])
        #expect(heard.filter { $0.hasPrefix("get") } == ["get /a"])
        #expect(visit.failure == nil)
        #expect(visit.answers.map(\.status) == [302])
        #expect(visit.answers.first?.redirect?.hasSuffix("/b") == true)
    }

    @Test func `five redirects and no more`() async throws {
        let (visit, heard) = try await visit(["/a": .redirect(to: "/a")])
        #expect(heard.count { $0 == "get /a" } == 6)
        #expect(visit.answers.count == 6 && visit.failure == nil)
    }

    @Test(arguments: [(2_000_000, true), (2_000_001, false), (50_000_000, false)])
    func `no more than two megabytes are read`(octets: Int, isWhole: Bool) async throws {
        var page = WebPages.Page("x")
        page.repeat = octets
        let (visit, _) = try await visit(["/a": page])
        let answer = try #require(visit.answers.first)
        #expect(answer.isWhole == isWhole)
        #expect(answer.body.count == min(octets, 2_000_000))
        #expect(answer.status == 200)
    }

    @Test func `a server that does not answer is given up`() async throws {
        var page = WebPages.Page("x")
        page.hang = true
        let (visit, heard) = try await visit(["/a": page], limit: .milliseconds(500))
        #expect(visit.failure == .timeout)
        #expect(heard.contains("get /a"))
    }

    @Test func `a page that ends in the middle is not a page`() async throws {
        var page = WebPages.Page("Impressum und so weiter")
        page.cut = true
        let (visit, _) = try await visit(["/a": page])
        #expect(visit.failure == .broken)
        #expect(visit.answers.isEmpty)
    }

    @Test func `a certificate that is not to be trusted is refused before anything is asked`()
        async throws
    {
        let unknown = try await WebPages(["/a": .init("x")])
        let strange = await PageReader().visit(.imprint, at: unknown.url("/a"))
        #expect(strange.failure == .notEncrypted)
        let heard = try await unknown.finish()
        #expect(!heard.contains { $0.hasPrefix("get") })
        let other = try await WebPages(["/a": .init("x")], certifiedFor: "www.kreis.example")
        let wrong = await PageReader(trusting: other.certificate)
            .visit(.imprint, at: other.url("/a"))
        #expect(wrong.failure == .notEncrypted)
    }

    @Test func `nobody there, no such host, no encryption`() async throws {
        let reader = PageReader(limit: .seconds(10))
        let port = try Loopback.freePort()
        let nobody = await reader.visit(.imprint, at: "https://127.0.0.1:\(port)/")
        #expect(nobody.failure == .cannotConnect)
        let unknown = await reader.visit(.imprint, at: "https://www.kreis.invalid/")
        #expect(unknown.failure == .hostUnknown)
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let clear = await reader.visit(.imprint, at: "https://127.0.0.1:\(relay.port)/")
        #expect(clear.failure == .notEncrypted)
        let plain = await reader.visit(.imprint, at: "http://127.0.0.1:\(relay.port)/")
        #expect(plain.failure == .broken)
        let file = await reader.visit(.imprint, at: "file:///etc/hostname")
        #expect(file.failure == .broken && file.answers.isEmpty)
    }
}

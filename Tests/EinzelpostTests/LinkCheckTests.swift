import Foundation
import TestSupport
import Testing

/// `check --links` against a web site of its own.
struct LinkCheckTests {
    private struct CheckResult: Decodable {
        let ok: Bool
        let links: [Page]?
        let warnings: [String]
    }

    private struct Page: Decodable {
        let kind: String
        let url: String
        let status: Int?
        let reachable: Bool
        let redirected_to: String?
        let foreign_hosts: [String]
        let cookies: [String]
        let names_channel: Bool?
        let problems: [String]
    }

    private static let fine = WebPages.Page("<p>Absage von Terminen per E-Mail</p>")

    /// An operator whose pages are `/impressum` and `/datenschutz` of that server.
    private func office(_ site: WebPages, relay: HoldingRelay) throws -> Operator {
        try Operator(
            Configuration(port: relay.port).with {
                $0.imprint = site.url("/impressum")
                $0.privacy = site.url("/datenschutz")
            }
        )
    }

    private func check(
        _ pages: [String: WebPages.Page],
        exits status: Int32
    ) async throws -> (result: CheckResult, text: String, heard: [String]) {
        let site = try await WebPages(pages)
        let relay = try await HoldingRelay()
        let office = try office(site, relay: relay)
        let trust = ["SSL_CERT_FILE": site.certificate]
        let json = try await office.run(
            ["check", "--links", "--format", "json"],
            environment: trust
        ).exited(status)
        let text = try await office.run(["check", "--links"], environment: trust).exited(status)
        return (try json.json(), text.output, try await site.finish())
    }

    @Test func `two pages in order`() async throws {
        let pages = [
            "/impressum": WebPages.Page("<img src='/wappen.png'>"), "/datenschutz": Self.fine,
        ]
        let (result, text, heard) = try await check(pages, exits: 0)
        #expect(result.ok)
        let links = try #require(result.links)
        #expect(links.map(\.kind) == ["imprint", "privacy"])
        #expect(links.map(\.status) == [200, 200])
        #expect(links.map(\.names_channel) == [nil, true])
        #expect(
            links.allSatisfy { $0.reachable && $0.problems.isEmpty && $0.foreign_hosts.isEmpty }
        )
        // A page at a bare address is nothing for a letter, says the linter.
        let warnings = result.warnings.filter { !$0.contains("einzelpost lint") }
        #expect(warnings.allSatisfy { $0.contains("SSL_CERT_FILE") })
        #expect(text.contains("no other hosts, no cookies"))
        let visits = heard.filter { $0.hasPrefix("get") }
        #expect(visits == ["get /impressum", "get /datenschutz"] + visits.prefix(2))
    }

    @Test func `third parties, cookies and a missing page are said in words`() async throws {
        let pages = [
            "/impressum": WebPages.Page(
                "<script src='https://tracker.example/t.js'></script>",
                headers: [["Set-Cookie", "visitor=4711; Path=/"]]
            )
        ]
        let (result, text, _) = try await check(pages, exits: 3)
        #expect(!result.ok)
        let links = try #require(result.links)
        #expect(links[0].foreign_hosts == ["tracker.example"])
        #expect(links[0].cookies == ["visitor"])
        #expect(links[0].problems.count == 2)
        #expect(links[1].status == 404 && links[1].problems.count == 1)
        for problem in links.flatMap(\.problems) { #expect(text.contains(problem)) }
        #expect(!text.contains("4711"))
    }

    @Test func `a privacy page that does not name the channel is a warning`() async throws {
        let pages = [
            "/impressum": WebPages.Page("x"), "/datenschutz": WebPages.Page("<p>Cookies</p>"),
        ]
        let (result, text, _) = try await check(pages, exits: 0)
        #expect(result.links?[1].names_channel == false)
        #expect(result.warnings.contains { $0.contains("does not name this channel") })
        #expect(text.contains("does not name this channel"))
    }

    @Test func `a redirect elsewhere is told, and the other host hears nothing`() async throws {
        let elsewhere = try await WebPages(["/": .init("x")], certifiedFor: "localhost")
        let target = "https://localhost:\(elsewhere.port)/"
        let pages = ["/impressum": WebPages.Page.redirect(to: target), "/datenschutz": Self.fine]
        let (result, _, _) = try await check(pages, exits: 3)
        #expect(result.links?[0].redirected_to == target)
        #expect(result.links?[0].problems.first?.contains("another host, localhost") == true)
        #expect(try await elsewhere.finish() == [])
    }

    @Test func `an unknown certificate is a page that cannot be reached`() async throws {
        let site = try await WebPages(["/impressum": Self.fine, "/datenschutz": Self.fine])
        let relay = try await HoldingRelay()
        let ending = try await office(site, relay: relay).run(
            ["check", "--links", "--format", "json"],
            environment: ["SSL_CERT_FILE": nil]
        ).exited(3)
        let result: CheckResult = try ending.json()
        #expect(result.links?.map(\.reachable) == [false, false])
        let heard = try await site.finish()
        #expect(!heard.contains { $0.hasPrefix("get") })
    }

    @Test func `without --links, and through no proxy, nobody but the relay is contacted`()
        async throws
    {
        let site = try await WebPages(["/impressum": Self.fine, "/datenschutz": Self.fine])
        let (relay, proxy) = (try await HoldingRelay(), try await HoldingRelay())
        let office = try office(site, relay: relay)
        let plain = try await office.run("check --format json").exited(0)
        #expect(try plain.json(CheckResult.self).links == nil)
        var environment: [String: String?] = ["SSL_CERT_FILE": site.certificate]
        for name in ["https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"] {
            environment[name] = "http://127.0.0.1:\(proxy.port)"
        }
        try await office.run(["check", "--links"], environment: environment).exited(0)
        #expect(try await proxy.connections() == 0)
        // Both visits are those of the second command.
        #expect(try await site.finish().count { $0.hasPrefix("get") } == 2)
    }
}

import Foundation
import TestSupport
import Testing

/// The HTML part in a real browser, which must not ask for anything.
struct ChromiumTests {
    private static var isInstalled: Bool {
        ["chromium-headless-shell", "chromium"].contains {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
        }
    }

    private struct Count: Decodable {
        let pages: [Page]

        struct Page: Decodable {
            let file: String
            let connections: Int
            let urls: Int
        }
    }

    @Test(
        .enabled(
            if: isInstalled,
            "needs Chromium: apt-get install chromium-headless-shell, or make test"
        )
    )
    func `a message fetches nothing, and a page with a remote image is caught`() async throws {
        let office = try Operator()
        let plan = try await office.plan(SmallSchedule(people: 2))
        try await office.run("preview \(plan.campaign) --output briefe --all").exited(0)
        let letters = try FileManager.default.contentsOfDirectory(atPath: office.path("briefe"))
        #expect(letters.count == 2)
        let pixel = "<!DOCTYPE html><p>x</p><img src=\"https://pixel.example/a.gif\">"
        try office.write(pixel, to: "pixel.html")

        let clean = try await load(letters.map { office.path("briefe/\($0)") }, exits: 0)
        #expect(clean.map(\.file) == letters)
        #expect(clean.allSatisfy { $0.connections == 0 && $0.urls == 0 })
        let caught = try await load([office.path("pixel.html")], exits: 1)
        #expect(caught.allSatisfy { $0.connections > 0 && $0.urls > 0 })
    }

    private func load(_ files: [String], exits status: Int32) async throws -> [Count.Page] {
        let script = Checkout.oracle("chromium_requests.py")
        let browser = try ChildProcess("python3", [script] + files)
        browser.closeInput()
        let ending = try await browser.finish().exited(status)
        return try ending.json(Count.self).pages
    }
}

import Foundation
import TestSupport
import Testing

/// The pages in Debian's browser, as people use them (`console_pages.py`); one browser at a time.
@Suite(.serialized)
struct ConsolePagesTests {
    private static let browser = ["chromium-headless-shell", "chromium"].first {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }
    private static let python = "\(Checkout.root)/.build-oracles/bin/python"
    private static var isInstalled: Bool { browser != nil && hasPackage("playwright") }
    /// With KERN's own files, as an office's theme.
    private static let theme = hasPackage("mkdocs_kern_ux") ? ["theme"] : []

    private static func hasPackage(_ name: String) -> Bool {
        let packages = FileManager.default.enumerator(
            atPath: "\(Checkout.root)/.build-oracles/lib"
        )
        return packages?.contains { ($0 as? String)?.hasSuffix("/\(name)") == true } == true
    }

    @Test(
        .enabled(if: isInstalled, "needs Chromium, and Playwright in .build-oracles: make test"),
        arguments: LongRun.all(
            of: [
                "accessible", "doubts", "keyboard", "scriptless", "once", "four-eyes", "stopped",
                "hostile-all", "killed-often", "control",
            ] + theme,
            sample: [
                "accessible", "doubts", "keyboard", "scriptless", "once", "stopped", "hostile",
                "killed", "control",
            ] + theme + (Login.canBeSet ? ["four-eyes"] : [])
        )
    )
    func `a clerk gets from the file to the proof`(check: String) async throws {
        let process = try ChildProcess(
            Self.python,
            [Checkout.oracle("console_pages.py"), Checkout.program, check]
        )
        process.closeInput()
        let ending = try await process.finish()
        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("\"ok\": true"))
    }
}

/// The pages under attack (`console_attacks.py`).
struct ConsoleAttackTests {
    @Test(
        arguments: ["headers", "hosts", "forged", "sessions", "other-account", "uploads", "theme"]
            + (LongRun.isOn ? ["slow"] : [])
    )
    func `nobody else gets in, and nobody else's form does anything`(
        check: String
    ) async throws {
        let process = try ChildProcess(
            "python3",
            [Checkout.oracle("console_attacks.py"), Checkout.program, check]
        )
        process.closeInput()
        let ending = try await process.finish()
        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("\"ok\": true"))
    }
}

/// The pages behind a reverse proxy (`console_proxy.py`), which the test plays.
struct ConsoleProxyTests {
    @Test(arguments: [
        "account", "lookalikes", "loopback", "hosts", "sessions", "rights", "four-eyes", "whole",
        "place", "configuration",
    ])
    func `only the proxy is believed, and everybody may do what they may`(
        check: String
    ) async throws {
        let process = try ChildProcess(
            "python3",
            [Checkout.oracle("console_proxy.py"), Checkout.program, check]
        )
        process.closeInput()
        let ending = try await process.finish()
        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
        #expect(ending.output.contains("\"ok\": true"))
    }
}

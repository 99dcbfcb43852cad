import Foundation
import MailCampaign
import MailCore
import TestSupport
import Testing

/// The manual pages say what the program says, and nothing else.
struct ManualTests {
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        try await Program.run(
            "python3",
            ["\(Checkout.root)/.ci/manual.py", Checkout.program, folder.path]
        )
    }

    /// A page as people read it, its lines as one.
    private func page(_ name: String) throws -> String {
        let text = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
        let shown = text.replacing(#/\\\[u([0-9A-F]{4,6})\]/#) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
        }
        return shown.replacing("\\(dq", with: "\"").replacing("\\e", with: "\\")
            .replacing("\\&", with: "")
    }

    @Test func `every command has its page, and no other page is there`() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let names = try DumpedHelp.commands().map { "einzelpost-\($0.commandName).1" }
        let guides = Self.guides.map { "\($0.page).7" }
        #expect(Set(pages) == Set(names + guides + ["einzelpost.1", "einzelpost.toml.5"]))
        let main = try page("einzelpost.1")
        for command in try DumpedHelp.commands() {
            #expect(main.contains(".It Cm \(command.commandName)\n"), "\(command.commandName)")
            #expect(main.contains(".Xr einzelpost-\(command.commandName) 1"))
        }
    }

    static let guides = [
        (page: "einzelpost-pages", source: "console.md"),
        (page: "einzelpost-restore", source: "backup.md"),
        (page: "einzelpost-services", source: "services.md"),
    ]

    /// Whoever restores a machine at night has no browser.
    @Test(arguments: guides)
    func `a guide has every word of its page, and every command as it stands there`(
        guide: (page: String, source: String)
    ) throws {
        let text = try String(
            contentsOfFile: "\(Checkout.root)/docs/\(guide.source)",
            encoding: .utf8
        )
        let page = try page("\(guide.page).7")
        let commands = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
        #expect(commands.count > 10)
        for command in commands {
            #expect(page.contains("\n\(command.dropFirst(4))\n"), "\(command)")
        }
        // A table becomes a list, without its heads.
        let plain = text.replacing(#/\|[^\n]*\|\n\| ---/#, with: "")
            .replacing(#/\[([^\]]*)\]\([^)]*\)/#) { $0.1 }.lowercased()
        let told = page.lowercased()
        for word in plain.matches(of: #/[a-zA-Z]{4,}/#) {
            #expect(told.contains(word.0), "\(word.0)")
        }
    }

    @Test func `a page has the options of its command, and no other`() throws {
        for command in try DumpedHelp.commands() {
            let page = try page("einzelpost-\(command.commandName).1").replacing("\\-", with: "-")
            let told = page.matches(of: #/Fl -([a-z-]+)/#).map { String($0.1) }
            #expect(Set(told) == command.longOptions, "\(command.commandName)")
        }
    }

    /// What is said in another order of lines is the same; what is said in other letters is not.
    @Test func `every word of the help is there with all its letters`() throws {
        var isBeyondASCII = false
        for command in try DumpedHelp.commands() {
            let page = try words(of: page("einzelpost-\(command.commandName).1"))
            let texts =
                [command.abstract, command.discussion]
                + (command.arguments ?? []).flatMap { [$0.abstract, $0.discussion] }
            for word in words(of: texts.compactMap(\.self).joined(separator: "\n")) {
                isBeyondASCII = isBeyondASCII || !word.utf8.allSatisfy { $0 < 0x80 }
                #expect(page.contains(word), "\(command.commandName): \(word)")
            }
        }
        #expect(isBeyondASCII)
    }

    private func words(of text: String) -> Set<Substring> {
        Set(text.split(whereSeparator: \.isWhitespace))
    }

    @Test func `the page of the configuration has every key, and no other`() throws {
        let page = try page("einzelpost.toml.5")
        var (keys, section): ([String], Substring) = ([], "")
        for line in page.split(separator: "\n") {
            if let match = line.firstMatch(of: #/^\.Ss \[([a-z]+)\]/#) { section = match.1 }
            if let match = line.firstMatch(of: #/^\.It Cm ([a-z_]+) /#) {
                keys.append("\(section).\(match.1)")
            }
        }
        #expect(keys == SettingsKey.table.map(\.key.rawValue))
        for entry in SettingsKey.table {
            let example = "\(entry.key.name) = \(entry.example)"
            #expect(page.contains(example.replacing("\"", with: "\"")), "\(example)")
        }
    }

    @Test func `every page has the exit codes of the program`() throws {
        let codes = Conclusion.allCases.map { "\($0.rawValue)" }
        for command in try DumpedHelp.commands() {
            let page = try page("einzelpost-\(command.commandName).1")
            #expect(page.matches(of: #/\.It Sy ([0-9]+)/#).map { String($0.1) } == codes)
        }
    }

    @Test(.enabled(if: Installed.has("mandoc"), "mandoc is not installed"))
    func `mandoc has nothing against them`() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let ending = try await ChildProcess(
            "mandoc",
            ["-T", "lint", "-W", "style"] + names,
            in: folder.path
        ).finish()
        // The pages are not installed where the test runs.
        let told = (ending.output + ending.errors).split(separator: "\n")
            .filter { !$0.contains("referenced manual not found") }
        #expect(told.isEmpty, "\(told.joined(separator: "\n"))")
    }
}

/// Programs that some tests need and some machines lack.
enum Installed {
    static func has(_ program: String) -> Bool {
        ["/usr/bin", "/bin", "/usr/sbin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }
}

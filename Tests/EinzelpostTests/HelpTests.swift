import TestSupport
import Testing

/// `--help` is documentation: it is there for every command, names every option, and fits.
struct HelpTests {
    private static let common = ["--config", "--state", "--templates", "--format", "--language"]
    private static let selection = [
        "<file>", "--date", "--from", "--to", "--service", "--site", "--template", "--map",
        "--ignore", "--expect", "--leave-out", "--as-of", "--sheet",
    ]

    /// What each command's help must name.
    private static let words: [(command: String, options: [String])] = [
        (
            "inspect",
            [
                "<file>", "--as-of", "--map", "--ignore", "--profile", "--encoding", "--delimiter",
                "--header-row", "--date-order", "--day", "--sheet", "--hidden-rows", "--config",
                "--format",
            ]
        ),
        ("plan", selection + own("--follow-up --delivery --rows --again")),
        ("rows", own("<campaign> --class --delivery --output --with-people")),
        ("show", own("<campaign> --unmasked")),
        ("preview", own("<campaign> --row --output --all")),
        ("approve", own("<campaign> --digest --by --unmasked")),
        (
            "send",
            own(
                "<campaign> --rehearse --dry-run --output --as-of --at --test --row --moved --restored"
            )
        ),
        ("resume", own("<campaign> --as-of --moved --restored")),
        ("cancel", selection + own("--dry-run --confirm --unmasked")),
        ("status", own("<campaign> --watch")),
        ("resolve", own("<campaign> --row --message --accepted --resend")),
        ("lint", own("<template>")),
        (
            "decide",
            own("<campaign> --row --all-doubtful --phone --leave-out --send --start")
        ),
        ("withdraw", own("<campaign> --row")),
        ("lists", own("<campaign> --output --kind phone letter door")),
        ("verify", own("<campaign> --proof --key --technical")),
        ("proof", own("<campaign> --message --output")),
        ("incident", own("<campaign> --aware-at --close --because --check")),
        ("report", own("<campaign> --output .md .html")),
        ("papers", own("--output")),
        ("check", own("--links")),
        ("backup", own("<file>")),
        ("console", own("--port --example --as-of")),
        ("serve", own("--socket")),
        ("demo", ["--output"]),
        ("stop", own("<campaign>")),
        ("person", own("--erase")),
        ("erase", own("<campaign> --due")),
        ("hold", own("<campaign> --because --lift")),
        ("keys", own("--rotate --lost")),
    ]

    private static func own(_ words: String) -> [String] {
        words.split(separator: " ").map(String.init) + common
    }

    @Test(arguments: words)
    func `every command explains itself and its options`(
        command: String,
        options: [String]
    ) throws {
        let help = try #require(CommandLineText.of("\(command) --help"))
        #expect(help.status == 0)
        expectReadable(help.text)
        for option in options { #expect(help.text.contains(option), "\(option)") }
        #expect(CommandLineText.of("help \(command)")?.text == help.text)
    }

    /// Said by the program itself, on standard output, without making anything.
    @Test func `help is what is printed`() async throws {
        let office = try Operator()
        let help = try await office.run("plan --help").exited(0)
        #expect(help.errors == "")
        expectReadable(help.output)
        #expect(help.output.contains("--date"))
        #expect(office.stateFiles == [])
    }

    /// A help text that repeats a number or a list does not see it change.
    @Test(arguments: [
        ("plan", "more than 10 %"), ("check", "within 30 days"), ("cancel", "3 wrong answers"),
        ("lists", "less than 5 days"), ("approve", "5 messages"),
    ])
    func `a number in a help text is that of the rule`(command: String, words: String) throws {
        let help = try #require(CommandLineText.of("\(command) --help"))
        #expect(help.text.replacing(/\s+/, with: " ").contains(words), "\(help.text)")
    }

    @Test func `the program lists its commands and what the exit codes mean`() throws {
        let help = try #require(CommandLineText.of("--help")).text
        expectReadable(help)
        #expect(Set(Self.words.map(\.command)) == (try DumpedHelp.names()))
        for command in try DumpedHelp.names() {
            #expect(help.contains("\n  \(command) "), "\(command)")
        }
        for code in ["0", "1", "2", "3", "64", "65", "69", "70", "73", "75", "78"] {
            #expect(help.split { !$0.isNumber }.contains(Substring(code)), "\(code)")
        }
    }

    @Test func `the version is a number and nothing else`() async throws {
        let ending = try await Operator().run("--version").exited(0)
        #expect(ending.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(ending.errors == "")
    }

    private struct Version: Decodable {
        let version: String
        let commit: String?
        let swift: String?
        let libraries: [String: String?]
    }

    /// Who reads of a hole in a library must see whether it runs here.
    @Test func `as JSON the version has those of the libraries that run`() async throws {
        let office = try Operator()
        let number = try await office.run("--version").exited(0).output.dropLast()
        for line in ["--version --format json", "plan --format=json --version"] {
            let version: Version = try await office.run(line).exited(0).json()
            #expect(version.version == number)
            #expect(
                Set(version.libraries.keys)
                    == ["libcurl", "tls", "sqlite", "libxml2", "libzip", "libidn2"]
            )
            for (name, text) in version.libraries.mapValues({ $0 ?? "" }) {
                #expect(text.firstMatch(of: #/^([A-Za-z]+/)?[0-9]+\.[0-9]+/#) != nil, "\(name)")
            }
        }
        let told = try await Program.run(
            "python3",
            ["-c", "import sqlite3; print(sqlite3.sqlite_version)"]
        )
        let version: Version = try await office.run("--version --format json").json()
        #expect(version.libraries["sqlite"] == String(told.dropLast()))
    }

    private func expectReadable(
        _ text: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        for line in text.split(separator: "\n") {
            #expect(line.count <= 100, "\(line)", sourceLocation: location)
            #expect(line.last?.isWhitespace == false, "\(line)", sourceLocation: location)
        }
        #expect(text.count > 200, sourceLocation: location)
    }
}

import Foundation
import TestSupport
import Testing

/// Signs that a terminal obeys, planted in every field of every input: no command prints one.
struct PlantedSignsTests {
    /// Moves the cursor, deletes a line, sets the title, turns the direction, hides, or is nothing
    /// that Unicode knows.
    private static let signs =
        "\u{1B}[1A\u{1B}[2K\u{1B}]0;x\u{7}\u{9B}2K\u{85}\u{7F}\u{8}\u{202E}\u{2066}\u{61C}\u{200F}"
        + "\u{200B}\u{2028}\u{E000}\u{378}\u{E0041}"
    /// The same, and a line of its own.
    private static let lines = signs + "\nFORGED\r\nFORGED"
    /// What XML can hold.
    private static let markup =
        "\u{9B}2K\u{7F}\u{202E}\u{2066}\u{61C}\u{200B}\u{2028}\u{E000}\u{378}"

    /// By Unicode's categories alone, not by the program's own rule.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            scalar == "\u{200C}" || scalar == "\u{200D}"
        // What is no UTF-8 arrives here as this.
        default: scalar != "\u{FFFD}"
        }
    }

    /// Looks at every byte of both streams.
    @discardableResult
    private func expectHarmless(
        _ ending: ChildProcess.Ending,
        isJSON: Bool = false,
        at location: SourceLocation = #_sourceLocation
    ) -> ChildProcess.Ending {
        for stream in [ending.output, ending.errors] {
            let bad = stream.unicodeScalars.filter { !Self.isHarmless($0) }
            let numbers = Set(bad.map { String($0.value, radix: 16) }).sorted()
            #expect(numbers == [], "\(stream)", sourceLocation: location)
            let forged = stream.split(separator: "\n").filter { $0.hasPrefix("FORGED") }
            #expect(forged.isEmpty, "\(stream)", sourceLocation: location)
        }
        if isJSON {
            let value = try? JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            #expect(value is [String: Any], "\(ending.output)", sourceLocation: location)
        }
        return ending
    }

    /// Runs a command line in both formats.
    @discardableResult
    private func look(
        _ office: Operator,
        _ arguments: [String],
        input: String? = nil,
        at location: SourceLocation = #_sourceLocation
    ) async throws -> ChildProcess.Ending {
        try await expectHarmless(office.run(arguments, input: input), at: location)
        return try await expectHarmless(
            office.run(arguments + ["--format", "json"], input: input),
            isJSON: true,
            at: location
        )
    }

    private static let schedule: String = {
        let day = SmallSchedule.day
        func row(_ number: Int, _ sign: String, _ mail: String, _ status: String = "") -> String {
            [
                "\"Mei\(sign)er\"", "\"An\(sign)na\"", mail, "\"+49 221 471\(number)\(sign)\"",
                "\"BZ-470\(number)\(sign)\"", day, "10:1\(number)", "\"Haus\(sign) A\"",
                "\"\(status)\"", "\"Impfung\(sign)\"", "\"x\(sign)\"",
            ].joined(separator: ";") + "\r\n"
        }
        let header = [
            "Nachname", "Vorname", "E-Mail", "Telefon", "Buchungs-ID", "Datum", "Uhrzeit", "Ort",
            "Status", "Leistung", "\"Bemer\(lines)kung\"",
        ].joined(separator: ";")
        return header + "\r\n" + row(1, "", "eins@example.org") + row(2, lines, "zwei@example.org")
            + row(3, lines, "") + row(4, lines, "\"vier\(signs)@example.org\"")
            + row(5, lines, "fünf@@example.org") + row(6, lines, "a@example.org, b@example.org")
            + "zu;wenig\(signs)\r\n".replacing("]0;", with: "]0")
            + row(7, "", "sieben@example.org", "viel\(lines)leicht")
    }()

    @Test func `cells, headers and the file's name on the whole way of a campaign`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let file = "ter\(Self.lines)mine.csv"
        try office.write(Self.schedule, to: file)
        let inspected = try await look(office, ["inspect", file])
        let report = try JSONSerialization.jsonObject(with: Data(inspected.output.utf8))
        #expect((report as? [String: Any])?["file"] as? String == file)

        let words = ["plan", file] + office.words(SmallSchedule.days)
        try await expectHarmless(office.run(words + ["--site", "Haus\(Self.lines)"]))
        let planned = try await expectHarmless(
            office.run(words + ["--format", "json"]),
            isJSON: true
        )
        let plan: PlanResult = try planned.exited(1).json()
        try #require(plan.messages > 1)
        for command in ["show", "approve", "rows", "preview", "status", "verify"] {
            try await look(office, [command, plan.campaign])
        }
        try await look(office, ["approve", plan.campaign, "--unmasked"])
        try await look(office, ["show", plan.campaign, "--unmasked"])
        try await expectHarmless(office.run(words))
        for row in 2...9 {
            try await look(office, ["decide", plan.campaign, "--row", "\(row)", "--phone"])
        }
        let digest = try await office.run("approve \(plan.campaign) --format json")
            .json(ApprovalDigest.self).view.digest
        try await look(
            office,
            ["approve", plan.campaign, "--digest", digest, "--by", "A\(Self.signs)mt"]
        )
        try await office.run("approve \(plan.campaign) --digest \(digest) --by Amt").exited(1)
        for name in ["send", "status", "verify", "rows", "proof"] {
            let output = name == "proof" ? ["--output", "pro\(Self.lines)of.json"] : []
            try await look(office, [name, plan.campaign] + output)
        }
        try await look(office, ["lists", plan.campaign, "--output", "li\(Self.lines)ste.csv"])
        try await look(office, ["preview", plan.campaign, "--output", "mes\(Self.lines)sages"])
        try await look(office, ["verify", "--proof", "pro\(Self.lines)of.json"])
        try expectHarmlessFile(office, "li\(Self.lines)ste.csv")
    }

    private struct ApprovalDigest: Decodable {
        let view: View

        struct View: Decodable { let digest: String }
    }

    /// A list is opened in a spreadsheet, or shown by `cat`.
    private func expectHarmlessFile(_ office: Operator, _ name: String) throws {
        let text = String(decoding: try office.folder.bytes(of: name), as: UTF8.self)
        let bad = text.unicodeScalars.filter {
            !Self.isHarmless($0) && $0 != "\r" && $0 != "\u{FEFF}"
        }
        #expect(bad.isEmpty, "\(text)")
        #expect(text.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
        #expect(!text.split(separator: "\r\n").contains { $0.hasPrefix("FORGED") })
    }

    /// Every argument that an error could quote.
    private static let arguments: [[String]] = [
        ["show", lines],
        ["plan", "no\(lines)file.csv", "--date", SmallSchedule.day],
        ["plan", "termine.csv", "--date", "19\(lines)"],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--as-of", "1\(lines)"],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--service", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--site", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--template", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--map", "email=\(lines)"],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--map", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--ignore", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--profile", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--sheet", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--encoding", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--delimiter", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--column-zone", "Datum=\(lines)"],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--column-zone", "\(lines)=UTC"],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--config", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--templates", lines],
        ["plan", "termine.csv", "--date", SmallSchedule.day, "--state", "/proc/\(lines)"],
        ["status", lines], ["approve", lines], ["rows", "x", "--class", lines],
        ["send", lines], ["send", lines, "--test", "a@\(lines)"], ["resume", lines],
        ["verify", lines], ["verify", "--proof", lines],
        ["lists", lines, "--output", "x"], ["proof", "--message", lines], ["lint", lines],
        ["decide", lines, "--row", "2", "--send", "a@\(lines)"],
        ["decide", lines, "--row", lines, "--phone"], [lines], ["status", "--\(lines)"],
        ["inspect", "termine.csv", "--header-row", lines], ["check", "--config", lines],
        ["resolve", lines, "--message", lines, "--accepted"], ["withdraw", lines, "--row", "2"],
        ["cancel", lines, "--date", SmallSchedule.day], ["preview", lines], ["stop", lines],
        ["erase", lines], ["hold", lines, "--because", lines], ["person", lines],
        ["person", "--config", lines], ["keys", lines], ["keys", "--config", lines],
        ["demo", "--output", lines + "/x"], ["report", lines, "--output", "x.md"],
        ["incident", lines, "--aware-at", lines], ["incident", "--check", lines],
        ["papers", "--output", lines + "/x"], ["backup", lines + "/x"],
        ["console", "--config", lines], ["console", "--port", lines],
        ["console", "--as-of", lines], ["serve", "--socket", lines],
        ["serve", "--socket", "x", "--config", lines],
    ]

    @Test func `an argument of every command is quoted`() throws {
        #expect(Set(Self.arguments.map { $0[0] }).isSuperset(of: try DumpedHelp.names()))
    }

    @Test(arguments: arguments)
    func `arguments that an error quotes`(words: [String]) async throws {
        let office = try Operator()
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        try await look(office, words)
    }

    @Test func `keys and values of the configuration, and what its file is called`() async throws {
        let escaped = Self.lines.unicodeScalars.map { scalar in
            "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16)
        }.joined()
        let name = "ein\(Self.lines)stellung.toml"
        for (old, new) in [
            ("Musterkreis, Der Landrat", "Muster\(escaped)kreis"),
            ("url = \"", "url = \"\(escaped)"),
            ("[pace]", "[\"pa\(escaped)ce\"]"), ("people =", "\"peo\(escaped)ple\" ="),
            ("https://www.kreis.example/impressum", "https://\(escaped)"),
            ("ruecklauf@", "rueck\(escaped)lauf@"), ("täglich", "täg\(escaped)lich"),
            ("directory = \"./state", "directory = \"./sta\(escaped)te"),
        ] {
            let office = try Operator()
            try office.write(Configuration().text.replacing(old, with: new), to: name)
            try await look(office, ["status", "--config", name])
            try await look(office, ["check", "--config", name])
        }
    }

    @Test func `names and texts of templates`() async throws {
        let office = try Operator()
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        try office.copyTemplates()
        let folder = "Templates/ab\(Self.lines)sage"
        try FileManager.default.copyItem(
            atPath: office.path("Templates/termin-absage"),
            toPath: office.path(folder)
        )
        let words = ["plan", "termine.csv", "--template", "ab\(Self.lines)sage"]
        for (file, text) in [
            (
                "message.txt",
                "{{na\(Self.signs)me}} {{#x}} \(Self.signs) http://\(Self.signs).example"
            ),
            ("template.toml", "subject = \"a\(Self.markup)b\"\n\"un\(Self.markup)known\" = 1\n"),
        ] {
            try office.write(text, to: "\(folder)/\(file)")
            try await look(office, words + office.words(SmallSchedule.days))
            try await look(office, ["lint"])
            try await look(office, ["check"])
        }
    }

    @Test func `names of sheets and cells of workbooks`() async throws {
        let office = try Operator()
        let table =
            [
                SmallSchedule.header.map { $0 == "Bemerkung" ? "Bem\(Self.markup)\nFORGED" : $0 }
            ] + SmallSchedule(people: 2).with(row: 2, "Nachname", "Mei\(Self.markup)er").rows
        let sheets =
            [
                ["name": "Ter\(Self.markup)mine", "state": "visible", "rows": table],
                ["name": "Ar\(Self.markup)chiv", "state": "visible", "rows": table],
            ] as [[String: Any]]
        let json = String(
            decoding: try JSONSerialization.data(withJSONObject: sheets),
            as: UTF8.self
        )
        let script = WorkbookPrograms.oracle("make_sheets.py")
        try await Program.run(
            WorkbookPrograms.python(),
            [script, office.path("termine.xlsx"), json]
        )
        try await look(office, ["inspect", "termine.xlsx"])
        try await look(office, ["inspect", "termine.xlsx", "--sheet", "Ar\(Self.markup)chiv"])
        try await look(office, ["plan", "termine.xlsx"] + office.words(SmallSchedule.days))
    }

    @Test(arguments: [
        RelayScript.Moment.greeting, .ehlo, .mail, .rcpt, .data, .dot,
    ])
    func `replies of the relay`(moment: RelayScript.Moment) async throws {
        for reply in ["250 2.0.0 ok queued as \(Self.signs)Q1", "550 5.1.1 no\(Self.signs)"] {
            let relay = try ScriptedRelay(RelayScript(.at(moment, .answer(reply))))
            let office = try Operator(Configuration(port: relay.port))
            let plan = try await office.ready(SmallSchedule(people: 1))
            try await expectHarmless(office.run("check"))
            if moment == .dot || moment == .rcpt {
                try await expectHarmless(office.send(plan), isJSON: true)
                for command in ["status", "rows", "verify"] {
                    try await look(office, [command, plan.campaign])
                }
                try await look(office, ["proof", plan.campaign, "--output", "proof.json"])
                try await look(office, ["verify", "--proof", "proof.json"])
            }
        }
    }
}

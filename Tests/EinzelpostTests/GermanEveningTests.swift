import Foundation
import TestSupport
import Testing

/// The first campaign of the README, typed into a terminal by somebody who reads German: one row in
/// doubt, one refused, one interruption.
struct GermanEveningTests {
    private static let german: [String: String?] = ["LC_MESSAGES": nil, "LANG": "de_DE.UTF-8"]

    private let office: Operator
    private let relay: ScriptedRelay

    init() throws {
        relay = try ScriptedRelay(
            RelayScript(
                .at(
                    .rcpt,
                    containing: SmallSchedule.address(2),
                    .answer("550 5.1.1 unknown user")
                )
            )
        )
        // The fourth message waits for the next minute, so that somebody can interrupt.
        office = try Operator(Configuration(port: relay.port).with { $0.pace = "per_minute = 3" })
        let schedule = SmallSchedule(people: 7).with(row: 7, "Status", "vielleicht")
            .with(row: 8, "E-Mail", "")
        try office.write(schedule.text, to: "Termine am Freitag.csv")
    }

    @Test func `no sentence on the screen is English`() async throws {
        var screen = ""
        func type(
            _ line: [String],
            _ answers: [String] = [],
            after prompts: [String] = [],
            exits status: Int32 = 0
        ) async throws {
            let ending = try await Pseudoterminal.run(
                [Checkout.program] + line,
                typing: answers,
                after: prompts,
                columns: 120,
                environment: Self.german,
                in: office.folder.path
            )
            screen += "$ einzelpost \(line.joined(separator: " "))\n\(ending.output)\n"
            #expect(ending.status == status, "\(line): \(ending.output)")
        }
        let file = "Termine am Freitag.csv"
        try await type(["check"])
        try await type(["inspect", file])
        try await type(["plan", file] + office.words(SmallSchedule.days), exits: 1)
        let plan = try #require(try await office.campaigns().first).campaign
        try await type(["send", plan], exits: 3)
        try await type(["rows", plan, "--class", "needs-decision"])
        try await type(["decide", plan, "--row", "7", "--phone"])
        try await type(["approve", plan])
        try await type(["preview", plan, "--row", "2"])
        let digest: PlanDigest = try await office.run("approve \(plan) --format json").json()
        try await type(
            ["approve", plan, "--digest", digest.view.digest, "--by", "Erika Amt"],
            ["4", "5", "19.03.2097"],
            after: ["Nachrichten ein: ", "31.12.2026): "]
        )
        try await type(["send", plan], ["\u{3}"], after: ["2 angenommen"], exits: 2)
        try await type(["status"])
        try office.write(Configuration(port: relay.port).text, to: "einzelpost.toml")
        try await type(["resume"], exits: 1)
        try await type(["status", plan])
        try await type(["rows", plan])
        try await type(["lists", plan, "--output", "listen.csv"])
        try await type(["verify", plan])
        try await type(["proof", plan, "--output", "proof.json"])
        try await type(["report", plan, "--output", "vermerk.html"])
        try await type(["erase", plan], ["5"], after: ["ab): "])
        if let record = ProcessInfo.processInfo.environment["EINZELPOST_RECORD"] {
            try Data(screen.utf8).write(to: URL(filePath: record))
        }
        #expect(screen.contains("vom Mailserver angenommen"))
        #expect(EnglishWords.lines(in: screen) == [])
    }

    @Test func `the option comes before the environment, and JSON has one language`() async throws {
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        let english = try await office.run("inspect termine.csv").exited(0).output
        let german = try await office.run("inspect termine.csv --language de").exited(0).output
        #expect(english.contains("Columns: ") && german.contains("Spalten: "))
        let json = try await office.run("inspect termine.csv --format json").exited(0).output
        for language in ["de", "en"] {
            let other = try await office.run(
                "inspect termine.csv --format json --language \(language)"
            )
            #expect(other.output == json)
        }
    }

    @Test func `JSON of a campaign has one language, and codes`() async throws {
        let schedule = SmallSchedule(people: 2).with(row: 2, "Status", "vielleicht")
        try office.write(schedule.text, to: "termine.csv")
        let plan = office.words(SmallSchedule.days)
        _ = try await office.run(["plan", "termine.csv"] + plan).exited(1)
        let id = try #require(try await office.campaigns().first).campaign
        for command in ["rows \(id)", "status \(id)", "verify \(id)"] {
            let json = try await office.run("\(command) --format json --language en").output
            let other = try await office.run("\(command) --format json --language de").output
            #expect(other == json && !json.isEmpty, "\(command)")
        }
        let rows = try await office.run("rows \(id) --format json").output
        #expect(rows.contains(#""unknown-status""#) && rows.contains("The status is not known."))
    }

    @Test func `a clerk is told no hashes by verify, and an auditor is`() async throws {
        try office.write(SmallSchedule(people: 2).text, to: "termine.csv")
        let plan = office.words(SmallSchedule.days)
        _ = try await office.run(["plan", "termine.csv"] + plan).exited(0)
        let id = try #require(try await office.campaigns().first).campaign
        let plain = try await office.run("verify \(id) --language de").output
        #expect(!plain.contains("Merkle") && plain.contains("--technical"))
        let technical = try await office.run("verify \(id) --technical --language de").output
        #expect(technical.contains("Merkle-Wurzel") && technical.contains("Ereigniskette"))
        let english = try await office.run("verify \(id) --language en").output
        #expect(english.contains("merkle root ") && english.contains("chain head "))
        #expect(try await office.run("verify \(id) --technical --language en").output == english)
    }

    @Test func `the configuration comes before the environment`() async throws {
        let text = Configuration().text + "\n[language]\nprogram = \"de\"\n"
        try office.write(text, to: "einzelpost.toml")
        #expect(try await office.run("status").output.contains("Es gibt noch keine Aktion."))
        let english = try await office.run("status --language en").output
        #expect(english.contains("There is no campaign yet."))
    }

    @Test func `what is wrong with a command is told in the language that it names`() async throws {
        let ending = try await office.run("approve nobody --language de").exited(64)
        #expect(ending.errors.contains("Es gibt noch keine Aktion"), "\(ending.errors)")
        let usage = try await office.run("verify --language de").exited(64)
        #expect(
            usage.errors.hasPrefix(
                "Fehler: Nennen Sie entweder eine Aktion oder --proof DATEI\nAufruf: "
            ),
            "\(usage.errors)"
        )
        let unknown = try await office.run("rows --language de").exited(64)
        #expect(
            unknown.errors.contains("Diesen Befehl versteht das Programm so nicht"),
            "\(unknown.errors)"
        )
    }
}

/// The digest in the view of `approve --format json`.
private struct PlanDigest: Decodable {
    struct View: Decodable {
        let digest: String
    }

    let view: View
}

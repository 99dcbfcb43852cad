import Foundation
import Glibc
import TestSupport
import Testing

/// Schedules that cannot be read, or not as a whole.
struct UnusableScheduleTests {
    private static let good = SmallSchedule(people: 30)

    /// The cells of one row, with its end.
    private static func line(_ row: Int) -> String {
        good.rows[row - 2].joined(separator: ";") + "\r\n"
    }

    @Test func `an unusable schedule is refused with its place, and nothing is stored`()
        async throws
    {
        let office = try Operator()
        let text = Self.good.text.replacing(Self.line(4), with: "x;" + Self.line(4))
            .replacing(Self.line(9), with: "y;" + Self.line(9))
        try office.write(text, to: "termine.csv")
        let ending = try await office.run(
            "plan termine.csv \(SmallSchedule.days) --format json"
        ).exited(65)
        let failure: FailureResult = try ending.json()
        #expect(ending.errors == "einzelpost: \(failure.error.message)\n")
        #expect(ending.errors.contains("2 rows have another number of fields"))
        expectOneSentence(ending)
        expectNoCell(in: ending)
        try await expectNothingStored(office)
    }

    @Test func `a schedule that is not there is refused by its name`() async throws {
        let office = try Operator()
        let ending = try await office.run("plan fehlt.csv \(SmallSchedule.days)")
        ending.exited(65)
        #expect(ending.errors == "einzelpost: fehlt.csv: there is no such file\n")
    }

    @Test(.enabled(if: getuid() == 0, "only root can become somebody else"))
    func `a folder that may not be entered is named, not a file that is missing`() async throws {
        let office = try Operator()
        try office.chmod(0o644, "einzelpost.toml")
        try await Program.run("chmod", ["755", office.folder.path])
        for (mode, sentence) in [
            (
                0o700,
                "cannot be reached: this account may not enter the folder \(office.path("export"))"
            ),
            (0o755, "may not be read by this account; look at owner and mode with: ls -l"),
        ] {
            try await Program.run("mkdir", ["-p", office.path("export")])
            try office.write("", to: "export/termine.csv")
            try office.chmod(mode, "export")
            let file = office.path("export/termine.csv")
            let ending = try await ChildProcess(
                "setpriv",
                [
                    "--reuid=60001", "--regid=60001", "--clear-groups", Checkout.program, "inspect",
                    file,
                ],
                environment: office.environment,
                in: office.folder.path
            ).finish().exited(65)
            #expect(ending.errors == "einzelpost: \(file): \(sentence)\n")
        }
    }

    /// Nothing of it was kept, so nobody else would miss the person.
    @Test func `a row that could not be read is a person until somebody has said what it is`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let text = Self.good.text.replacing(Self.line(6), with: "x;" + Self.line(6))
        try office.write(text, to: "termine.csv")
        let planned = try await office.run("plan termine.csv \(SmallSchedule.days) --format json")
        let plan: PlanResult = try planned.exited(1).json()
        let name = plan.campaign
        let sentence = "1 row could not be read, and nobody has said what they are"
        let view = try await office.run("approve \(name)").exited(1)
        #expect(view.output.contains(sentence), "\(view.output)")
        // It blocks nothing.
        let approved = try await office.run("approve \(name) --digest \(plan.digest) --by Amt")
        #expect(approved.exited(1).output.contains("\(name): approved"))
        let sent = try await office.run("send \(name) --format json").exited(1)
        #expect(try sent.json(Unread.self).unread_rows == 1)
        #expect(try sent.json(StatusResult.self).sums == ["accepted": 29])
        try await office.run("status").exited(1)
        let list = try await office.run("lists \(name) --output offen.csv").exited(1)
        #expect(list.errors.contains(sentence), "\(list.errors)")

        try await office.run("decide \(name) --row 6 --phone").exited(3)
        try await office.run("decide \(name) --row 6 7 --leave-out").exited(3)
        try await office.run("status \(name)").exited(1)
        let said = try await office.run("decide \(name) --row 6 --leave-out").exited(0)
        #expect(said.errors.contains("Row 6 could not be read and is left out"), "\(said.errors)")
        let again = try await office.run("decide \(name) --row 6 --leave-out").exited(0)
        #expect(again.errors.contains("nothing was changed"), "\(again.errors)")

        let status = try await office.run("status \(name) --format json").exited(0)
        #expect(try status.json(Unread.self).unread_rows == 0)
        #expect(try status.json(StatusResult.self).state == "finished")
        try await office.run("lists \(name) --output alle.csv").exited(0)
        let row = try await office.rows(of: plan).rows[4]
        #expect(
            row.class == "rejected" && row.reasons.last?.contains("left out by a person") == true
        )
        #expect(try await office.verify(plan).failures == [])
        try await office.run("proof \(name) --output proof.json").exited(0)
        let oracle = [Checkout.oracle("check_proof.py"), office.path("proof.json")]
        try await Program.run("python3", oracle)
    }

    private struct Unread: Decodable { let unread_rows: Int }

    @Test func `an answer about a row that could not be read leaves the approval`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let text = Self.good.text.replacing(Self.line(6), with: "x;" + Self.line(6))
        try office.write(text, to: "termine.csv")
        let planned = try await office.run("plan termine.csv \(SmallSchedule.days) --format json")
        let plan: PlanResult = try planned.exited(1).json()
        try await office.run("approve \(plan.campaign) --digest \(plan.digest) --by Amt").exited(1)
        let said = try await office.run("decide \(plan.campaign) --row 6 --leave-out --format json")
        #expect(try said.exited(0).json(WithdrawResult.self).digest == plan.digest)
        try await office.run("send \(plan.campaign)").exited(0)
    }

    /// Whoever answers stands in the journal like whoever decides.
    @Test func `an answer that was changed from outside is found`() async throws {
        let office = try Operator()
        let text = Self.good.text.replacing(Self.line(6), with: "x;" + Self.line(6))
        try office.write(text, to: "termine.csv")
        let planned = try await office.run("plan termine.csv \(SmallSchedule.days) --format json")
        let plan: PlanResult = try planned.exited(1).json()
        try await office.run("decide \(plan.campaign) --row 6 --leave-out").exited(0)
        #expect(try await office.verify(plan).ok)
        try await Outside.change(
            office.path("state/journal.sqlite"),
            "UPDATE ruling SET account = 'somebody'"
        )
        #expect(try await office.verify(plan).failures.contains { $0.hasPrefix("who answered") })
    }

    @Test func `a date that is none needs a decision, and blocks approval until then`()
        async throws
    {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        let schedule = SmallSchedule(people: 4).with(row: 3, "Datum", "31.02.2097")
        let plan = try await office.plan(schedule, exits: 1)
        #expect(plan.classes["needs-decision"] == 1)
        let problem = try #require(plan.problems.first)
        #expect((problem.row, problem.column, problem.class) == (3, "Datum", "needs-decision"))
        #expect(!problem.message.contains("31.02"))

        let refusal = try await office.run(
            "approve \(plan.campaign) --digest \(plan.digest) --by Amt"
        )
        refusal.exited(3)
        #expect(refusal.errors.contains("decide \(plan.campaign) --row N"))
        #expect(try await office.status(of: plan).state == "planned")

        let withdrawn = try await office.run("withdraw \(plan.campaign) --row 3 --format json")
        let status: StatusResult = try withdrawn.exited(0).json()
        #expect(status.sums == ["planned": 3])
        #expect(withdrawn.errors.contains("1 row left out"))
        #expect(!withdrawn.errors.contains("withdrawn."))
        // No message was taken out, but the row that was shown is in another class.
        let digest = try withdrawn.json(WithdrawResult.self).digest
        #expect(digest != plan.digest && withdrawn.errors.contains(digest))
        try await office.run("approve \(plan.campaign) --digest \(plan.digest) --by Amt").exited(3)
        try await office.run("approve \(plan.campaign) --digest \(digest) --by Amt").exited(0)
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 3])
    }
}

/// One line, or none but the first indented, that begins with the program's name.
func expectOneSentence(
    _ ending: ChildProcess.Ending,
    at location: SourceLocation = #_sourceLocation
) {
    let lines = ending.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(ending.errors)", sourceLocation: location)
    #expect(ending.errors.hasPrefix("einzelpost: "), sourceLocation: location)
}

/// No cell of a `SmallSchedule` is shown.
func expectNoCell(
    in ending: ChildProcess.Ending,
    at location: SourceLocation = #_sourceLocation
) {
    let text = ending.output + ending.errors
    let cells = SmallSchedule(people: 60).rows.flatMap { row in
        ["Buchungs-ID", "Nachname", "Vorname", "E-Mail", "Telefon", "Bemerkung"].map {
            row[SmallSchedule.column($0)]
        }
    }
    for cell in Set(cells) { #expect(!text.contains(cell), sourceLocation: location) }
}

func expectNothingStored(
    _ office: Operator,
    at location: SourceLocation = #_sourceLocation
) async throws {
    guard FileManager.default.fileExists(atPath: office.state) else { return }
    let campaigns = try await office.campaigns()
    #expect(campaigns.isEmpty, sourceLocation: location)
}

import TestSupport
import Testing

/// A value that the guard asks about is answered once, by its number, and sent.
struct ValueTests {
    private static let schedule = """
        Vorname;Nachname;E-Mail;Telefon;Buchungs-ID;Datum;Uhrzeit;Ort
        Cosima;Distelkamp;cosima@example.org;0221 4710011;BZ-4700011;19.03.2097;10:10;Haus A
        Quirin;Salbeiröder;quirin@example.org;;BZ-4700022;19.03.2097;10:12;Schule Maria Weber
        Wencke;Ginsterbühl;wencke@example.org;0221 4710033;BZ-4700033;19.03.2097;10:14;Schule Maria Weber
        Maria;Weber;maria@example.org;0221 4710044;BZ-4700044;19.03.2097;10:16;Haus A

        """

    private struct Asked: Decodable {
        let values: [Value]

        struct Value: Decodable, Equatable {
            let value: Int
            let question: String
            let rows: [Int]
            let answer: String?
        }
    }

    private struct View: Decodable {
        let view: Asked
    }

    @Test func `planned, answered with one word, approved, sent and verified`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        try office.write(Self.schedule, to: "termine.csv")
        let words = "plan termine.csv \(SmallSchedule.days) --format json"
        let planned = try await office.run(words).exited(1)
        let plan: PlanResult = try planned.json()
        let question = "its place holds a name that is also that of row 5"
        let open = Asked.Value(value: 1, question: question, rows: [3, 4], answer: nil)
        #expect(try planned.json(Asked.self).values == [open])
        #expect(!(planned.output + planned.errors).contains("Weber"))
        let rows = try await office.run("rows \(plan.campaign)").exited(0).output
        #expect(rows.contains("row 3") && rows.contains("value 1: \(question)"))
        #expect(!rows.contains("Weber"))

        try await office.run("decide \(plan.campaign) --value 2 --fine").exited(64)
        let decide = "decide \(plan.campaign) --value 1 --fine --format json"
        let decided: DecideResult = try await office.run(decide).exited(0).json()
        #expect(decided.decided.map(\.class) == ["send", "send"] && decided.undecided == 0)
        let approve = "approve \(plan.campaign) --digest \(decided.digest) --by Amt"
        let view = try await office.run("\(approve) --format json").exited(0)
        #expect(try view.json(View.self).view.values.map(\.answer) == ["fine"])
        #expect(view.output.contains("Schule Maria Weber"))
        let sent: StatusResult = try await office.send(plan).exited(0).json()
        #expect(sent.sums == ["accepted": 4])
        let verification = try await office.verify(plan)
        #expect(verification.ok && verification.foreign_values == 0)
        try await office.run("proof \(plan.campaign) --output proof.json").exited(0)
        try await office.run("verify --proof proof.json").exited(0)
    }
}

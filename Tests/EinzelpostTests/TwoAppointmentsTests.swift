import Foundation
import TestSupport
import Testing

/// A row with a first and a second dose.
struct TwoAppointmentsTests {
    private static let schedule = """
        Nr.;Nachname;Vorname;E-Mail;Telefon;1. Impfung;2. Impfung;Ort
        1;Beispiel;Erika;erika@example.org;;16.03.2021 09:10;18.03.2021 10:20;Halle 1
        2;Muster-Klein;Max;max@example.org;;16.03.2021 09:20;08.06.2021 09:20;Halle 1
        3;Anders;Uwe;;0221 4710 99;17.03.2021 09:30;19.03.2021 09:40;Halle 1
        4;Später;Ida;ida@example.org;;01.02.2021 09:30;19.03.2021 11:40;Halle 1
        """

    @Test func `one message tells both, and only what is on the chosen days`() async throws {
        let office = try Operator()
        try office.write(Self.schedule, to: "doppelt.csv")
        let plan: PlanResult = try await office.run(
            "plan doppelt.csv --from 2021-03-16 --to 2021-03-21 --as-of 2021-03-15T18:00 --format json"
        ).exited(0).json()
        #expect(plan.messages == 3)
        let shown = try await office.run("preview \(plan.campaign) --row 2").exited(0).output
        #expect(shown.contains("16. März 2021") && shown.contains("18. März 2021"))
        #expect(shown.contains("9:10 Uhr") && shown.contains("10:20 Uhr"))
        let other = try await office.run("preview \(plan.campaign) --row 3").exited(0).output
        #expect(other.contains("16. März 2021") && !other.contains("Juni"))
        let late = try await office.run("preview \(plan.campaign) --row 5").exited(0).output
        #expect(late.contains("19. März 2021") && !late.contains("Februar"))
        let rows = try await office.run("rows \(plan.campaign)").exited(0).output
        #expect(rows.contains("row 2, line 2: send 2021-03-16T09:10 and 2021-03-18T10:20"))

        try await office.approve(plan)
        let rehearsed = try await office.run(
            "send \(plan.campaign) --rehearse --as-of 2021-03-15T18:00"
        )
        #expect(rehearsed.status == 0, "\(rehearsed.errors)")
        #expect(try await office.verify(plan).ok)
        _ = try await office.run("lists \(plan.campaign) --output liste.csv").exited(0)
        let list = try String(contentsOf: URL(filePath: office.path("liste.csv")), encoding: .utf8)
        #expect(list.contains("17.03.2021 09:30 und 19.03.2021 09:40"))
    }

    @Test func `a row of which one appointment is not certain gets no message by hand`()
        async throws
    {
        let office = try Operator()
        let half = Self.schedule.replacing("18.03.2021 10:20", with: "18.03. vormittags")
        try office.write(half, to: "halb.csv")
        let plan: PlanResult = try await office.run(
            "plan halb.csv --from 2021-03-16 --to 2021-03-21 --as-of 2021-03-15T18:00 --format json"
        ).exited(1).json()
        let refused = try await office.run(
            "decide \(plan.campaign) --row 2 --send erika@example.org"
        ).exited(3)
        #expect(refused.errors.contains("tell the other alone"))
        #expect(!refused.errors.contains("erika@"))
        _ = try await office.run("decide \(plan.campaign) --row 2 --leave-out").exited(0)
    }

    @Test func `planned again, only the appointment that was not told is told`() async throws {
        let office = try Operator()
        let first = Self.schedule.replacing("18.03.2021 10:20", with: "08.06.2021 10:20")
        try office.write(first, to: "erst.csv")
        let days = "--from 2021-03-16 --to 2021-03-21 --as-of 2021-03-15T18:00 --format json"
        let plan: PlanResult = try await office.run("plan erst.csv \(days)").exited(0).json()
        #expect(plan.messages == 3)
        // Two rows of one person become one message as well.
        let twice =
            Self.schedule + "\n5;Beispiel;Erika;erika@example.org;;20.03.2021 08:00;;Halle 1\n"
        try office.write(twice, to: "dann.csv")
        let again: PlanResult = try await office.run("plan dann.csv \(days)").exited(0).json()
        #expect(again.messages == 3)
        let shown = try await office.run("preview \(again.campaign) --row 6").exited(0).output
        for day in ["16. März", "18. März", "20. März"] { #expect(shown.contains(day)) }
    }
}

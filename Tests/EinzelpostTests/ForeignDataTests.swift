import Foundation
import TestSupport
import Testing

/// Somebody has typed another person's data into a cell that is printed, or it looks like it.
struct ForeignDataTests {
    private static let people = [
        ["Vorname", "Nachname", "E-Mail", "Telefon", "Buchungs-ID", "Datum", "Uhrzeit", "Ort"],
        ["Cosima", "Distelkamp", "cosima@example.org", "+49 221 4710011", "BZ-4700011"],
        ["Quirin", "Salbeiröder", "quirin@example.org", "+49 221 4710022", "BZ-4700022"],
        ["Wencke", "Ginsterbühl", "", "0171 4710033", "BZ-4700033"],
    ]

    /// Rows 2 to 4; row 4 has no address, and row 3 goes to this place.
    private static func schedule(place: String) -> String {
        people.enumerated().map { index, cells in
            let site = index == 2 ? place : "Haus A"
            let rest = index == 0 ? [] : [SmallSchedule.day, "10:1\(index)", site]
            return (cells + rest).joined(separator: ";") + "\r\n"
        }.joined()
    }

    @Test(arguments: [
        ("mit Cosima Distelkamp", "a name", 2), ("Distelkamp, Cosima", "a name", 2),
        ("bei Wencke Ginsterbühl", "a name", 4), ("Tel. 0171/4710033", "a phone number", 4),
        ("(0221) 471 00 11", "a phone number", 2), ("siehe BZ 4700011", "a booking reference", 2),
        ("an cosima@example.org", "an address", 2), ("an cosima{at}example.org", "an address", 2),
        ("\"Distelkamp; Cosima\"", "a name", 2), ("Wencke Ginsterbuehl", "a name", 4),
    ])
    func `the row is asked about, its owner's is named, and the others are told`(
        place: String,
        what: String,
        row: Int
    ) async throws {
        let office = try Operator()
        try office.write(Self.schedule(place: place), to: "termine.csv")
        let words = "plan termine.csv \(SmallSchedule.days) --format json"
        let ending = try await office.run(words).exited(1)
        let plan: PlanResult = try ending.json()
        #expect(plan.messages == 1 && plan.classes["needs-decision"] == 1)
        let asked = try #require(try await office.rows(of: plan).rows.first { $0.row == 3 })
        let reason = asked.reasons.joined()
        #expect(
            reason.hasPrefix("value 1: its place holds \(what) that is also that of row \(row):")
        )
        for cell in Self.people.dropFirst().joined() where cell.count > 4 {
            #expect(!ending.errors.contains(cell) && !reason.contains(cell))
        }
        try await office.run("decide \(plan.campaign) --row 3 --phone").exited(0)
        #expect(try await office.verify(plan).ok)
    }

    @Test func `the others are told without the row that was left out`() async throws {
        let office = try Operator()
        try office.write(Self.schedule(place: "mit Cosima Distelkamp"), to: "termine.csv")
        let days = SmallSchedule.days
        let plan: PlanResult =
            try await office
            .run("plan termine.csv \(days) --leave-out 3 --format json").exited(0).json()
        #expect(plan.messages == 1)
        #expect(plan.classes["send"] == 1 && plan.classes["no-email"] == 2)
        let ending = try await office.run("plan termine.csv \(days) --leave-out 4").exited(64)
        #expect(ending.errors.contains("--leave-out 4"))
    }

    @Test(arguments: ["Haus B", "Cosima-Platz 3", "Haus Distelkamp", "Haus Quirin Salbeiröder"])
    func `a place that is only called like somebody stops nothing`(place: String) async throws {
        let office = try Operator()
        try office.write(Self.schedule(place: place), to: "termine.csv")
        try await office.run("plan termine.csv \(SmallSchedule.days)").exited(0)
    }
}

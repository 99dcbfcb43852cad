import MailCore
import MailImport
import Testing

/// A column called `Ort` may say where people live.
struct SiteColumnTests {
    private static let towns = [
        "Ahornstadt", "Birkendorf", "Buchenau", "Distelfeld", "Eibenhain", "Erlenbach", "Farnrode",
        "Ginsterberg", "Haselried", "Heidekamp", "Holunderbrück", "Kiefernsiek", "Kleewinkel",
        "Lärchenstieg", "Lindenröder", "Minzenlohe",
    ]

    /// So many rows on each day, each with the next of some places.
    private static func schedule(
        _ places: [String],
        days: Int = 2,
        each rows: Int = 16,
        header: String = "E-Mail;Nachname;Vorname;Datum;Uhrzeit;Ort"
    ) -> String {
        let data = (0..<days * rows).map { row in
            let day = 16 + row / rows
            return "p\(row)@example.org;Beispiel;Erika \(row);\(day).03.2021;09:10;"
                + places[row % places.count]
        }
        return ([header] + data).joined(separator: "\n")
    }

    private static func refusal(_ text: String, map: [String] = [], ignored: [String] = [])
        -> String?
    {
        Schedules.refusal { try Schedules.read(text, map: map, ignored: ignored) }?.english
    }

    @Test func `many places on one day are asked about, and none is named`() throws {
        let message = try #require(Self.refusal(Self.schedule(Self.towns)))
        #expect(message.contains("--map site=Ort") && message.contains("--ignore Ort"))
        #expect(!Self.towns.contains(where: message.contains))
    }

    @Test func `the operator may say that it is the site, or that it is not`() throws {
        let text = Self.schedule(Self.towns)
        let place = try Schedules.read(text, map: ["site=Ort"])
        #expect(place.rows[0].contact?.site == "Ahornstadt")
        let home = try Schedules.read(text, ignored: ["Ort"])
        #expect(home.rows.allSatisfy { $0.rowClass == .send && $0.contact?.site == nil })
        #expect(home.discardedColumns == [DiscardedColumn(header: "Ort", reason: nil)])
    }

    @Test func `few places, or few on each day, are sites`() throws {
        #expect(Self.refusal(Self.schedule(Array(Self.towns.prefix(12)))) == nil)
        #expect(Self.refusal(Self.schedule(Array(Self.towns.prefix(13)))) != nil)
        // Mobile teams: six places a day, and others on the next.
        let first = (0..<36).map { Self.towns[$0 % 6] }
        let second = (0..<36).map { Self.towns[6 + $0 % 6] }
        let third = (0..<36).map { Self.towns[12 + $0 % 4] }
        let mobile = first + second + third
        #expect(Self.refusal(Self.schedule(mobile, days: 3, each: 36)) == nil)
        let crowded = [Self.towns[15]] + mobile.dropFirst()
        #expect(Self.refusal(Self.schedule(crowded, days: 3, each: 36)) != nil)
    }

    @Test func `numbered desks are one place, and towns with postal codes are many`() throws {
        #expect(Self.refusal(Self.schedule((1...16).map { "Platz \($0)" })) == nil)
        let codes = Self.towns.enumerated().map { "0000\($0 % 10) \($1)" }
        #expect(Self.refusal(Self.schedule(codes)) != nil)
        #expect(Self.refusal(Self.schedule(Self.towns.map { _ in "Halle" })) == nil)
    }

    @Test func `case and blanks make no other place`() throws {
        let spellings = Self.towns.prefix(6).flatMap { [$0, $0.uppercased(), " \($0) "] }
        #expect(Self.refusal(Self.schedule(spellings, each: 18)) == nil)
    }

    @Test(arguments: [
        "E-Mail;Nachname;Vorname;Datum;Uhrzeit;Impfzentrum",
        "E-Mail;Nachname;Vorname;Datum;Uhrzeit;Standort",
    ])
    func `a clear header is taken at its word`(header: String) throws {
        #expect(Self.refusal(Self.schedule(Self.towns, header: header)) == nil)
    }

    @Test func `an office that names the column in its profile has said it`() throws {
        let profile = try ImportProfile(
            toml: """
                [profile]
                name = "own"
                description = "many places"
                [columns]
                site = "Ort"
                """,
            file: "own.toml"
        )
        var options = ReadingOptions()
        options.profile = .chosen(profile)
        let schedule = try Schedules.read(
            bytes: Array(Self.schedule(Self.towns).utf8),
            options: options
        )
        #expect(schedule.rows[0].contact?.site == "Ahornstadt")
    }

    @Test func `inspect says the same`() throws {
        let inspection = try ScheduleInspection.read(
            source: ScheduleSource(bytes: Array(Self.schedule(Self.towns).utf8)),
            asOf: Schedules.selection().asOf,
            zone: Schedules.berlin()
        )
        #expect(inspection.problems.map(\.english) == [Self.refusal(Self.schedule(Self.towns))])
    }
}

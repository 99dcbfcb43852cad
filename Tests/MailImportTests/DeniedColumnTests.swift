import MailCore
import MailImport
import Testing

struct DeniedColumnTests {
    @Test(arguments: [
        ("Geb.-Datum", DeniedColumn.birth), ("geb. am", .birth), ("Date of Birth", .birth),
        ("Bitte nennen Sie Ihr\nGeburtsdatum", .birth), ("Alter (Jahre)", .age),
        ("KK-Karten-Nr", .insurance), ("Versichertennummer", .insurance),
        ("Haben Sie Vorerkrankungen?", .health), ("letzte Impfung Datum", .health),
        ("Impfberechtigung", .priority), ("Charge", .batch), ("Lot", .batch),
        ("Chargennummer", .batch), ("Anmerkungen", .remark), ("Freitextfeld 1", .remark),
        ("notes", .remark), ("\u{A0}Custom Fields", .customFields),
        ("Cc Attendees", .ccAttendees), ("ipaddr", .internetAddress),
        ("IP-Adresse", .internetAddress), ("Tracking Data", .tracking),
        ("Vermittlungscode", .accessCode), ("hash", .accessCode), ("Arbeitgeber", .work),
        ("Berufsgruppe", .work), ("Straße", .home), ("Customer Address", .home),
        ("PLZ/Ort", .home), ("Anschrift", .home),
    ])
    func `a header of the deny list is known by its kind`(header: String, kind: DeniedColumn) {
        #expect(DeniedColumn(header: header) == kind)
    }

    @Test(arguments: [
        "Slot", "Pilot", "Verwalter", "Alternative E-Mail", "E-Mail-Adresse", "Impfstraße",
        "Adresse des Impfzentrums", "E-Mail der Einrichtung", "Prinzip", "Tanja", "Location", "",
    ])
    func `a word inside another means nothing`(header: String) {
        #expect(DeniedColumn(header: header) == nil)
    }

    @Test(arguments: [
        "ref=Vermittlungscode", "name=Bemerkung", "start=Geburtsdatum", "site=Wohnort",
        "email=Cc Attendees", "phone=column 6",
    ])
    func `the operator's word does not lift the deny list`(map: String) {
        let headers = [
            "E-Mail", "Termin", "Vermittlungscode", "Bemerkung", "Geburtsdatum", "KV-Nummer",
            "Wohnort", "Cc Attendees",
        ]
        #expect(throws: ScheduleError.self) { try Self.mapping(headers, map: [map]) }
        do {
            _ = try Self.mapping(headers, map: [map])
        } catch {
            #expect(error.english.contains("is never used as the field"))
        }
    }

    @Test func `a remark may be judged as a status, and is still named as dropped elsewhere`()
        throws
    {
        let headers = ["E-Mail", "Termin", "Bemerkung", "Notiz"]
        let mapping = try Self.mapping(headers, map: ["status=Bemerkung"])
        #expect(mapping.all(.status) == [2])
        #expect(mapping.discarded == [.init(header: "Notiz", reason: .header(kind: .remark))])
    }

    @Test func `every dropped column says why, or that it is not needed`() throws {
        let headers = ["E-Mail", "Termin", "Geb.-Datum", "PLZ", "Ort", "Farbe", "Vermittlungscode"]
        let mapping = try Self.mapping(headers)
        #expect(
            mapping.discarded.map(\.reason) == [
                .header(kind: .birth), .header(kind: .home), .header(kind: .home), nil,
                .header(kind: .accessCode),
            ]
        )
        #expect(mapping.discarded.first?.reason?.words.en.text == "named like a date of birth")
        #expect(mapping.all(.ref).isEmpty)
    }

    private static func mapping(
        _ headers: [String],
        map: [String] = []
    ) throws(ScheduleError) -> ColumnMapping {
        var overrides: [ColumnOverride] = []
        for text in map { overrides.append(try ColumnOverride(parsing: text)) }
        return try ColumnMapping(headers: headers, overrides: overrides)
    }
}

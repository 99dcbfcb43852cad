import MailCore
import MailImport
import TestSupport
import Testing

/// Columns of remarks: as a status by the operator's word, and what is said of them without it.
struct RemarkStatusTests {
    @Test(arguments: [
        ("storniert 12.03., \"hat selbst abgesagt\"", StatusCell.cancelled),
        ("Storniert", .cancelled), ("storniert am 12.03.", .cancelled), ("abgesagt!", .cancelled),
        ("abgesagt (telefonisch)", .cancelled), ("Termin abgesagt 12.03.", .cancelled),
        ("storniert - 12.3.", .cancelled),
        ("Ehepaar, zusammen\nmit Nr. 17", .active), ("", .active), ("Rollstuhl", .active),
        ("spricht Französisch", .active), ("kommt mit Begleitung", .active), ("ok", .active),
        ("nicht abgesagt", .doubtful), ("nicht storniert", .doubtful),
        ("storniert? bitte klären", .doubtful), ("storniert, doch wieder gebucht", .doubtful),
        ("storniert 12.03., umgebucht auf 18.03.", .doubtful), ("hat abgesagt", .doubtful),
        ("storniert werden soll er", .doubtful), ("bitte löschen", .doubtful),
        ("will verschieben", .doubtful), ("bereits geimpft", .doubtful),
        ("Stornierung gewünscht", .doubtful), ("Warteliste", .doubtful),
        ("storniert: nein", .doubtful),
    ])
    func `free text is read with care`(cell: String, meaning: StatusCell) {
        #expect(StatusCell(parsing: cell, header: "Bemerkung") == meaning)
    }

    @Test func `an office's own words count in free text, too`() {
        let own = StatusWords(active: ["löschen"], cancelled: ["zurückgegeben"], doubtful: ["vip"])
        func read(_ cell: String) -> StatusCell {
            StatusCell(parsing: cell, header: "Notizen", words: own)
        }
        #expect(read("zurückgegeben 12.03.") == .cancelled)
        #expect(read("ist VIP") == .doubtful)
        #expect(read("Löschen") == .active)
    }

    @Test(arguments: [
        "storniert vom 12.03.", "storniert am 12.03.", "Storniert 12.03., Impfstoff fehlt",
        "abgesagt!", "abgesagt (telefonisch)", "Termin storniert: 12.03.", "zurückgegeben 12.03.",
        "zurückgegeben vom 12.03.",
    ])
    func `a status column and a remark tell a cancellation by the same rule`(cell: String) {
        let own = StatusWords(active: [], cancelled: ["zurückgegeben"], doubtful: [])
        #expect(StatusCell(parsing: cell, header: "Status", words: own) == .cancelled)
        #expect(StatusCell(parsing: cell, header: "Bemerkung", words: own) == .cancelled)
    }

    @Test(arguments: [
        "storniert 12.03., umgebucht auf 18.03.", "storniert 12.03. irrtümlich", "storniert?",
        "storniert werden soll er", "storniert-nicht", "storniert, verlegt auf 16.03.",
        "abgesagt (Umbuchung 16.03.)", "storniert (rückgängig gemacht)",
        "storniert, kommt trotzdem",
        "storniert, steht", "storniert, in Klärung",
    ])
    func `where a word casts doubt on it, a person has to read either column`(cell: String) {
        let own = StatusWords(active: ["steht"], cancelled: [], doubtful: ["in Klärung"])
        #expect(StatusCell(parsing: cell, header: "Status", words: own) == .unknown)
        #expect(StatusCell(parsing: cell, header: "Bemerkung", words: own) == .doubtful)
    }

    @Test func `in a status column an unknown text stays unknown`() {
        #expect(StatusCell(parsing: "Rollstuhl", header: "Status") == .unknown)
    }

    @Test func `cancellations in a column that is not kept are counted, and nothing else said`()
        throws
    {
        let schedule = try Schedules.read(Self.text)
        #expect(schedule.rows.map(\.rowClass) == [.send, .send, .send])
        let warning = try #require(schedule.warnings.first { $0.contains("Bemerkung") })
        #expect(warning.hasPrefix("2 cells of the column \"Bemerkung\""))
        #expect(warning.contains("--map \"status=Bemerkung\""))
        #expect(warning.contains("“storniert”"))
        for word in ["Schwester", "rief", "12.03"] { #expect(!warning.contains(word)) }
    }

    @Test func `a column that is taken for the status gets no such warning`() throws {
        let schedule = try Schedules.read(Self.text, map: ["status=Bemerkung"])
        #expect(schedule.rows.map(\.rowClass) == [.needsDecision, .alreadyCancelled, .send])
        #expect(!schedule.warnings.contains { $0.contains("Bemerkung") })
    }

    @Test func `remarks without cancellations are no warning`() throws {
        let quiet = Self.text.replacing("Storniert", with: "Rollstuhl")
            .replacing("storniert", with: "nicht storniert")
        #expect(try !Schedules.read(quiet).warnings.contains { $0.contains("Bemerkung") })
    }

    private static let text = """
        Name;E-Mail;Datum;Uhrzeit;Bemerkung
        Alma Ahorn;a.ahorn@example.org;16.03.2021;09:10;Storniert von Schwester, rief an
        Bodo Birke;b.birke@example.org;16.03.2021;09:20;storniert 12.03.
        Cosima Distel;c.distel@example.org;16.03.2021;09:30;Rollstuhl
        """
}

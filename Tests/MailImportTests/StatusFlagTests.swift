import MailCore
import MailImport
import Testing

/// Columns that say by their header which appointments no longer stand.
struct StatusFlagTests {
    private func classes(_ header: String, _ cells: [String]) throws -> [RowClass] {
        let rows = cells.enumerated().map { "a\($0)@example.org;16.03.2021 09:10;\($1)" }
        let text = (["E-Mail;Termin;\(header)"] + rows).joined(separator: "\n")
        return Schedules.classes(try Schedules.read(text))
    }

    @Test(arguments: [
        "Canceled", "Cancelled", "is_deleted", "Gelöscht", "Termin gelöscht?", "Storniert am",
        "Storno", "abgesagt (j/n)", "isCancelled", "Booking cancelled",
    ])
    func `yes means that nobody is told`(header: String) throws {
        #expect(
            try classes(header, ["ja", "true", "1", "12.03.2021", "", "nein", "false", "0"])
                == [
                    .alreadyCancelled, .alreadyCancelled, .alreadyCancelled, .alreadyCancelled,
                    .send, .send, .send, .send,
                ]
        )
    }

    @Test(arguments: [
        ("Inaktiv", "ja"), ("No-Show", "x"), ("nicht erschienen", "1"), ("Aktiv", "nein"),
    ])
    func `what leaves it open waits for a person`(header: String, cell: String) throws {
        #expect(try classes(header, [cell]) == [.needsDecision])
    }

    @Test func `active is active`() throws {
        #expect(try classes("Aktiv", ["ja"]) == [.send])
    }

    @Test(arguments: ["Stornogrund", "Cancellation reason", "Wer hat abgesagt", "deletedBy"])
    func `a header that is not understood is asked about and never dropped`(header: String) throws {
        let text = "E-Mail;Termin;\(header)\na@example.org;16.03.2021 09:10;"
        let error = Schedules.refusal { try Schedules.read(text) }
        #expect(error?.question == .isStatus(header: header))
        #expect(error?.question?.answers.map(\.option) == ["--map", "--ignore"])
        _ = try Schedules.read(text, ignored: [header])
        _ = try Schedules.read(text, map: ["status=\(header)"])
    }

    @Test(arguments: ["Storno-Link", "Stornogebühr", "Cancel URL", "Stornofrist", "Aktivität"])
    func `the way to cancel is nobody's status`(header: String) throws {
        #expect(try classes(header, ["x"]) == [.send])
    }
}

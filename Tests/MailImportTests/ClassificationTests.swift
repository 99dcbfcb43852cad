import MailCore
import MailImport
import Testing

struct ClassificationTests {
    @Test(arguments: [
        ("1;Test;Erika;a@example.org;;16.03.2021;09:10;", RowClass.testOrBlock),
        ("1;Blocker;;;;16.03.2021;09:10;", .testOrBlock),
        ("1;Test;;;;30.03.2021;09:10;storniert", .testOrBlock),
        ("1;A;B;a@example.org;;22.03.2021;09:10;storniert", .outOfWindow),
        ("1;A;B;a@example.org;;22.03.2021;;", .outOfWindow),
        ("1;A;B;a@example.org;;16.03.2021;09:10;storniert", .alreadyCancelled),
        ("1;A;B;a@example.org;;irgendwann;09:10;ABGESAGT", .alreadyCancelled),
        ("1;A;B;a@example.org;;16.03.2021;;", .needsDecision),
        ("1;A;B;a@example.org;;irgendwann;09:10;", .needsDecision),
        ("1;A;B;a@example.org;;16.03.2021;09:10;geimpft", .needsDecision),
        ("1;A;B;a@example.org;;16.03.2021;09:10;blau", .needsDecision),
        ("1;A;B;;0221 4710 012;16.03.2021;09:10;", .noEmail),
        ("1;A;B;keine;4,92215E+11;16.03.2021;09:10;", .noContact),
        ("1;A;B;;;16.03.2021;09:10;", .noContact),
        ("1;A;B;erika;;16.03.2021;09:10;", .invalidEmail),
        ("1;A;B;keine@keine.de;;16.03.2021;09:10;", .placeholder),
        ("1;A;B;a@example.org, b@example.org;;16.03.2021;09:10;", .multiAddress),
        ("1;A;B;jörg@example.org;;16.03.2021;09:10;", .unsendable),
        ("1;A;B;a@example.org;;16.03.2021;09:10;gebucht", .send),
        ("1;A;B;a@example.org;;21.03.2021;23:59;Bestätigt", .send),
    ])
    func `a row has the first class that applies`(row: String, expected: RowClass) throws {
        let schedule = try Schedules.read(rows: row)
        #expect(Schedules.classes(schedule) == [expected])
        #expect((schedule.rows.first?.contact != nil) == expected.isKept)
        #expect(schedule.counts.values.reduce(0, +) == 1)
        #expect(schedule.counts.count == RowClass.allCases.count)
    }

    @Test(arguments: [
        ("Muster;Max", RowClass.send), ("Muster;", .testOrBlock), ("Tester;Anna", .send),
        ("Mustermann;Familie", .send), ("Block;Anna", .send), ("Block 3;", .testOrBlock),
        ("TEST;TEST", .testOrBlock), ("Testperson;", .testOrBlock), ("Pause;", .testOrBlock),
        ("Teste;Uwe", .send), ("Dummy;Erika", .testOrBlock),
    ])
    func `only whole words make a test row`(name: String, expected: RowClass) throws {
        let schedule = try Schedules.read(rows: "1;\(name);a@example.org;;16.03.2021;09:10;")
        #expect(Schedules.classes(schedule) == [expected])
    }

    @Test func `a reserved domain is no test, a test mailbox beside a name a placeholder`() throws {
        let schedule = try Schedules.read(
            rows: "1;A;B;a@firma.test;;16.03.2021;09:10;",
            "2;A;B;test@kreis.example;0221 4711;16.03.2021;09:10;",
            "3;;;test@kreis.example;;16.03.2021;09:10;"
        )
        #expect(Schedules.classes(schedule) == [.send, .placeholder, .testOrBlock])
    }

    @Test func `an appointment before the chosen instant is past`() throws {
        // 2021-03-15 16:00 in Berlin is the instant of judgement.
        let text = "E-Mail;Termin\na@example.org;15.03.2021 15:59\nb@example.org;15.03.2021 16:00"
        let selection = try Schedules.selection()
        let schedule = try ScheduleImport.read(
            source: ScheduleSource(bytes: Array(text.utf8)),
            selection: Selection(
                days: try Schedules.day("2021-03-15")...selection.days.upperBound,
                services: [],
                sites: [],
                asOf: selection.asOf,
                timeZone: selection.timeZone
            )
        )
        #expect(Schedules.classes(schedule) == [.past, .send])
    }

    @Test func `a duplicate is the same appointment of the same person`() throws {
        let schedule = try Schedules.read(
            rows: "1;A;B;a@example.org;;16.03.2021;09:10;",
            "1;A;B;A@Example.org;;16.03.2021;09:10;",
            "2;A;B;a@example.org;;16.03.2021;09:10;",
            "1;A;C;a@example.org;;16.03.2021;09:10;",
            "1;A;B;a@example.org;;16.03.2021;09:20;",
            ";;;;0221 1;16.03.2021;09:10;",
            ";;;;0221 1;16.03.2021;09:10;"
        )
        #expect(
            Schedules.classes(schedule)
                == [.send, .duplicate, .send, .send, .send, .noEmail, .noEmail]
        )
    }

    @Test func `a cancelled row does not make the booking after it a duplicate`() throws {
        let schedule = try Schedules.read(
            rows: "1;A;B;a@example.org;;16.03.2021;09:10;storniert",
            "1;A;B;a@example.org;;16.03.2021;09:10;gebucht"
        )
        #expect(Schedules.classes(schedule) == [.alreadyCancelled, .send])
    }

    @Test func `a person told by an earlier campaign is not told again`() throws {
        let text = """
            Nachname;E-Mail;Termin
            A;a@example.org;16.03.2021 09:10
            B;b@example.org;16.03.2021 09:10
            C;c@example.org;irgendwann
            """
        let schedule = try Schedules.read(text) { contact, start in
            guard start.iso8601 == "2021-03-16T09:10:00+01:00" else { return .none }
            return contact.name.last == "B" ? .none : .same
        }
        #expect(Schedules.classes(schedule) == [.alreadyNotified, .send, .needsDecision])
    }

    @Test func `whoever may be told already waits for a decision, with both ways out`() throws {
        let schedule = try Schedules.read(
            "Nachname;E-Mail;Termin\nA;a@example.org;16.03.2021 09:10\n"
        ) { _, _ in .perhaps }
        #expect(Schedules.classes(schedule) == [.needsDecision])
        let reason = try #require(schedule.rows.first?.reasons.first).description
        #expect(reason.contains("--leave-out") && reason.contains("--send"))
    }

    @Test(arguments: [(4, RowClass.send), (5, .collectiveAddress)])
    func `an address of five people belongs to an office`(
        people: Int,
        expected: RowClass
    ) throws {
        let rows = (0..<people).map { "\($0);Name\($0);B;a@example.org;;16.03.2021;09:10;" }
        let twice = "99;Name0;B;A@example.org;;17.03.2021;09:10;"
        let text = ([Schedules.header] + rows + [twice]).joined(separator: "\n")
        let schedule = try Schedules.read(text)
        #expect(Set(Schedules.classes(schedule)) == [expected])
        #expect(schedule.problems.count == (expected == .send ? 0 : people + 1))
    }

    @Test func `the authority's own address is never a person's`() throws {
        let schedule = try Schedules.read(
            Schedules.header + "\n1;A;B;Info@kreis.example;;16.03.2021;09:10;",
            own: [EmailAddress(parsing: "info@Kreis.example")]
        )
        #expect(Schedules.classes(schedule) == [.collectiveAddress])
        #expect(schedule.problems.first?.column == "E-Mail")
    }

    @Test func `service and site are compared without case and outer blanks`() throws {
        let text = """
            E-Mail;Termin;Impfstoff;Terminart;Impfzentrum
            a@example.org;16.03.2021 09:10; ASTRAZENECA ;1. Impfung;Halle 1
            b@example.org;16.03.2021 09:10;BioNTech;1. Impfung;Halle 1
            c@example.org;16.03.2021 09:10;AstraZeneca;1. Impfung;Halle 2
            """
        let one = try Schedules.read(text, services: ["astrazeneca"], sites: ["halle 1"])
        #expect(Schedules.classes(one) == [.send, .otherService, .otherService])
        let any = try Schedules.read(text, services: ["1. impfung "])
        #expect(Schedules.classes(any) == [.send, .send, .send])
    }

    @Test func `a service that no row has is refused with those the file has`() {
        let text = "E-Mail;Termin;Impfstoff\na@example.org;16.03.2021 09:10;AZ\nb@example.org;;AZ"
        let error = Schedules.refusal { try Schedules.read(text, services: ["AZ", "AstraZeneca"]) }
        #expect(error?.english == "No row has the service \"AstraZeneca\". The file has: AZ (2).")
        let site = Schedules.refusal { try Schedules.read(text, sites: ["Halle 1"]) }
        #expect(site?.english.contains("--map site=HEADER") == true)
    }

    @Test func `values that may be about people are not listed`() {
        let words = (0..<30).map {
            "p\($0)@example.org;16.03.2021 09:10;Erika\($0) wünscht morgens"
        }
        let prose = (["E-Mail;Termin;Ablage"] + words).joined(separator: "\n")
        let remarks = Schedules.refusal {
            try Schedules.read(prose, services: ["AZ"], map: ["service=Ablage"])
        }
        #expect(remarks?.english.contains("may be about people") == true)
        #expect(remarks?.english.contains("--map service=HEADER") == true)
        #expect(remarks?.english.contains("Erika") == false)
        let text =
            "E-Mail;Termin;Impfstoff\na@example.org;16.03.2021 09:10;b@example.org\n"
            + "c@example.org;16.03.2021 09:10;AZ"
        let address = Schedules.refusal { try Schedules.read(text, services: ["BioNTech"]) }
        let list = "No row has the service \"BioNTech\". The file has: AZ (1), and others."
        #expect(address?.english == list)
    }

    @Test func `a header is printed without what a terminal would obey`() throws {
        let text = "E-Mail;Termin;Ho\u{1B}[31mbby\u{202E}\na@example.org;16.03.2021 09:10;Chor"
        #expect(try Schedules.read(text).discardedColumns.map(\.header) == ["Ho[31mbby"])
    }

    @Test func `two appointments in a row are judged each by itself`() throws {
        let text = """
            E-Mail;1. Impfung;2. Impfung
            a@example.org;16.03.2021 09:10;08.06.2021 09:10
            b@example.org;01.03.2021 09:10;18.03.2021 09:10
            c@example.org;16.03.2021 09:10;folgt
            d@example.org;01.03.2021 09:10;08.06.2021 09:10
            e@example.org;18.03.2021 10:00;16.03.2021 09:00
            f@example.org;16.03.2021 09:10;18.03. vormittags
            g@example.org;15.03.2021 09:10;16.03.2021 09:10
            e@example.org;18.03.2021 10:00;17.03.2021 09:00
            """
        let schedule = try Schedules.read(text)
        #expect(
            Schedules.classes(schedule)
                == [.send, .send, .send, .outOfWindow, .send, .needsDecision, .send, .send]
        )
        let starts = schedule.rows.map { $0.starts.map { String($0.iso8601.prefix(10)) } }
        #expect(starts[0] == ["2021-03-16"])
        #expect(starts[1] == ["2021-03-18"])
        #expect(starts[4] == ["2021-03-16", "2021-03-18"])
        // The second time of that booking was in an earlier row.
        #expect(starts[7] == ["2021-03-17"])
        #expect(schedule.problems.map(\.column) == ["2. Impfung"])
    }

    /// Far down in a long file, such rows are only glanced at.
    @Test(arguments: [0, 20_000])
    func `a row of another day may still be a test, a sum, the header again, or broken`(
        above: Int
    ) throws {
        let other = "10.05.2021;09:10;"
        let long = (0..<above).map { "\($0);Lang;Ida;p\($0)@example.org;;\(other)" }
        let rows = [
            "1;Klein;Eva;e@example.org;;\(other)",
            "2;TESTer;Eva;f@example.org;;\(other)",
            "3;Klein;Dummy;g@example.org;;\(other)",
            "4;Klein;Eva;Test7@example.org;;\(other)",
            "5;Sperrtermin;;;;\(other)",
            ";;;Summe:;;10.05.2021;;",
            Schedules.header,
            "6;Klein;;;;\(other)",
            "6;Klein;Eva;h@example.org;;10.05.2021;ab 9 Uhr;",
            "7;Klein;Eva;i@example.org;;irgendwann;09:10;",
        ]
        let schedule = try Schedules.read(
            ([Schedules.header] + long + rows).joined(separator: "\n")
        )
        let last = schedule.rows.dropFirst(above)
        #expect(
            last.map(\.rowClass)
                == [
                    .outOfWindow, .outOfWindow, .testOrBlock, .outOfWindow, .testOrBlock,
                    .outOfWindow, .outOfWindow, .needsDecision,
                ]
        )
        #expect(schedule.skippedLines == [above + 7, above + 8])
        #expect(last.first?.start?.iso8601 == "2021-05-10T09:10:00+02:00")
        #expect(Set(last.filter { $0.rowClass == .outOfWindow }.map(\.reasons)).count == 1)
        let broken = [Schedules.header] + long + ["8;MÃ¼ller;Eva;k@example.org;;\(other)"]
        let text = broken.joined(separator: "\n")
        if above == 0 {
            // Every row is broken, so the export is.
            #expect(throws: ScheduleError.self) { try Schedules.read(text) }
        } else {
            #expect(try Schedules.read(text).rows.last?.rowClass == .outOfWindow)
        }
    }

    @Test func `a year is no slip if its days were chosen`() throws {
        let text = """
            E-Mail;Termin
            a@example.org;16.03.2027 09:10
            b@example.org;16.03.2021 09:10
            """
        #expect(Schedules.classes(try Schedules.read(text)) == [.needsDecision, .send])
        let far = try ScheduleImport.read(
            source: ScheduleSource(bytes: Array(text.utf8)),
            selection: Schedules.selection(on: "2027-03-16")
        )
        #expect(Schedules.classes(far) == [.send, .outOfWindow])
    }

    @Test func `a service that only rows of other days have is a known one`() throws {
        let text = """
            E-Mail;Termin;Impfstoff
            a@example.org;10.05.2021 09:10;A
            b@example.org;10.05.2021 09:10;B
            c@example.org;16.03.2021 09:10;A
            """
        let schedule = try Schedules.read(text, services: ["b"])
        #expect(Schedules.classes(schedule) == [.outOfWindow, .outOfWindow, .otherService])
        let error = Schedules.refusal { try Schedules.read(text, services: ["C"]) }
        #expect(error?.english.contains("A (2), B (1)") == true)
    }

    @Test func `a booking day beside the appointment's is asked about, whatever it is called`()
        throws
    {
        let text = """
            Datum;Uhrzeit;E-Mail;Impftermin
            16.03.2021;14:00;a@example.org;18.03.2021 10:00
            17.03.2021;15:00;b@example.org;19.03.2021 11:00
            """
        let error = Schedules.refusal { try Schedules.read(text) }
        #expect(error?.english.contains("\"Impftermin\" holds other days") == true)
        let told = try Schedules.read(text, map: ["date=Datum", "time=Uhrzeit"])
        #expect(Schedules.classes(told) == [.send, .send])
        // The end of the same appointment is no other day.
        let end = text.replacing("18.03.2021 10:00", with: "16.03.2021 14:10")
            .replacing("19.03.2021 11:00", with: "17.03.2021 15:10")
        #expect(Schedules.classes(try Schedules.read(end)) == [.send, .send])
    }

    @Test func `an empty service or site is no other one`() throws {
        let text = """
            E-Mail;Termin;Impfstoff;Impfzentrum
            a@example.org;16.03.2021 09:10;A;Halle 1
            b@example.org;16.03.2021 09:10;;Halle 1
            c@example.org;16.03.2021 09:10;A;
            d@example.org;16.03.2021 09:10;B;
            """
        let schedule = try Schedules.read(text, services: ["A"], sites: ["Halle 1"])
        #expect(
            Schedules.classes(schedule) == [.send, .needsDecision, .needsDecision, .otherService]
        )
    }

    @Test func `what the file proves of day and month wins over its layout`() throws {
        let header =
            "Date Time\tCustomer Name\tCustomer Email\tCustomer Phone\tService\tBooking Id\tStaff"
            + "\tDuration (mins.)\tCc Attendees\t Custom Fields\tEvent Type\tTracking Data\tLocation"
        func row(_ date: String) -> String {
            "\(date)\tErika Beispiel\terika@example.org\t\tX\t\(date)\t\t10\t\t{}\t\t\t"
        }
        let german = [header, row("16/03/2021 9:30"), row("04/03/2021 12:05")]
        let schedule = try Schedules.read(german.joined(separator: "\n"))
        #expect(
            schedule.rows.map { $0.start?.iso8601.prefix(10) } == ["2021-03-16", "2021-03-04"]
        )
    }

    @Test(arguments: ["Begleitperson", "2. Person", "Name 2", "Partner"])
    func `whoever comes along is not overlooked`(header: String) throws {
        let text =
            "E-Mail;Termin;Name;\(header)\na@example.org;16.03.2021 09:10;Ida Klein;Uwe Klein\n"
        #expect(Schedules.classes(try Schedules.read(text)) == [.needsDecision])
    }

    @Test func `a row with its two appointments half known says so`() throws {
        let text = """
            E-Mail;1. Impfung;2. Impfung
            a@example.org;16.03.2021 09:10;18.03. vormittags
            """
        let row = try #require(try Schedules.read(text).rows.first)
        #expect(row.isHalfKnown)
    }

    @Test func `a further person in the same row is not overlooked`() throws {
        let text = """
            Termin,attendee1,attendee2
            16.03.2021 09:10,Ida (a@example.org),
            16.03.2021 09:10,Ida (b@example.org),Uwe (c@example.org)
            """
        let schedule = try Schedules.read(text, map: ["email=attendee1", "name=attendee1"])
        #expect(Schedules.classes(schedule) == [.send, .needsDecision])
        #expect(schedule.problems.map(\.column) == ["attendee2"])
        #expect(schedule.discardedColumns.map(\.header) == ["attendee2"])
    }

    @Test func `a status column of its own says yes or no`() throws {
        let text = """
            E-Mail;Termin;storniert;erschienen
            a@example.org;16.03.2021 09:10;x;
            b@example.org;16.03.2021 09:10;nein;
            c@example.org;16.03.2021 09:10;;ja
            d@example.org;16.03.2021 09:10;storniert 12.03., telefonisch;
            """
        #expect(
            Schedules.classes(try Schedules.read(text))
                == [.alreadyCancelled, .send, .needsDecision, .alreadyCancelled]
        )
    }

    @Test func `problems name place and column, and never what the cell holds`() throws {
        let schedule = try Schedules.read(
            rows: "1;Geheim;Gerda;geheim@;0221 99887;16.03.2021;09:10;",
            "2;Geheim;Gerda;;0221 99887;16.03.2021;geheim;",
            "3;Geheim;Gerda;;0221 99887;16.03.2021;09:10;geheim"
        )
        #expect(schedule.problems.map(\.column) == ["E-Mail", "Uhrzeit", "Status"])
        #expect(schedule.problems.map(\.row) == [2, 3, 4])
        let text = String(describing: schedule.problems) + String(describing: schedule.rows)
        #expect(!text.lowercased().contains("geheim") && !text.contains("99887"))
    }
}

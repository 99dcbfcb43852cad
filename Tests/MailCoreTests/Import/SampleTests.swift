import MailCore
import Testing

/// The exports of `domain.md` 1.7, as far as CSV goes.
struct SampleTests {
    @Test func `a booking export saved by Excel`() throws {
        let text = """
            Buchungs-ID;Vermittlungscode;Nachname;Vorname;Geb.-Datum;E-Mail;Telefon;Impfzentrum;\
            Datum;Uhrzeit;Terminart;Impfstoff;Status\r
            ITS-4711001;A1B2-C3D4-E5F6;Müller;Jörg;07.11.1961;joerg.mueller@example.org;\
            0221 4710 012;Impfzentrum Musterkreis;16.03.2021;09:10;1. Impfung;AstraZeneca;gebucht\r
            ITS-4711002;A1B2-C3D4-E5F6;Müller;Jörg;07.11.1961;joerg.mueller@example.org;\
            0221 4710 012;Impfzentrum Musterkreis;08.06.2021;09:10;2. Impfung;AstraZeneca;gebucht\r
            ITS-4711003;G7H8-J9K1-L2M3;Weiß;Käthe;02.02.1938;;030 23125 044;\
            Impfzentrum Musterkreis;16.03.2021;09:15;1. Impfung;AstraZeneca;gebucht\r\n
            """
        let schedule = try Schedules.read(bytes: Schedules.latin1(text))
        #expect(schedule.textForm?.encoding == .windows1252)
        #expect(Schedules.classes(schedule) == [.send, .outOfWindow, .noEmail])
        #expect(schedule.rows[1].start?.iso8601 == "2021-06-08T09:10:00+02:00")
        #expect(schedule.rows[2].contact?.phone == "030 23125 044")
        #expect(schedule.rows[0].contact?.reference == "ITS-4711001")
    }

    @Test func `both doses in one row, with a line break in a cell`() throws {
        let text = """
            \u{FEFF}sep=;\r
            "Nr.";"Name, Vorname";"Mailadresse";"Tel. mobil";"1. Impfung";"2. Impfung";"Ort";"Bemerkung"\r
            "17";"Yılmaz, Ayşe";"familie.yilmaz@example.com";"0171 39200 14";"16.03.21 09:20";\
            "08.06.21 09:20";"Impfzentrum Halle 2";""\r
            "18";"Yılmaz, Mehmet";"Familie.Yilmaz@example.com";"0171 39200 14";"16.03.21 09:20";\
            "08.06.21 09:20";"Impfzentrum Halle 2";"Ehepaar, zusammen
            mit Nr. 17"\r
            "19";"Öztürk-Schmidt, Hans-Peter";"hp.oeztuerk@example.net; buero@example.net";"";\
            "17.03.21 10:00";"";"Impfzentrum Halle 2";"storniert 12.03., ""hat selbst abgesagt""\"\r
            """
        let schedule = try Schedules.read(text)
        // The cancellation in free text counts only once the operator says so.
        #expect(Schedules.classes(schedule) == [.send, .send, .multiAddress])
        #expect(schedule.rows.map(\.line) == [3, 4, 6])
        #expect(schedule.rows.map(\.row) == [2, 3, 4])
        #expect(schedule.sharedAddresses == 1)
        let told = try Schedules.read(text, map: ["status=Bemerkung"])
        #expect(Schedules.classes(told) == [.send, .needsDecision, .alreadyCancelled])
    }

    @Test func `name and address in one cell, instants in UTC`() throws {
        let text = """
            id,title,status,startTime,endTime,timeZone,location,attendee1,attendee2,attendeePhone1
            "b7-1",x,ACCEPTED,2021-03-16T08:30:00.000Z,,,"Halle 1, Nord",\
            "Max Muster (max.muster+impfung@example.org)",,+493023125077
            "b7-2",x,CANCELLED,2021-03-17T09:00:00.000Z,,,"Halle 1, Nord",\
            "ليلى حداد (layla.haddad@example.com)",,
            "b7-3",x,ACCEPTED,2021-03-28T07:00:00.000Z,,,"Halle 1, Nord",\
            "Ida Groß (ida@straße.example)","Uwe Groß (uwe.gross@example.com)",015228817386
            """
        let schedule = try Schedules.read(text, map: ["email=attendee1", "name=attendee1"])
        #expect(Schedules.classes(schedule) == [.send, .alreadyCancelled, .outOfWindow])
        #expect(schedule.rows[0].contact?.name.display == "Max Muster")
        #expect(schedule.rows[0].contact?.address?.text == "max.muster+impfung@example.org")
        #expect(schedule.rows[2].start?.iso8601 == "2021-03-28T09:00:00+02:00")
    }

    @Test func `a list kept by hand`() throws {
        let text = """
            Impfzentrum Musterkreis;;;;;;;;;;;;;;
            Terminliste KW 11 - Stand: 15.03.2021 15:40 Uhr;;;;;;;;;;;;;;
            lfd. Nr.;Anrede;Titel;Name;Vorname;Straße;PLZ;Wohnort;Telefon;Email;Termin;Uhrzeit;\
            Impfstoff;Dosis;erschienen
            1;Frau;Dr.;von der Heide;Anna-Lena;Musterweg 1;01067;Musterstadt;4,92215E+11;\
            mailto:a.vonderheide@example.org ;Di, 16. März 2021;9.10 Uhr;AZ;1;
            2;Herr;;Nguy?n;V?n An;Musterweg 2;1067;Musterstadt;015228817386;an.nguyen@example.ogr;\
            Mi, 16.03.2021;ab 9 Uhr;AZ;1;
            3;;;Test;Testperson;;;;;test(at)example.org;44271;0,385416667;AZ;1;
            ;;;;;;;;;Summe:;3;;;;
            """
        let schedule = try Schedules.read(text, services: ["AZ"])
        #expect(Schedules.classes(schedule) == [.send, .needsDecision, .testOrBlock])
        #expect(schedule.skippedLines == [1, 2, 7])
        #expect(schedule.rows[0].contact?.phone == nil)
        #expect(schedule.rows[0].contact?.name.last == "von der Heide")
        #expect(schedule.problems.first?.column == "Termin")
        let doubts = schedule.rows[1].reasons.joined(separator: "\n")
        for doubt in ["weekday", "top-level domain that does not exist", "letter that was lost"] {
            #expect(doubts.contains(doubt))
        }
    }
}

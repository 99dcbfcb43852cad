import MailCore

/// A header the importer knows, and how strongly it speaks: the lowest rank is preferred.
struct Synonym {
    let field: ScheduleField
    let rank: Int

    static func of(_ header: String) -> Self? {
        let key = key(of: header)
        if let known = table[key] { return known }
        // No header is a page of text, and some cells are looked at as if they were headers.
        guard !key.isEmpty, header.utf8.count <= 200 else { return nil }
        if case .means = StatusFlag(header: header) { return Self(field: .status, rank: 0) }
        // Whose clock a column shows is read from the header on its own.
        if let zoned = ZonedHeader(header) { return of(zoned.rest) }
        // Some booking systems put every guest into a column of its own; the first is the booker.
        return key.hasPrefix("attendee") && isGuest(key) ? Self(field: .name, rank: 0) : nil
    }

    /// Whether a key is `attendee1`, `attendee2` and so on.
    static func isGuest(_ key: String) -> Bool {
        (key.hasPrefix("attendee") && isNumber(key.dropFirst(8))) || companions.contains(key)
    }

    /// People who come along, as forms ask for them.
    private static let companions: Set = [
        "begleitperson", "begleitung", "person2", "2person", "zweiteperson", "weitereperson",
        "weiterepersonen", "name2", "2name", "vorname2", "nachname2", "partner", "partnerin",
    ]

    /// Drops case, blanks and everything that only joins or ends words, so that `E-Mail Adresse`
    /// and `e-mail-adresse` are one.
    static func key(of header: String) -> String {
        header.folded.filter { !" -_.:*'\"".contains($0) }
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy(\.isWholeNumber)
    }

    /// All known headers by their key.
    ///
    /// Running numbers (`Nr.`, `lfd. Nr.`) are left out: they are not unique across files. So are
    /// codes with which whoever knows them can book, and everything about health, birth, home and
    /// work: what is not listed is discarded.
    private static let table: [String: Self] = {
        var table: [String: Self] = [:]
        for (field, ranks) in words {
            for (rank, list) in ranks.enumerated() {
                for word in list.split(separator: " ") {
                    table[key(of: String(word))] = Self(field: field, rank: rank)
                }
            }
        }
        return table
    }()

    private static let words: [(ScheduleField, [String])] = [
        (
            .email,
            [
                """
                email emailadresse mail mailadresse kontaktemail customeremail customermail \
                patientemail patientmail attendeeemail attendeemail emailaddress epost
                """
            ]
        ),
        (
            .start,
            [
                """
                termin terminzeit 1impfung 1termin 1dosis ersteimpfung erstertermin erstetermin \
                erstedosis \
                erstimpfung ersttermin zeitpunkt beginn start starttime startzeit startdatetime \
                datetime datum/uhrzeit appointment appointmentdate slot
                """
            ]
        ),
        (.date, ["datum tag termindatum date"]),
        (.time, ["uhrzeit zeit ankunftszeit uhrzeit/ankunftszeit von time"]),
        (.first, ["vorname rufname firstname givenname"]),
        (.last, ["nachname familienname zuname lastname surname familyname"]),
        (
            .name,
            [
                """
                name name,vorname customername patientname attendeename patient patientin \
                impfling person kunde kundin buerger buergerin
                """
            ]
        ),
        (
            .ref,
            [
                "buchungsnummer buchungsnr buchungsid buchungscode bookingid",
                "terminnummer vorgang vorgangsnummer referenz aktenzeichen registrierungsnummer",
                "id",
            ]
        ),
        (
            .phone,
            [
                """
                tel telefon telnummer telefonnummer telmobil telefonmobil telnummermobil \
                telefonnummermobil handynummer handynr mobiltelefon telnr festnetz telprivat \
                telefonprivat telefon2 rueckrufnummer handy mobil mobilnummer rufnummer customerphone phone \
                phonenumber mobile mobilenumber attendeephone attendeephone1
                """
            ]
        ),
        (.site, ["impfzentrum standort location impfstelle odiname", "halle", "ort"]),
        (
            .service,
            [
                """
                impfstoff vakzin vaccine terminart dienstleistung service leistung anlass \
                besuchsgrund
                """
            ]
        ),
        (
            .dose,
            [
                """
                dosis impfung impfdosis erstzweit erst/zweit erstzweitimpfung erst/zweitimpfung \
                impffolge impffolgenr
                """
            ]
        ),
        (
            .status,
            [
                """
                status terminstatus buchungsstatus appointmentstatus bookingstatus state storniert \
                abgesagt erschienen
                """
            ]
        ),
        (.zone, ["zeitzone timezone"]),
        (
            .second,
            [
                """
                2impfung 2termin 2dosis zweiteimpfung zweitertermin zweitetermin zweitedosis \
                zweitimpfung \
                zweittermin folgetermin seconddose secondappointment
                """
            ]
        ),
    ]
}

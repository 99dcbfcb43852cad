import MailCore

extension ImportProfile {
    /// The profiles of the systems whose layout is known.
    package static let builtIn: [ImportProfile] = builtInTexts.compactMap {
        try? ImportProfile(toml: $0, file: "built-in profile")
    }

    /// The built-in profile with this name, or nil.
    package static func named(_ name: String) -> ImportProfile? {
        builtIn.first { $0.name == name }
    }

    /// As an authority would write them, so that they can serve as a beginning.
    package static let builtInTexts = [zms, bookings, calcom, limesurvey]

    private static let zms = """
        [profile]
        name = "zms"
        description = "ZMS / eappointment: Tagesübersicht of one location and one day"

        [recognise]
        headers = [
            "Uhrzeit/Ankunftszeit", "Nr.", "Name", "Telefon", "Email", "Dienstleistung",
            "Anmerkungen",
        ]

        [columns]
        email = "Email"
        time = "Uhrzeit/Ankunftszeit"
        name = "Name"
        ref = "Nr."        # the number of the booking; the running number is "Lfd. Nummer"
        phone = ["Telefon"]
        service = ["Dienstleistung"]

        [dates]
        day = "file-name"  # Tagesuebersicht_<location>_16.03.2021.xlsx
        """

    private static let bookings = """
        [profile]
        name = "bookings"
        description = "Microsoft Bookings: appointments as tab-separated text"

        [recognise]
        headers = ["Date Time", "Customer Name", "Customer Email", "Booking Id", "Custom Fields"]

        [columns]
        email = "Customer Email"
        start = "Date Time"
        name = "Customer Name"    # one field; never divided by guess
        ref = "Booking Id"
        phone = ["Customer Phone"]
        service = ["Service"]

        [dates]
        order = "mdy"             # 3/16/2021 9:30 AM
        """

    private static let calcom = """
        [profile]
        name = "calcom"
        description = "Cal.com: bookings as CSV, guests as Name (address)"

        [recognise]
        headers = ["id", "status", "startTime", "endTime", "attendee1"]

        [columns]
        email = "attendee1"
        start = "startTime"
        name = "attendee1"
        ref = "id"
        phone = ["attendeePhone1"]
        status = ["status"]
        # attendee2, attendee3 ... are further people without being named here.
        """

    private static let limesurvey = """
        [profile]
        name = "limesurvey"
        description = "LimeSurvey: responses as CSV; name the questions with --map"

        [recognise]
        headers = [
            "id | Response ID | Antwort ID",
            "submitdate | Date submitted | Datum Abgeschickt",
            "lastpage | Last page | Letzte Seite",
            "startlanguage | Start language | Start-Sprache",
        ]

        [columns]
        ref = "id | Response ID | Antwort ID"

        [rows]
        complete_when = "submitdate | Date submitted | Datum Abgeschickt"
        """
}

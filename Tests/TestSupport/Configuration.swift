/// The configuration file of an invented authority.
///
/// Nothing listens on its relay's port unless a test says so.
package struct Configuration: Sendable {
    package var relay = "smtp://127.0.0.1:1"
    package var security = "none"
    package var connections = 1
    package var helo = "termine.kreis.example"
    /// More lines of [relay].
    package var login = ""
    package var from = "Musterkreis Terminservice <termine@kreis.example>"
    package var people = 1
    package var imprint = "https://www.kreis.example/impressum"
    package var privacy = "https://www.kreis.example/datenschutz-termine"
    /// Lines of [pace].
    package var pace = ""
    /// Lines of [content].
    package var content = ""
    /// Lines of [privacy].
    package var privacyFacts = ""
    /// Lines of [caution].
    package var caution = "first = 0\npause_seconds = 0"

    package init(port: Int = 1, connections: Int = 1) {
        relay = "smtp://127.0.0.1:\(port)"
        self.connections = connections
    }

    /// With everything that letters and papers may say besides.
    package static let whole = Configuration().with {
        $0.content = "notice_page = \"https://www.kreis.example/terminabsage\""
        $0.privacyFacts = """
            officer = "Behördliche Datenschutzbeauftragte des Musterkreises"
            officer_phone = "0221 4710 002"
            officer_email = "datenschutz@kreis.example"
            supervisor = "Landesbeauftragte für Datenschutz, Musterstraße 2, 12345 Musterstadt"
            legal_basis = "Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 des Landesdatenschutzgesetzes"
            relay_operator = "Kommunales Rechenzentrum Muster, Musterstadt"
            relay_contract = "Vertrag nach Art. 28 DSGVO vom 1. Februar 2021"
            """
    }

    package func with(_ change: (inout Configuration) -> Void) -> Configuration {
        var copy = self
        change(&copy)
        return copy
    }

    /// A section that holds something; a test may add one of its own where it does not.
    private static func section(_ name: String, _ lines: String) -> String {
        lines.isEmpty ? "" : "[\(name)]\n\(lines)\n"
    }

    package var text: String {
        """
        [authority]
        name = "Musterkreis, Der Landrat"
        address = "Kreisstraße 1, 12345 Musterstadt"
        phone = "0221 4710 001"
        email = "info@kreis.example"
        website = "https://www.kreis.example"
        imprint = "\(imprint)"
        privacy = "\(privacy)"

        [hotline]
        phone = "0221 4710 000"
        hours = "täglich 8 bis 20 Uhr"

        [sender]
        from = "\(from)"
        reply_to = "buergerservice@kreis.example"
        envelope_from = "ruecklauf@kreis.example"

        [relay]
        url = "\(relay)"
        security = "\(security)"
        helo = "\(helo)"
        connections = \(connections)
        \(login)

        [pace]
        \(pace)

        [caution]
        \(caution)

        \(Self.section("content", content))
        \(Self.section("privacy", privacyFacts))
        [approval]
        people = \(people)

        [state]
        directory = "./state"
        witness = "./witness"

        """
    }
}

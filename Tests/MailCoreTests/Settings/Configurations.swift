import MailCore

/// Configurations that stand in the test: the whole one of the design, changed line by line.
enum Configurations {
    static let whole = """
        [authority]
        name = "Musterkreis, Der Landrat"
        address = "Kreisstraße 1, 12345 Musterstadt"
        phone = "0221 4710 001"
        email = "info@kreis.example"
        website = "https://www.kreis.example"
        imprint = "https://www.kreis.example/impressum"
        privacy = "https://www.kreis.example/datenschutz-termine"

        [hotline]
        phone = "0221 4710 000"
        hours = "täglich 8 bis 20 Uhr"

        [sender]
        from = "Musterkreis Terminservice <termine@kreis.example>"
        reply_to = "buergerservice@kreis.example"
        envelope_from = "ruecklauf@kreis.example"

        [relay]
        url = "smtp://mail.kreis.example:587"
        security = "tls"
        username = "termine"
        password_file = "/etc/einzelpost/password"
        ca_file = "/etc/einzelpost/ca.pem"
        client_certificate = "/etc/einzelpost/client.pem"
        client_key = "/etc/einzelpost/client.key"
        pinned_key = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        tls_profile = "bsi"
        helo = "termine.kreis.example"
        connections = 4

        [pace]
        per_minute = 60
        per_hour = 500
        per_day = 10000
        per_domain_per_minute = 30
        domain_groups = ["schule.example gymnasium.example"]

        [caution]
        first = 10
        pause_seconds = 30
        stop_at_refused_percent = 10
        call_hours = 12
        hold_seconds = 300

        [appointments]
        time_zone = "Europe/Berlin"

        [content]
        allowed_hosts = ["www.kreis.example"]
        notice_page = "https://www.kreis.example/terminabsage"
        templates = "/etc/einzelpost/Templates"
        test_addresses = ["probe@kreis.example"]

        [approval]
        people = 1

        [state]
        directory = "/var/lib/einzelpost"
        witness = "/var/lib/einzelpost-witness"
        key_file = "/var/lib/einzelpost-keys/keys"
        office_key_file = "/etc/einzelpost/office-key"

        [retention]
        people_days = 14
        notified_days = 90
        lists_days = 7

        [language]
        program = "de"

        [console]
        address = "https://termine.kreis.example"
        proxy_user = "www-data"
        user_header = "X-Remote-User"
        people = { "anna@kreis.example" = ["plan", "send"] }
        theme = "/usr/share/kern"

        [privacy]
        officer = "Behördliche Datenschutzbeauftragte des Musterkreises"
        officer_phone = "0221 4710 002"
        officer_email = "datenschutz@kreis.example"
        supervisor = "Landesbeauftragte für Datenschutz, Musterstraße 2, 12345 Musterstadt"
        legal_basis = "Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 des Landesdatenschutzgesetzes"
        relay_operator = "Kommunales Rechenzentrum Muster, Musterstadt"
        relay_contract = "Vertrag nach Art. 28 DSGVO vom 1. Februar 2021"
        """

    /// The whole configuration with one text put in the place of another.
    static func changed(_ old: String, _ new: String) -> String {
        precondition(whole.contains(old), "nothing to change: \(old)")
        return whole.replacing(old, with: new)
    }

    /// The relay section alone is other than that of the whole.
    static func relay(_ lines: String...) -> String {
        let start = whole.firstRange(of: "[relay]")?.lowerBound ?? whole.endIndex
        let end = whole.firstRange(of: "[pace]")?.lowerBound ?? whole.endIndex
        return whole[..<start] + "[relay]\n" + lines.joined(separator: "\n") + "\n" + whole[end...]
    }

    static func read(_ source: String) throws(SettingsError) -> Settings {
        try Settings(toml: source, file: "einzelpost.toml")
    }

    /// What is wrong with a configuration; empty if nothing is.
    static func problems(_ source: String) -> [SettingsError.Problem] {
        do {
            _ = try read(source)
            return []
        } catch {
            return error.problems
        }
    }

    /// The line on which a text first stands, from 1.
    static func line(of text: String, in source: String) -> Int? {
        source.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains(text) }.map { $0 + 1 }
    }
}

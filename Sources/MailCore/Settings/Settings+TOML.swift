import Foundation

extension Settings {
    /// Reads a configuration file.
    ///
    /// Unknown keys, missing keys and wrong types are errors; relative paths are kept as they are.
    ///
    /// - Parameters:
    ///   - source: The text of the file.
    ///   - file: Its name, for errors.
    /// - Throws: `SettingsError` with every problem found.
    package init(toml source: String, file: String) throws(SettingsError) {
        let table = try SettingsTable(source, file: file)
        let office = Office(reading: table)
        self.office = office
        relay = RelaySettings(reading: table)
        pace = Pace(reading: table)
        caution = Caution(reading: table)
        timeZone = Self.timeZone(reading: table)
        allowedHosts = Self.allowedHosts(reading: table, office: office)
        approvers = table.number("approval.people", in: 1...2) ?? 1
        stateDirectory = table.text("state.directory")
        try table.finish()
    }

    private static func timeZone(reading table: SettingsTable) -> TimeZone {
        let name = table.text("appointments.time_zone") ?? "Europe/Berlin"
        guard let zone = TimeZone(identifier: name) else {
            table.report("appointments.time_zone", "is not a time zone; e.g. Europe/Berlin")
            return .gmt
        }
        return zone
    }

    private static func allowedHosts(reading table: SettingsTable, office: Office) -> [String] {
        if let hosts = table.texts("content.allowed_hosts") { return hosts }
        let own = [office.website, office.imprint, office.privacy]
        return Array(Set(own.compactMap { URL(string: $0)?.host() })).sorted()
    }
}

extension Office {
    init(reading table: SettingsTable) {
        func page(_ key: String) -> String {
            let text = table.requiredText(key)
            if !text.isEmpty, !(text.hasPrefix("https://") && URL(string: text)?.host() != nil) {
                table.report(key, "must be a full address that begins with https://")
            }
            return text
        }
        self.init(
            name: table.requiredText("authority.name"),
            address: table.requiredText("authority.address"),
            phone: table.requiredText("authority.phone"),
            email: table.mailbox("authority.email", required: true)?.text ?? "",
            website: page("authority.website"),
            imprint: page("authority.imprint"),
            privacy: page("authority.privacy"),
            hotlinePhone: table.requiredText("hotline.phone"),
            hotlineHours: table.requiredText("hotline.hours"),
            sender: Sender(reading: table)
        )
    }
}

extension Sender {
    init(reading table: SettingsTable) {
        let replyTo = table.mailbox("sender.reply_to", required: false)
        let envelope = table.mailbox("sender.envelope_from", required: false)
        let text = table.requiredText("sender.from")
        let from = try? NamedMailbox(parsing: text)
        if from == nil && !text.isEmpty {
            table.report("sender.from", "must be “Name <local@domain>” or “local@domain”")
        }
        let mailbox = from ?? .standIn
        self.init(from: mailbox, replyTo: replyTo, envelopeFrom: envelope ?? mailbox.address)
    }
}

extension NamedMailbox {
    /// Only ever seen together with a `SettingsError`, which keeps it from being used.
    fileprivate static var standIn: NamedMailbox {
        guard let address = try? EmailAddress(parsing: "nobody@missing.invalid") else {
            preconditionFailure("a literal address is valid")
        }
        return NamedMailbox(name: nil, address: address)
    }
}

extension SettingsTable {
    fileprivate func mailbox(_ key: String, required: Bool) -> EmailAddress? {
        guard let text = required ? requiredText(key) : text(key), !text.isEmpty else {
            return nil
        }
        if let address = try? EmailAddress(parsing: text) { return address }
        report(key, "must be one address, local@domain")
        return nil
    }
}

extension Pace {
    init(reading table: SettingsTable) {
        func limit(_ key: String) -> Int? { table.number("pace.\(key)", in: 1...1_000_000_000) }
        self.init(
            perMinute: limit("per_minute"),
            perHour: limit("per_hour"),
            perDay: limit("per_day"),
            perDomainPerMinute: limit("per_domain_per_minute")
        )
    }
}

extension Caution {
    init(reading table: SettingsTable) {
        self.init(
            first: table.number("caution.first", in: 0...1_000_000) ?? 10,
            pause: .seconds(table.number("caution.pause_seconds", in: 0...86_400) ?? 30),
            stopAtRefusedPercent: table.number("caution.stop_at_refused_percent", in: 0...100)
                ?? 10
        )
    }
}

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
        let privacy = PrivacyFacts(reading: table)
        let authority = Authority(reading: table, privacy)
        self.privacy = privacy
        self.authority = authority
        relay = RelaySettings(reading: table)
        pace = Pace(reading: table)
        caution = Caution(reading: table)
        timeZone = Self.timeZone(reading: table)
        allowedHosts = Self.allowedHosts(reading: table, authority: authority)
        templates = table.text(.contentTemplates)
        testAddresses = table.addresses(.contentTestAddresses)
        approvers = table.number(.approvalPeople)
        stateDirectory = table.text(.stateDirectory)
        witness = table.text(.stateWitness)
        keys = KeySettings(reading: table)
        retention = Retention(
            people: table.number(.retentionPeople),
            notified: table.number(.retentionNotified),
            lists: table.number(.retentionLists)
        )
        language = table.text(.languageProgram).flatMap(Language.init)
        console = ConsoleSettings(reading: table)
        try table.finishConfiguration()
    }

    private static func timeZone(reading table: SettingsTable) -> TimeZone {
        guard let zone = table.text(.appointmentsTimeZone).flatMap({ TimeZone(identifier: $0) })
        else {
            table.report(.appointmentsTimeZone, .notZone)
            return .gmt
        }
        return zone
    }

    private static func allowedHosts(reading table: SettingsTable, authority: Authority) -> [String]
    {
        if let hosts = table.texts(.contentAllowedHosts) { return hosts }
        let own = [authority.website, authority.imprint, authority.privacy, authority.noticePage]
            .compactMap(\.self)
        return Array(Set(own.compactMap { URL(string: $0)?.host() })).sorted()
    }
}

extension KeySettings {
    init(reading table: SettingsTable) {
        let (file, credential) = (
            table.text(.stateOfficeKeyFile), table.text(.stateOfficeKeyCredential)
        )
        if file != nil, credential != nil {
            table.report(
                .stateOfficeKeyCredential,
                .officeKeyTwice
            )
        }
        self.init(
            file: table.text(.stateKeyFile),
            office: file.map(Source.file) ?? credential.map(Source.credential)
        )
    }
}

extension PrivacyFacts {
    init(reading table: SettingsTable) {
        self.init(
            officer: table.text(.privacyOfficer),
            officerPhone: table.text(.privacyOfficerPhone),
            officerEmail: table.address(.privacyOfficerEmail),
            supervisor: table.text(.privacySupervisor),
            legalBasis: table.text(.privacyLegalBasis),
            relayOperator: table.text(.privacyRelayOperator),
            relayContract: table.text(.privacyRelayContract)
        )
    }
}

extension Authority {
    init(reading table: SettingsTable, _ privacy: PrivacyFacts) {
        self.init(
            name: table.requiredText(.authorityName),
            address: table.requiredText(.authorityAddress),
            phone: table.requiredText(.authorityPhone),
            email: table.address(.authorityEmail)?.text ?? "",
            website: table.page(.authorityWebsite),
            imprint: table.page(.authorityImprint),
            privacy: table.page(.authorityPrivacy),
            hotlinePhone: table.requiredText(.hotlinePhone),
            hotlineHours: table.requiredText(.hotlineHours),
            sender: Sender(reading: table),
            noticePage: table.optionalPage(.contentNoticePage),
            privacyContact: privacy.contact,
            supervisor: privacy.supervisor
        )
    }
}

extension Sender {
    init(reading table: SettingsTable) {
        let replyTo = table.address(.senderReplyTo)
        let envelope = table.address(.senderEnvelopeFrom)
        let text = table.requiredText(.senderFrom)
        let from = try? NamedMailbox(parsing: text)
        if from == nil && !text.isEmpty {
            table.report(.senderFrom, .notMailbox)
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

extension Pace {
    init(reading table: SettingsTable) {
        func windows(_ limits: [(key: SettingsKey, seconds: Int)]) -> [Window] {
            limits.compactMap { key, seconds in
                table.limit(key).map { Window(limit: $0, seconds: seconds) }
            }
        }
        self.init(
            windows: windows(Self.limits),
            domainWindows: windows(Self.domainLimits),
            groups: DomainGroups(reading: table)
        )
    }
}

extension DomainGroups {
    init(reading table: SettingsTable) {
        let groups = (table.texts(.paceDomainGroups) ?? []).map { text in
            text.split(separator: " ").map(String.init)
        }
        let isDomain = { (name: String) in
            (try? EmailAddress(parsing: "somebody@\(name)")) != nil
        }
        if !groups.allSatisfy({ $0.count > 1 && $0.allSatisfy(isDomain) }) {
            table.report(
                .paceDomainGroups,
                .notDomains
            )
        }
        self.init(own: groups)
    }
}

extension Caution {
    init(reading table: SettingsTable) {
        self.init(
            first: table.number(.cautionFirst),
            pause: .seconds(table.number(.cautionPause)),
            stopAtRefusedPercent: table.number(.cautionStop),
            callHours: table.number(.cautionCallHours),
            hold: .seconds(table.number(.cautionHold))
        )
    }
}

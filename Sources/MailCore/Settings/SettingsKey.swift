/// Every key of the configuration file, with its section.
///
/// What is known of a key stands in one table (`SettingsKey+Table.swift`): the reader takes type and
/// default from it, errors the example, and docs/configuration.md all of it.
package enum SettingsKey: String, CaseIterable, Sendable {
    case authorityName = "authority.name"
    case authorityAddress = "authority.address"
    case authorityPhone = "authority.phone"
    case authorityEmail = "authority.email"
    case authorityWebsite = "authority.website"
    case authorityImprint = "authority.imprint"
    case authorityPrivacy = "authority.privacy"
    case hotlinePhone = "hotline.phone"
    case hotlineHours = "hotline.hours"
    case senderFrom = "sender.from"
    case senderReplyTo = "sender.reply_to"
    case senderEnvelopeFrom = "sender.envelope_from"
    case relayURL = "relay.url"
    case relaySecurity = "relay.security"
    case relayUsername = "relay.username"
    case relayPasswordFile = "relay.password_file"
    case relayPasswordVariable = "relay.password_env"
    case relayPasswordCredential = "relay.password_credential"
    case relayLogin = "relay.login"
    case relayTokenFile = "relay.token_file"
    case relayTokenCommand = "relay.token_command"
    case relayCAFile = "relay.ca_file"
    case relayClientCertificate = "relay.client_certificate"
    case relayClientKey = "relay.client_key"
    case relayPinnedKey = "relay.pinned_key"
    case relayProfile = "relay.tls_profile"
    case relayClientName = "relay.helo"
    case relayConnections = "relay.connections"
    case pacePerMinute = "pace.per_minute"
    case pacePerHour = "pace.per_hour"
    case pacePerDay = "pace.per_day"
    case pacePerDomainPerMinute = "pace.per_domain_per_minute"
    case paceDomainGroups = "pace.domain_groups"
    case cautionFirst = "caution.first"
    case cautionPause = "caution.pause_seconds"
    case cautionStop = "caution.stop_at_refused_percent"
    case cautionCallHours = "caution.call_hours"
    case cautionHold = "caution.hold_seconds"
    case appointmentsTimeZone = "appointments.time_zone"
    case contentAllowedHosts = "content.allowed_hosts"
    case contentNoticePage = "content.notice_page"
    case contentTemplates = "content.templates"
    case contentTestAddresses = "content.test_addresses"
    case approvalPeople = "approval.people"
    case stateDirectory = "state.directory"
    case stateWitness = "state.witness"
    case stateKeyFile = "state.key_file"
    case stateOfficeKeyFile = "state.office_key_file"
    case stateOfficeKeyCredential = "state.office_key_credential"
    case retentionPeople = "retention.people_days"
    case retentionNotified = "retention.notified_days"
    case retentionLists = "retention.lists_days"
    case languageProgram = "language.program"
    case consoleAddress = "console.address"
    case consoleProxyUser = "console.proxy_user"
    case consoleUserHeader = "console.user_header"
    case consolePeople = "console.people"
    case consoleTheme = "console.theme"
    case privacyOfficer = "privacy.officer"
    case privacyOfficerPhone = "privacy.officer_phone"
    case privacyOfficerEmail = "privacy.officer_email"
    case privacySupervisor = "privacy.supervisor"
    case privacyLegalBasis = "privacy.legal_basis"
    case privacyRelayOperator = "privacy.relay_operator"
    case privacyRelayContract = "privacy.relay_contract"

    /// The part in brackets: `relay` of `relay.url`.
    package var section: String { String(rawValue.prefix { $0 != "." }) }

    /// Whether people are told its value in every message.
    var isTold: Bool { ["authority", "hotline", "sender", "privacy"].contains(section) }

    /// The part before the equals sign: `url` of `relay.url`.
    package var name: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

    /// What a value must look like.
    package enum Form: Hashable, Sendable {
        /// One line of text.
        case text
        /// One address, `local@domain`.
        case address
        /// `Name <local@domain>` or `local@domain`.
        case mailbox
        /// A page that begins with `https://`.
        case page
        case number(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        case texts
        /// Names, each with a list of such words.
        case lists([String])
    }

    /// What holds where the key is left out.
    package enum Absence: Hashable, Sendable {
        /// The key must be there.
        case refused
        case number(Int)
        case text(String)
        /// There is no value; the words say what that means.
        case none(String)
    }

    /// One line of the table.
    package struct Entry: Hashable, Sendable {
        package let key: SettingsKey
        package let form: Form
        package let absence: Absence
        /// A value as it stands in the file.
        package let example: String
        package let meaning: String

        init(
            _ key: SettingsKey,
            _ form: Form,
            _ absence: Absence,
            _ example: String,
            _ meaning: String
        ) {
            self.key = key
            self.form = form
            self.absence = absence
            self.example = example
            self.meaning = meaning
        }
    }

    /// What is known of this key.
    package var entry: Entry {
        guard let entry = Self.byKey[self] else {
            preconditionFailure("\(rawValue) does not stand in the table of keys")
        }
        return entry
    }

    private static let byKey = Dictionary(uniqueKeysWithValues: table.map { ($0.key, $0) })
}

package import struct Foundation.TimeZone

/// The whole configuration, checked.
///
/// docs/configuration.md lists the keys.
package struct Settings: Sendable {
    package let authority: Authority
    package let relay: RelaySettings
    package let pace: Pace
    package let caution: Caution
    /// Where appointments are; naive times in schedules are meant in it.
    package let timeZone: TimeZone
    /// Links in messages may lead only to these hosts.
    package let allowedHosts: [String]
    /// The folder of message templates; nil if the configuration names none.
    package let templates: String?
    /// Mailboxes of the authority, where test mails may go.
    package let testAddresses: [EmailAddress]
    /// 1, or 2: planner and approver must be different accounts.
    package let approvers: Int
    /// Nil if the configuration names none.
    package let stateDirectory: String?
    /// The folder of witnesses; nil if the configuration names none.
    package let witness: String?
    package let keys: KeySettings
    package let retention: Retention
    /// In which the program speaks; nil if the configuration names none.
    package let language: Language?
    package let console: ConsoleSettings
    package let privacy: PrivacyFacts

    /// The same authority through another relay, as fast as it goes: for rehearsals, where nobody's
    /// limits and nobody's standing are at stake.
    package func rehearsing(on relay: RelaySettings) -> Settings {
        Settings(
            authority: authority,
            relay: relay,
            pace: Pace(),
            caution: Caution(
                first: 0,
                pause: .zero,
                stopAtRefusedPercent: 0,
                callHours: caution.callHours
            ),
            timeZone: timeZone,
            allowedHosts: allowedHosts,
            templates: templates,
            testAddresses: [],
            approvers: approvers,
            stateDirectory: nil,
            witness: nil,
            keys: KeySettings(),
            retention: retention,
            language: language,
            console: ConsoleSettings(),
            privacy: privacy
        )
    }
}

/// Where the keys of what is sealed are, as configured.
package struct KeySettings: Hashable, Sendable {
    /// Where the office's own key is.
    package enum Source: Hashable, Sendable {
        case file(String)
        /// A name; the service manager knows the file.
        case credential(String)
    }

    /// Nil if the configuration names none.
    package let file: String?
    /// Nil if keys lie open in their file.
    package let office: Source?

    package init(file: String? = nil, office: Source? = nil) {
        self.file = file
        self.office = office
    }
}

/// When to pause and when to stop by ourselves.
package struct Caution: Hashable, Sendable {
    /// Send this many, then pause and look at their verdicts; 0 for no pause.
    package let first: Int
    package let pause: Duration
    /// Of the last 50 verdicts; 0 for never.
    package let stopAtRefusedPercent: Int
    /// So long before an appointment the phone begins beside the attempts by e-mail.
    package let callHours: Int
    /// So much time lies between the approval and the first message.
    package let hold: Duration

    package init(
        first: Int,
        pause: Duration,
        stopAtRefusedPercent: Int,
        callHours: Int = 12,
        hold: Duration = .zero
    ) {
        self.hold = hold
        self.callHours = callHours
        self.first = first
        self.pause = pause
        self.stopAtRefusedPercent = stopAtRefusedPercent
    }
}

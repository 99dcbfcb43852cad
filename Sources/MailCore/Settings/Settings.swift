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
            approvers: approvers,
            stateDirectory: nil,
            witness: nil,
            keys: KeySettings(),
            retention: retention,
            language: language,
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

/// The relay as configured; secrets are still where they are kept.
package struct RelaySettings: Hashable, Sendable {
    /// Where the relay's password is.
    package enum PasswordSource: Hashable, Sendable {
        case file(String)
        case environment(String)
        /// A name; the service manager knows the file.
        case credential(String)
    }

    package let host: String
    package let port: Int
    package let security: Relay.Security
    package let username: String?
    package let password: PasswordSource?
    package let caFile: String?
    /// What to greet the relay with; nil for the host's own name.
    package let clientName: ClientName?
    /// Connections at a time, 1 to 64.
    package let connections: Int

    /// What an approval is bound to: where the mail goes, and how it is protected.
    package var digest: Digest {
        var hasher = FieldHasher(version: "einzelpost relay 2")
        for field in [host, String(port), security.rawValue, username ?? "", caFile ?? ""] {
            hasher.add(field)
        }
        return hasher.finalize()
    }

    package init(
        host: String,
        port: Int,
        security: Relay.Security,
        username: String? = nil,
        password: PasswordSource? = nil,
        caFile: String? = nil,
        clientName: ClientName? = nil,
        connections: Int = 1
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.password = password
        self.caFile = caFile
        self.clientName = clientName
        self.connections = connections
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

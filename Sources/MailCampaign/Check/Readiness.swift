package import MailCore
import MailJournal

/// What was looked at before a campaign: what is in order, and every fault at once.
package struct Readiness {
    /// What is looked at, in its order.
    package enum Subject: String, CaseIterable, Sendable {
        case configuration
        case password
        case token
        case certificates = "ca_file"
        case clientCertificate = "client_certificate"
        case templates
        case theme
        case stateDirectory = "state_directory"
        case keyStore = "key_store"
        case signingKey = "signing_key"
        case relay
    }

    /// Something that is not in order.
    package struct Fault {
        package let subject: Subject
        package let error: any Error
    }

    /// Nil if it cannot be used; then nothing else is looked at.
    package internal(set) var configuration: ConfigurationFile?
    /// Whether somebody else could change it.
    package internal(set) var caution: ConfigurationCaution?
    package internal(set) var templates: TemplateFacts?
    /// The folder with the look of the pages; nil for their own.
    package internal(set) var theme: String?
    package internal(set) var state: StateFacts?
    /// Keys that are lost for good, as somebody has said; nil if none is.
    package internal(set) var lostKeys: MissingKeys?
    package internal(set) var key: AuthorityKey?
    /// Whether the key was made just now.
    package internal(set) var isKeyNew = false
    package internal(set) var relay: RelayFinding?
    /// Nil if nobody asked.
    package internal(set) var links: LinkReport?
    /// In the order in which things are looked at.
    package internal(set) var faults: [Fault] = []

    /// Whether nothing is wrong; warnings alone are not.
    package var isFine: Bool { faults.isEmpty && links?.isFine ?? true }

    /// Looks at everything, and makes the authority's key if there is none yet.
    ///
    /// - Parameters:
    ///   - places: The authority.
    ///   - surroundings: The world.
    ///   - claim: What somebody says of where the state directory comes from; nil for nothing.
    ///   - visitingPages: Whether the imprint and the privacy page are visited, too.
    /// - Returns: What was found.
    package static func check(
        _ places: AuthorityPlaces,
        in surroundings: Surroundings,
        claim: StateClaim? = nil,
        visitingPages: Bool
    ) async -> Readiness {
        var readiness = Readiness()
        await readiness.look(
            at: places,
            in: surroundings,
            claim: claim,
            visitingPages: visitingPages
        )
        return readiness
    }

    private mutating func look(
        at places: AuthorityPlaces,
        in surroundings: Surroundings,
        claim: StateClaim?,
        visitingPages: Bool
    ) async {
        let found = attempt(.configuration) {
            try ConfigurationFile(named: places.configuration, in: surroundings)
        }
        guard let file = found else { return }
        configuration = file
        note(ConfigurationCaution(of: file.path), for: file)
        look(at: places.templates, of: file, surroundings)
        theme = attempt(.theme) { try ThemeFolder(of: file)?.path }.flatMap(\.self)
        look(atStateOf: file, places, claim: claim, surroundings)
        await look(atRelayOf: file, surroundings)
        guard visitingPages else { return }
        links = await LinkCheck(authority: file.settings.authority, surroundings: surroundings)
            .run()
    }

    /// What everybody could write to is no office's configuration.
    private mutating func note(_ caution: ConfigurationCaution?, for file: ConfigurationFile) {
        guard caution != .everybodyWrites else {
            return fault(.configuration, ConfigurationError.writableByAll(file.path))
        }
        self.caution = caution
    }

    /// Does something; what it throws is a fault of the subject.
    mutating func attempt<Value>(_ subject: Subject, _ body: () throws -> Value) -> Value? {
        do {
            return try body()
        } catch {
            fault(subject, error)
            return nil
        }
    }

    mutating func fault(_ subject: Subject, _ error: any Error) {
        faults.append(Fault(subject: subject, error: error))
    }
}

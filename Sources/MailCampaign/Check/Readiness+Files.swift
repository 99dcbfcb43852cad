import Foundation
package import MailCore
import MailJournal

extension Readiness {
    /// Templates that can be used.
    package struct TemplateFacts {
        package let folder: TemplateFolder
        package let names: [String]
        /// What the linter says of those that no campaign can be planned with.
        package let unfit: [LintReport]
    }

    /// What the journal lies in.
    package struct StateFacts {
        package let directory: String
        package let keyStore: String
        /// How the journal came, and what a run that died has left.
        package let notes: [Sentence]
    }

    mutating func look(at option: String?, of file: ConfigurationFile, _ surroundings: Surroundings)
    {
        let found = attempt(.templates) {
            try TemplateFolder(option: option, in: file, surroundings)
        }
        guard let folder = found else { return }
        let names = folder.names
        guard !names.isEmpty else {
            return fault(.templates, ConfigurationError.noTemplateIn(folder.path))
        }
        var (fit, unfit): ([String], [LintReport]) = ([], [])
        for name in names {
            let report = attempt(.templates) { try Self.review(name, in: folder, file.settings) }
            guard let report else { continue }
            if report.isOK { fit.append(name) } else { unfit.append(report) }
        }
        templates = TemplateFacts(folder: folder, names: fit, unfit: unfit)
    }

    /// - Throws: What keeps anybody from reading it.
    private static func review(
        _ name: String,
        in folder: TemplateFolder,
        _ settings: Settings
    ) throws -> LintReport {
        let template = try Template(folder.source(name))
        let letter = try Letter(template: template, authority: settings.authority)
        let findings = Linter.findings(in: letter, allowedHosts: settings.allowedHosts)
        return LintReport(template: name, findings: findings)
    }

    mutating func look(
        atStateOf file: ConfigurationFile,
        _ places: AuthorityPlaces,
        claim: StateClaim?,
        _ surroundings: Surroundings
    ) {
        let found = attempt(.stateDirectory) {
            try Workspace.journal(of: file, places, in: surroundings)
        }
        guard let (journal, recovery) = found else { return }
        state = StateFacts(
            directory: journal.directory.path,
            keyStore: journal.keyStorePath,
            notes: [journal.migration?.note, recovery.note].compactMap(\.self)
        )
        look(atPlaceOf: journal, claim: claim, surroundings)
        look(atKeysOf: journal)
        let signing = attempt(.signingKey) {
            var generator = surroundings.randomness
            return try SigningKey.open(in: journal.directory, using: &generator)
        }
        (key, isKeyNew) = (signing?.key, signing?.isNew ?? false)
    }

    /// Nothing can be sent from a journal that came from elsewhere before somebody has said how.
    private mutating func look(
        atPlaceOf journal: Journal,
        claim: StateClaim?,
        _ surroundings: Surroundings
    ) {
        let place = JournalPlace(journal: journal, campaign: nil)
        _ = attempt(.stateDirectory) {
            try place.check(claim)
            guard let claim else { return }
            let official = surroundings.account.official
            try place.take(claim, by: official, at: surroundings.now())
        }
    }

    private mutating func look(atKeysOf journal: Journal) {
        let found = attempt(.keyStore) { try MissingKeys(of: journal) }
        guard let found, let missing = found else { return }
        if missing.areLost { lostKeys = missing } else { fault(.keyStore, missing) }
    }
}

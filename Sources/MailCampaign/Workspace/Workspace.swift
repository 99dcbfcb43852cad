import Foundation
package import MailCore
package import MailJournal

/// What most commands need: the configuration, the templates, and the journal under its lock.
package struct Workspace {
    let surroundings: Surroundings
    let file: ConfigurationFile
    let templates: TemplateFolder
    let journal: Journal
    /// What a run that died left behind; empty if there was none.
    package let recovery: Recovery
    /// How the journal was brought to this version just now; nil if it was of this version.
    package var migration: JournalMigration? { journal.migration }

    package var settings: Settings { file.settings }

    /// The whole id of the campaign that somebody means by its beginning.
    ///
    /// - Throws: `AmbiguousCampaign`.
    package func campaignID(_ typed: String) throws -> String { try journal.campaignID(typed) }

    /// Opens everything, and settles what a process that died left behind.
    ///
    /// - Throws: `ConfigurationError`, `SettingsError`, `StateDirectoryError`, `JournalError`.
    package static func open(
        _ places: AuthorityPlaces,
        in surroundings: Surroundings
    ) throws -> Workspace {
        let file = try ConfigurationFile(named: places.configuration, in: surroundings)
        let templates = try TemplateFolder(option: places.templates, in: file, surroundings)
        let (journal, recovery) = try journal(of: file, places, in: surroundings)
        return Workspace(
            surroundings: surroundings,
            file: file,
            templates: templates,
            journal: journal,
            recovery: recovery
        )
    }

    /// The journal under its lock, and what a run that died left behind, which is settled.
    static func journal(
        of file: ConfigurationFile,
        _ places: AuthorityPlaces,
        in surroundings: Surroundings
    ) throws -> (Journal, Recovery) {
        let directory = try StateDirectory(at: file.stateDirectory(option: places.state))
        let journal = try Journal(
            in: directory,
            keys: file.keys(of: directory),
            witnessedIn: WitnessFolder(at: places.witness ?? file.witness)
        )
        return (journal, try recovery(of: journal, at: surroundings.now()))
    }

    /// Opens everything to look at it; while another process is sending, a copy of its journal as it
    /// stood a moment ago.
    ///
    /// - Parameters:
    ///   - places: The authority.
    ///   - surroundings: The world.
    ///   - use: Must change nothing, and keep nothing of the workspace.
    /// - Returns: What it returns.
    /// - Throws: As `open`, and what `use` throws.
    package static func looking<Result>(
        at places: AuthorityPlaces,
        in surroundings: Surroundings,
        _ use: (Workspace) throws -> Result
    ) throws -> Result {
        do {
            return try use(open(places, in: surroundings))
        } catch let busy as StateDirectoryError {
            guard case .inUse = busy else { throw busy }
            let file = try ConfigurationFile(named: places.configuration, in: surroundings)
            let path = file.stateDirectory(option: places.state)
            let folder = path + "/" + lookName
            try Rehearsal.makePrivate(folder)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let directory = try StateDirectory(at: folder)
            do {
                try JournalCopy.make(of: path, in: directory)
            } catch {
                throw busy
            }
            let journal = try Journal(in: directory, keys: file.keys(beside: path))
            defer { try? journal.close() }
            return try use(
                Workspace(
                    surroundings: surroundings,
                    file: file,
                    templates: TemplateFolder(option: places.templates, in: file, surroundings),
                    journal: journal,
                    recovery: .none
                )
            )
        }
    }

    /// The copy that is looked at, in the state directory.
    private static let lookName = "look"

    private static func recovery(of journal: Journal, at now: Date) throws -> Recovery {
        let directory = journal.directory
        Rehearsal.cleanUp(in: directory)
        // What was killed while it looked.
        try? FileManager.default.removeItem(atPath: directory.path + "/" + lookName)
        // What an older journal calls not begun may have been sent since.
        if case .behind = journal.standing { return .none }
        let recovery = try journal.recover(flight: FlightRecord.left(of: journal), at: now)
        // What it said is in the journal now, and must not be held against a later run.
        try FlightRecord.forget(of: journal)
        return recovery
    }

    /// Records that whoever acts sees people's data in clear; must come before it is shown.
    func noteSight(of campaign: String, in place: String) throws {
        try journal.noteSight(
            of: campaign,
            in: place,
            by: surroundings.account.official,
            at: surroundings.now()
        )
    }

    /// Where the state directory is, also where a copy of it is looked at.
    package func stateDirectory(_ places: AuthorityPlaces) -> String {
        file.stateDirectory(option: places.state)
    }

    /// The letter as configuration and template files say now.
    func letter(template: String) throws -> Letter {
        try Letter(template: Template(templates.source(template)), authority: settings.authority)
    }
}

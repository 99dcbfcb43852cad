import Foundation
package import MailCore
package import MailJournal

/// What most commands need: the configuration, the templates, and the journal under its lock.
package struct Workspace {
    package let surroundings: Surroundings
    package let file: ConfigurationFile
    package let templates: TemplateFolder
    package let journal: Journal
    /// What a run that died left behind; empty if there was none.
    package let recovery: Recovery

    package var settings: Settings { file.settings }

    /// Opens everything, and settles what a process that died left behind.
    package init(_ places: OfficePlaces, in surroundings: Surroundings) throws {
        self.surroundings = surroundings
        file = try ConfigurationFile(named: places.configuration, in: surroundings)
        templates = try TemplateFolder(option: places.templates, in: surroundings)
        let directory = try StateDirectory(at: file.stateDirectory(option: places.state))
        journal = try Journal(in: directory)
        Rehearsal.cleanUp(in: directory)
        recovery = try journal.recover(
            flight: FlightRecord.left(in: directory),
            at: surroundings.now()
        )
        // What it said is in the journal now, and must not be held against a later run.
        FlightRecord.forget(in: directory)
    }

    /// The letter as configuration and template files say now.
    package func letter(template: String) throws -> Letter {
        try Letter(template: Template(templates.source(template)), office: settings.office)
    }
}

import Foundation
import MailCore
import MailJournal

/// What most commands need: the configuration, the templates, and the journal under its lock.
struct Workspace {
    let file: ConfigurationFile
    let templates: TemplateFolder
    let journal: Journal

    var settings: Settings { file.settings }

    /// Opens everything, and settles what a process that died left behind.
    init(_ options: CommonOptions) throws {
        file = try ConfigurationFile(named: options.config)
        templates = try TemplateFolder(option: options.templates)
        let directory = try StateDirectory(at: file.stateDirectory(option: options.state))
        journal = try Journal(in: directory)
        Rehearsal.cleanUp(in: directory)
        let found = try journal.recover(
            flight: FlightRecord.left(in: directory),
            at: Live.now()
        )
        // What it said is in the journal now, and must not be held against a later run.
        FlightRecord.forget(in: directory)
        if !found.isEmpty { Terminal.complain(found.sentence) }
    }

    /// The letter as configuration and template files say now.
    func letter(template: String) throws -> Letter {
        try Letter(template: Template(templates.source(template)), office: settings.office)
    }
}

extension Recovery {
    var sentence: String {
        let parts = [
            (released, "not begun"), (accepted, "accepted"), (refused, "refused"),
            (deferred, "put off"), (unknown, "unknown"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "The last run ended in the middle. Its open messages: "
            + parts.joined(separator: ", ") + ". Nothing is lost: resume sends what has not begun."
    }
}

import Foundation
import MailCore
import MailJournal

/// The papers that data protection asks of an authority, filled in as far as configuration and journal know.
///
/// No personal data of those who were written to. What is not known stays a marked blank.
package struct Papers {
    let settings: Settings
    let past: Past
    /// The day of writing.
    let today: LocalDay

    /// What the journal tells of the past.
    struct Past {
        let campaigns: Int
        /// Messages that the relay has accepted, of all campaigns.
        let accepted: Int
        let lastPlanned: Date?
        /// The templates that were used, each once.
        let templates: [String]
        /// What messages have shown, or will.
        let fields: [ShownField]
    }

    package init(in workspace: Workspace) throws {
        let journal = workspace.journal
        settings = workspace.settings
        today = LocalDay(of: workspace.surroundings.now(), in: workspace.settings.timeZone)
        let campaigns = try journal.campaigns()
        let letters = campaigns.compactMap { try? $0.letter.letter() }
        // Before the first campaign: what the usual letter would show.
        let usual = try? workspace.letter(template: Planning.Choice.usualTemplate)
        let shown = (letters.isEmpty ? [usual].compactMap(\.self) : letters)
            .flatMap(ShownField.all)
        past = Past(
            campaigns: campaigns.count,
            accepted: try campaigns.reduce(0) {
                $0 + (try journal.deliveryCounts(of: $1.id)[.accepted])
            },
            lastPlanned: campaigns.last?.plannedAt,
            templates: Set(campaigns.map(\.letter.template.name)).sorted(),
            fields: ShownField.allCases.filter(shown.contains)
        )
    }

    /// Writes them into a new folder.
    ///
    /// - Returns: What was written.
    /// - Throws: `FileError`.
    package func write(into folder: String) throws -> WrittenPapers {
        let place = try PrivateFolder(at: folder)
        let files = try PaperDocuments(self).all.map { name, document in
            let text = MarkdownWriter.text(of: document)
            try place.write(Array(text.utf8), as: name)
            return WrittenPapers.File(name: name, blanks: Blank.count(in: text))
        }
        return WrittenPapers(folder: folder, files: files)
    }
}

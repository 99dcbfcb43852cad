import Foundation
package import MailCore
import MailJournal

/// What somebody chooses of a file on a page.
package struct CancelChoice: Sendable {
    package let days: ClosedRange<LocalDay>
    package let services: [String]
    package let sites: [String]
    /// How many rows somebody expects; nil if they do not say.
    package let expected: Int?

    package init(
        days: ClosedRange<LocalDay>,
        services: [String],
        sites: [String],
        expected: Int?
    ) {
        self.days = days
        self.services = services
        self.sites = sites
        self.expected = expected
    }

    /// The same as the command line says it.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - answers: What was said about it.
    ///   - moment: What it is judged by instead of now, as somebody typed it.
    ///   - workspace: The authority.
    /// - Returns: What is to be planned.
    /// - Throws: `UnclearRequest` for what is no moment.
    package func planning(
        of path: String,
        _ answers: [FileAnswer],
        asOf moment: String?,
        in workspace: Workspace
    ) throws -> Planning.Choice {
        Planning.Choice(
            file: path,
            days: days,
            services: services,
            sites: sites,
            template: Planning.Choice.usualTemplate,
            reading: ReadingChoice(answers),
            expected: expected,
            realRows: [],
            leftOut: [],
            asOf: try moment.map {
                try WrittenMoment.moment(
                    $0,
                    in: workspace.settings.timeZone,
                    option: "--as-of"
                )
            }
        )
    }
}

extension Planning {
    /// Plans a campaign.
    ///
    /// - Returns: Its id.
    /// - Throws: As `run` does.
    package static func id(of choice: Choice, in workspace: Workspace) throws -> String {
        try Planning(workspace: workspace, choice: choice).run().campaign.id
    }
}

package import MailCore

/// What planning found out, as it was shown then.
package struct CampaignFacts: Codable, Sendable {
    /// The file's name, without its folder.
    package let source: String
    /// SHA-256 of the file.
    package let sourceDigest: Digest
    package let firstDay: String
    package let lastDay: String
    package let services: [String]
    package let sites: [String]
    package let timeZone: String
    /// Host and port.
    package let relay: String
    package let dropped: [DroppedColumn]
    /// What the approver should know besides.
    package let warnings: [Kept<PlanWarning>]
    package let sharedAddresses: Int
    /// What is cancelled by e-mail, by day, site and service; only in campaigns of older versions, since it
    /// is sealed now (`Journal.parts`).
    let parts: [CancelledPart]?
    /// What the guard asks a person about; nil in campaigns of older versions.
    package let questions: [ValueQuestion]?
    package let forecastSeconds: Int
    /// When the file was last changed, in seconds since 1970; nil if the disk does not say.
    package let sourceChangedAt: Int?
    /// How the file was read, for example `windows-1252 (likely), separated by semicolons (likely)`.
    package let sourceForm: String
    /// The lines that were taken for no rows, in plain words; nil without any.
    package let uncounted: String?
    package let columns: [Column]
    /// Of whom it is made; nil for one that was planned from a schedule.
    package let followUp: FollowUp?
    /// How many people an approval takes, as configured at planning; never fewer later.
    package let approvers: Int

    /// A column that was used, and what it was taken for.
    package struct Column: Codable, Hashable, Sendable {
        package let field: String
        /// As the file writes it.
        package let header: String

        package init(field: String, header: String) {
            self.field = field
            self.header = header
        }
    }

    /// A column that was not kept, and why.
    package struct DroppedColumn: Codable, Hashable, Sendable {
        /// As the file writes it.
        package let header: String
        /// A code (`DiscardedColumn.Reason`), or a sentence of an older version; nil for a column that is simply
        /// not needed.
        package let reason: String?

        package init(header: String, reason: String?) {
            self.header = header
            self.reason = reason
        }
    }

    /// Whether its messages make sense until their appointments, and not beyond.
    package var endsWithAppointments: Bool { followUp?.deadline != MessageDeadline.none }

    /// Headers of the columns that were not kept, in file order.
    package var discardedColumns: [String] { dropped.map(\.header) }

    /// The file, and how it was read.
    package struct Source: Sendable {
        fileprivate let name: String
        fileprivate let digest: Digest
        fileprivate let changedAt: Int?
        fileprivate let form: String
        fileprivate let uncounted: String?
        fileprivate let columns: [Column]
        fileprivate let dropped: [DroppedColumn]

        package init(
            name: String,
            digest: Digest,
            changedAt: Int?,
            form: String,
            uncounted: String?,
            columns: [Column],
            dropped: [DroppedColumn]
        ) {
            self.name = name
            self.digest = digest
            self.changedAt = changedAt
            self.form = form
            self.uncounted = uncounted
            self.columns = columns
            self.dropped = dropped
        }
    }

    /// Which rows were chosen.
    package struct Choice: Sendable {
        fileprivate let firstDay: String
        fileprivate let lastDay: String
        fileprivate let services: [String]
        fileprivate let sites: [String]
        fileprivate let timeZone: String

        package init(
            firstDay: String,
            lastDay: String,
            services: [String],
            sites: [String],
            timeZone: String
        ) {
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.services = services
            self.sites = sites
            self.timeZone = timeZone
        }
    }

    /// An approval binds all of it, so nothing has a default.
    package init(
        of source: Source,
        _ choice: Choice,
        relay: String,
        warnings: [Kept<PlanWarning>],
        sharedAddresses: Int,
        questions: [ValueQuestion]?,
        forecastSeconds: Int,
        followUp: FollowUp?,
        approvers: Int
    ) {
        self.source = source.name
        sourceDigest = source.digest
        sourceChangedAt = source.changedAt
        sourceForm = source.form
        uncounted = source.uncounted
        columns = source.columns
        dropped = source.dropped
        firstDay = choice.firstDay
        lastDay = choice.lastDay
        services = choice.services
        sites = choice.sites
        timeZone = choice.timeZone
        self.relay = relay
        self.warnings = warnings
        self.sharedAddresses = sharedAddresses
        parts = nil
        self.questions = questions
        self.forecastSeconds = forecastSeconds
        self.followUp = followUp
        self.approvers = approvers
    }
}

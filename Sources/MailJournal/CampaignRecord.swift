package import Foundation
package import MailCore

/// What the journal knows of a campaign besides its rows and messages.
///
/// No personal data.
package struct CampaignRecord: Sendable {
    /// Day of planning and a running number, for example `2026-11-21-1`.
    package let id: String
    package let plannedAt: Date
    package let planner: Official
    /// The moment `past` was judged by, if it was not the clock's.
    package let asOf: Date?
    package let digest: Digest
    package let relayDigest: Digest
    package let facts: CampaignFacts
    /// The letter as it was at planning.
    package let letter: PlannedLetter
    package let startedAt: Date?
    package let finishedAt: Date?
    /// Why sending stopped before the end; nil unless it did.
    package let pausedBecause: String?
    package let erasedAt: Date?

    /// The campaign's own present: with `asOf`, the time that has passed since planning, counted
    /// from there.
    package func present(at now: Date) -> Date {
        asOf.map { $0.addingTimeInterval(now.timeIntervalSince(plannedAt)) } ?? now
    }
}

extension CampaignRecord {
    init(_ row: CampaignRow) throws {
        let decoder = JSONDecoder()
        func read<Value: Decodable>(_ text: String) -> Value? {
            try? decoder.decode(Value.self, from: Data(text.utf8))
        }
        guard let digest = Digest(hex: row.digest), let relay = Digest(hex: row.relayDigest),
            let facts: CampaignFacts = read(row.facts),
            let letter: PlannedLetter = read(row.letter)
        else { throw JournalError("a campaign of the journal is damaged") }
        self.init(
            id: row.id,
            plannedAt: Date(seconds: row.plannedAt),
            planner: row.planner,
            asOf: row.asOf.map(Date.init(seconds:)),
            digest: digest,
            relayDigest: relay,
            facts: facts,
            letter: letter,
            startedAt: row.startedAt.map(Date.init(seconds:)),
            finishedAt: row.finishedAt.map(Date.init(seconds:)),
            pausedBecause: row.pausedBecause,
            erasedAt: row.erasedAt.map(Date.init(seconds:))
        )
    }
}

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
    /// What the approver should know besides; plain sentences.
    package let warnings: [String]
    package let sharedAddresses: Int
    package let forecastSeconds: Int
    /// When the file was last changed, in seconds since 1970; nil if the disk does not say.
    package let sourceChangedAt: Int?
    /// How the file was read, for example `windows-1252 (likely), separated by semicolons (likely)`.
    package let sourceForm: String
    /// The lines that were taken for no rows, in plain words; nil without any.
    package let uncounted: String?
    package let columns: [Column]
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
        /// In plain words; nil for a column that is simply not needed.
        package let reason: String?

        package init(header: String, reason: String?) {
            self.header = header
            self.reason = reason
        }
    }

    /// Headers of the columns that were not kept, in file order.
    package var discardedColumns: [String] { dropped.map(\.header) }

    package init(
        source: String,
        sourceDigest: Digest,
        firstDay: String,
        lastDay: String,
        services: [String],
        sites: [String],
        timeZone: String,
        relay: String,
        dropped: [DroppedColumn],
        warnings: [String],
        sharedAddresses: Int,
        forecastSeconds: Int,
        sourceChangedAt: Int? = nil,
        sourceForm: String = "",
        uncounted: String? = nil,
        columns: [Column] = [],
        approvers: Int = 1
    ) {
        self.source = source
        self.sourceDigest = sourceDigest
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.services = services
        self.sites = sites
        self.timeZone = timeZone
        self.relay = relay
        self.dropped = dropped
        self.warnings = warnings
        self.sharedAddresses = sharedAddresses
        self.forecastSeconds = forecastSeconds
        self.sourceChangedAt = sourceChangedAt
        self.sourceForm = sourceForm
        self.uncounted = uncounted
        self.columns = columns
        self.approvers = approvers
    }
}

/// The letter a campaign was planned with; what it says is shown and checked from here.
package struct PlannedLetter: Codable, Sendable {
    package let template: TemplateSource
    package let office: Office

    package init(_ letter: Letter) {
        template = letter.template.source
        office = letter.office
    }

    /// The letter itself.
    ///
    /// - Throws: `TemplateError` if this version of the program no longer takes the template.
    package func letter() throws -> Letter {
        try Letter(template: Template(template), office: office)
    }
}

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
    /// How its events are written.
    package let form: ProofForm
    package let digest: Digest
    package let relayDigest: Digest
    package let facts: CampaignFacts
    /// The letter as it was at planning.
    package let letter: PlannedLetter
    package let startedAt: Date?
    package let finishedAt: Date?
    /// Why sending stopped before the end; nil unless it did.
    package let pausedBecause: Kept<PauseReason>?
    package let erasedAt: Date?
    /// Why its data must not be erased; nil if it may.
    package let heldBecause: String?

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
            form: row.form,
            digest: digest,
            relayDigest: relay,
            facts: facts,
            letter: letter,
            startedAt: row.startedAt.map(Date.init(seconds:)),
            finishedAt: row.finishedAt.map(Date.init(seconds:)),
            pausedBecause: row.pausedBecause.map { Kept($0) },
            erasedAt: row.erasedAt.map(Date.init(seconds:)),
            heldBecause: row.heldBecause
        )
    }
}

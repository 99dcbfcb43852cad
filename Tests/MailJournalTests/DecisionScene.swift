import Foundation
import MailCore
import MailJournal
import TestSupport

/// Rows that wait for a person, beside people who get a message on 16 March 2021 at 9:00.
enum DecisionScene {
    /// Somebody with an address that cannot be used, or none at all.
    static func person(
        _ number: Int,
        phone: String? = nil,
        last: String? = nil,
        site: String? = "Impfzentrum Musterkreis",
        reference: String? = nil,
        address: EmailAddress? = nil
    ) -> Contact {
        Contact(
            name: PersonName(first: "Erika", last: last ?? "Muster \(number)"),
            address: address,
            phone: phone,
            site: site,
            reference: reference ?? "MK-\(100_000 + number)"
        )
    }

    static func row(
        _ number: Int,
        _ rowClass: RowClass = .needsDecision,
        contact: Contact?,
        start: AppointmentTime?,
        isHalfKnown: Bool = false,
        isCollective: Bool = false
    ) -> ClassifiedRow {
        var row = ClassifiedRow(
            row: number,
            line: number,
            rowClass: rowClass,
            reasons: [.takenForReal],
            start: start,
            contact: contact,
            isHalfKnown: isHalfKnown
        )
        row.isCollective = isCollective
        return row
    }

    static func at(_ hour: Int, day: Int = 16) throws -> AppointmentTime {
        guard let day = LocalDay(year: 2021, month: 3, day: day) else {
            throw CocoaError(.featureUnsupported)
        }
        return AppointmentTime(local: LocalTime(day: day, hour: hour, minute: 0), offset: 0)
    }

    static func letter(
        _ address: String,
        start: AppointmentTime? = nil,
        seed: UInt64 = 99,
        sharedWith: Int? = nil
    ) throws -> AddedRecipient {
        var generator = SplitMix(seed: seed)
        return AddedRecipient(
            address: try EmailAddress(parsing: address),
            start: start,
            id: MessageID(using: &generator),
            sharedWith: sharedWith
        )
    }
}

extension JournalScene {
    static let decider = Official.login("decider", 4)

    @discardableResult
    func decide(
        _ rows: [Int],
        _ answer: RowAnswer,
        of campaign: CampaignRecord
    ) throws -> DecisionRecord {
        try journal.decide(rows: rows, answer, of: campaign, by: Self.decider, at: now)
    }

    @discardableResult
    func decide(
        _ row: Int,
        sending letter: AddedRecipient,
        of campaign: CampaignRecord
    ) throws -> DecisionRecord {
        try journal.decide(
            row: row,
            sending: letter,
            of: campaign,
            zone: .gmt,
            by: Self.decider,
            at: now,
            randomness: randomness
        )
    }

    func classes(of campaign: CampaignRecord, from row: Int = 100) throws -> [RowClass] {
        try journal.rows(of: campaign.id).filter { $0.row >= row }.map(\.rowClass)
    }

    /// What fails of everything that the journal alone can show, and of its proofs.
    func failures(of campaign: CampaignRecord) throws -> [String] {
        let record = try journal.campaign(campaign.id)
        let proof = try journal.proof(
            of: record,
            version: "0.1.0",
            statement: .init(at: now, renderedMessages: 0, foreignValues: 0)
        )
        var failures = try journal.evidence(of: record).failures + journal.changes(of: record)
        failures += try check(proof.json)
        for message in proof.messages {
            let answer = try journal.proof(
                ofMessage: message.id,
                in: record,
                version: "0.1.0",
                at: now
            )
            failures += try check(answer.json)
        }
        return failures
    }

    private func check(_ proof: JSON) throws -> [String] {
        try ProofCheck(of: SignedDocument(proof, with: SampleProof.key).octets).failures
    }
}

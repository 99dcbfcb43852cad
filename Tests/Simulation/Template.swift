import Foundation
import MailCore
import MailJournal
import Synchronization
import TestSupport

/// A campaign that is planned and approved, made once for each size, and copied for every course.
final class Template: Sendable {
    /// When all appointments are.
    static let appointment = Date(timeIntervalSince1970: 1_615_798_800 + 23 * 3_600)

    let image: Machine.Image
    let campaign: String
    let letter: Letter
    /// In the order of the schedule.
    private let ids: [MessageID]
    private let people: [MessageID: Int]
    private let places: [Int64: Int]

    /// The row of a person in the schedule.
    static func row(of person: Int) -> Int { person + 2 }

    init(_ scene: Course.Scene, on machine: Machine) throws {
        let domains = ["post.example", "brief.example", "karte.example"].prefix(scene.domains)
        let sample = try SampleCampaign(people: scene.people, domains: Array(domains))
        machine.disk.begin([:])
        try machine.restore(Machine.Image())
        let journal = try Journal(
            in: StateDirectory(at: machine.state),
            witnessedIn: WitnessFolder(at: machine.witness),
            bootID: machine.boot
        )
        campaign = try Self.plan(sample, in: journal)
        letter = sample.letter
        var found: [(number: Int64, id: MessageID, row: Int)] = []
        try journal.forEachMessage(of: campaign) {
            found.append(($0.number, $0.id, $0.recipient.appointments[0].row))
        }
        found.sort { $0.row < $1.row }
        ids = found.map(\.id)
        people = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id, $0) })
        places = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.number, $0) })
        try journal.close()
        image = machine.image()
    }

    func id(of person: Int) -> String { ids[person].text }
    func person(of id: MessageID) -> Int? { people[id] }
    func person(of number: Int64) -> Int? { places[number] }

    private static func plan(_ sample: SampleCampaign, in journal: Journal) throws -> String {
        let now = SampleCampaign.planning
        let id = try journal.plan(
            relay: sampleSettings().relay.digest,
            asOf: nil,
            by: .login("planner", 1),
            at: now,
            timeZone: .gmt,
            randomness: .seeded(1)
        ) { _ in
            Journal.PlannedCampaign(
                plan: sample.plan,
                facts: facts,
                letter: sample.letter,
                parts: []
            )
        }
        let campaign = try journal.campaign(id)
        try journal.approve(campaign, as: "A. Muster", by: .login("approver", 2), at: now)
        return id
    }

    private static let facts = CampaignFacts(
        of: CampaignFacts.Source(
            name: "sample.csv",
            digest: Digest(of: []),
            changedAt: nil,
            form: "",
            uncounted: nil,
            columns: [],
            dropped: []
        ),
        CampaignFacts.Choice(
            firstDay: "2021-03-16",
            lastDay: "2021-03-16",
            services: [],
            sites: [],
            timeZone: "GMT"
        ),
        relay: "mail.kreis.example:587",
        warnings: [],
        sharedAddresses: 0,
        questions: nil,
        forecastSeconds: 1,
        followUp: nil,
        approvers: 1
    )
}

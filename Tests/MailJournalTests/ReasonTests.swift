import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// Reasons are text for people: whatever they say, a row means what it meant.
struct ReasonTests {
    private let scene: JournalScene
    private let campaign: CampaignRecord

    init() throws {
        scene = try JournalScene()
        let home = try EmailAddress(parsing: "heim@post.example")
        let start = try DecisionScene.at(8)
        var leftOut = try SampleCampaign.row(103, contact: SampleCampaign.person(103))
        leftOut = leftOut.leftOut ?? leftOut
        campaign = try scene.plan(
            SampleCampaign(
                people: 1,
                others: [
                    DecisionScene.row(
                        100,
                        contact: DecisionScene.person(100),
                        start: start,
                        isHalfKnown: true
                    ),
                    DecisionScene.row(
                        101,
                        .collectiveAddress,
                        contact: DecisionScene.person(101, address: home),
                        start: start,
                        isCollective: true
                    ),
                    DecisionScene.row(102, contact: DecisionScene.person(102), start: start),
                    leftOut,
                    DecisionScene.row(104, contact: DecisionScene.person(104), start: start),
                ]
            )
        )
    }

    @Test(arguments: ["", "x", "left out by a person; must be reached another way"])
    func `a reworded reason in the journal changes nothing`(reason: String) async throws {
        _ = try scene.journal.withdraw(rows: [104], from: campaign, at: scene.now)
        try scene.close()
        try await Outside.change(scene.file, "UPDATE row SET reasons = '\(reason)'")
        #expect(throws: DecisionError.halfKnown(100)) {
            try scene.decide(100, sending: DecisionScene.letter("neu@post.example"), of: campaign)
        }
        for row in [101, 102] {
            #expect(throws: DecisionError.collective(row)) {
                try scene.decide(
                    row,
                    sending: DecisionScene.letter("heim@post.example"),
                    of: campaign
                )
            }
        }
        let people = try scene.journal.unreached(of: campaign.id)
        #expect(
            people.map(\.cause) == [
                .undecided, .collectiveAddress, .undecided, .leftOut, .leftOut,
            ]
        )
        let answers = try scene.journal.rows(of: campaign.id).filter { $0.row >= 100 }.map(\.answer)
        #expect(answers == [nil, nil, nil, .leaveOut, .leaveOut])
    }

    @Test func `a value that a row cannot have is refused by the journal itself`() async throws {
        try scene.close()
        for change in [
            "answer = 'x'", "half_known = 2", "collective = NULL", "left_out = -1",
            "start_given = 1", "answer = 'phone', start_given = 1",
        ] {
            await #expect(throws: (any Error).self) {
                try await Outside.changeAsAllowed(
                    scene.file,
                    "UPDATE row SET \(change) WHERE row = 100"
                )
            }
        }
    }
}

import Foundation
import MailCore
import MailJournal
import Testing
import TestSupport

/// Whether a later campaign knows who was told already.
struct NoticeTests {
    /// A journal in which one person was sent to, with that verdict.
    private func told(_ contact: Contact, _ verdict: Verdict = JournalScene.accepted) async throws
        -> JournalScene
    {
        let scene = try JournalScene()
        let row = try SampleCampaign.row(50, contact: contact)
        let campaign = try scene.plan(SampleCampaign(people: 0, others: [row]), approved: true)
        let delivery = try await scene.claim(0, of: campaign)
        try await scene.record(verdict, on: delivery, of: campaign)
        return scene
    }

    private func person(
        _ name: String?,
        _ reference: String?,
        at address: String = "erika@post.example"
    ) throws -> Contact {
        Contact(
            name: PersonName(full: name),
            address: try EmailAddress(parsing: address),
            phone: nil,
            site: nil,
            reference: reference
        )
    }

    @Test func `a person is known by the name at an address`() async throws {
        let scene = try await told(person("Erika Muster", "MK-1"))
        let (journal, start) = (try scene.journal, try SampleCampaign.start())
        #expect(try journal.wasTold(person("Erika Muster", "MK-1"), start))
        #expect(try journal.wasTold(person("ERIKA MUSTER", nil), start))
        #expect(
            try journal.wasTold(person("Erika Muster", "MK-2", at: "Erika@POST.example"), start)
        )
        // A family may share one booking: each of them must be told.
        #expect(try !journal.wasTold(person("Max Muster", "MK-1"), start))
        #expect(try !journal.wasTold(person("Max Muster", nil), start))
        #expect(try !journal.wasTold(person("Erika Muster", "MK-1", at: "e@post.example"), start))
    }

    @Test func `another appointment of the same person is another matter`() async throws {
        let scene = try await told(person("Erika Muster", "MK-1"))
        let later = try SampleCampaign.start(hour: 10)
        #expect(try !scene.journal.wasTold(person("Erika Muster", "MK-1"), later))
    }

    @Test func `two people without names at one address are not taken for one`() async throws {
        let scene = try await told(person(nil, "MK-1"))
        let start = try SampleCampaign.start()
        #expect(try scene.journal.wasTold(person(nil, "MK-1"), start))
        #expect(try !scene.journal.wasTold(person(nil, "MK-2"), start))
    }

    @Test func `an address without name and reference is known by itself`() async throws {
        let scene = try await told(person(nil, nil))
        #expect(try scene.journal.wasTold(person(nil, nil), SampleCampaign.start()))
    }

    @Test func `who may have been told counts as told, and who was not does not`() async throws {
        let (erika, start) = (try person("Erika Muster", "MK-1"), try SampleCampaign.start())
        let reply = Reply(code: 550)
        let cases: [(Verdict, Bool)] = [
            (.unknown(.timeout), true), (.refused(reply), false),
            (.deferred(.reply(reply)), false), (.deferred(.connectionLost), false),
        ]
        for (verdict, expected) in cases {
            let scene = try await told(erika, verdict)
            #expect(try scene.journal.wasTold(erika, start) == expected)
        }
    }

    @Test func `erased people are still known`() async throws {
        let erika = try person("Erika Muster", "MK-1")
        let scene = try await told(erika)
        try scene.close()
        try await Outside.change(
            scene.file,
            "DELETE FROM contact; DELETE FROM secret WHERE name = ''"
        )
        #expect(try scene.journal.wasTold(erika, SampleCampaign.start()))
        let dump = try await {
            try scene.close()
            return try await Program.run("sqlite3", [scene.file, ".dump"])
        }()
        for text in ["Erika", "erika", "post.example", "MK-1"] { #expect(!dump.contains(text)) }
    }

    @Test func `two campaigns from one file do not both tell the same people`() async throws {
        let scene = try JournalScene()
        let first = try scene.plan(SampleCampaign(people: 3, seed: 1), approved: true)
        let second = try scene.plan(SampleCampaign(people: 3, seed: 2), approved: true)
        #expect(try scene.journal.toldMeanwhile(second) == nil)
        for index in 0..<2 {
            let delivery = try await scene.claim(index, of: first)
            try await scene.record(JournalScene.accepted, on: delivery, of: first)
        }
        let told = try #require(try scene.journal.toldMeanwhile(second))
        #expect(told == (first.id, 2))
    }

    /// The same letters, lost or written in another way.
    @Test(arguments: [
        ("Ewa Dębski", "Ewa D?bski"), ("Ewa D?bski", "Ewa Dębski"), ("Ewa Dębski", "Ewa Debski"),
        ("Ewa Debski", "EWA DĘBSKI"), ("Jörg Müller", "Joerg Mueller"),
        ("Jörg Müller", "J?rg M?ller"),
        ("J?rg M?ller", "Joerg Mueller"), ("Joerg Mueller", "J?rg Müller"),
        ("Ewa D\u{FFFD}bski", "Ewa Debski"),
        ("Groß Eva", "Gross Eva"), ("Gro? Eva", "Groß Eva"), ("O’Brien Pat", "O'Brien Pat"),
    ])
    func `a name whose letters were lost or transliterated is the same person`(
        before: String,
        now: String
    ) async throws {
        let scene = try await told(person(before, "MK-1"))
        #expect(try scene.journal.notice(person(now, "MK-2"), SampleCampaign.start()) == .same)
    }

    @Test(arguments: ["Dębski Ewa", "E. Dębski", "Ewa Debska", "Max Muster", nil])
    func `another name, or none, at this address, time and site is asked about`(
        name: String?
    ) async throws {
        let scene = try await told(person("Ewa Dębski", "MK-1"))
        let (journal, start) = (try scene.journal, try SampleCampaign.start())
        #expect(try journal.notice(person(name, "MK-2"), start) == .perhaps)
        let elsewhere = Contact(
            name: PersonName(full: name),
            address: try EmailAddress(parsing: "erika@post.example"),
            phone: nil,
            site: "Halle 9",
            reference: "MK-2"
        )
        #expect(try journal.notice(elsewhere, start) == .none)
        #expect(try journal.notice(person(name, "MK-2"), SampleCampaign.start(hour: 10)) == .none)
        let other = try person(name, "MK-2", at: "e@post.example")
        #expect(try journal.notice(other, start) == .none)
    }

    @Test func `a name is asked about where none was known before`() async throws {
        let scene = try await told(person(nil, "MK-1"))
        let notice = try scene.journal.notice(person("Ewa Dębski", "MK-1"), SampleCampaign.start())
        #expect(notice == .perhaps)
    }
}

extension Journal {
    fileprivate func wasTold(_ contact: Contact, _ start: AppointmentTime) throws -> Bool {
        try notice(contact, start) == .same
    }

    /// What a draft would be told, without keeping the draft.
    fileprivate func notice(
        _ contact: Contact,
        _ start: AppointmentTime
    ) throws -> EarlierNotice {
        struct ThrownAway: Error {}
        var notice = EarlierNotice.none
        #expect(throws: ThrownAway.self) {
            _ = try plan(
                relay: Digest(of: []),
                asOf: nil,
                by: .login("planner", 1),
                at: SampleCampaign.planning,
                timeZone: .gmt,
                randomness: .seeded(1)
            ) { draft in
                notice = try draft.notice(of: contact, start)
                throw ThrownAway()
            }
        }
        return notice
    }
}

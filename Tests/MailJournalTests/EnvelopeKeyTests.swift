import MailCore
import MailJournal
import TestSupport
import Testing

/// The names under which failures are reported.
struct EnvelopeKeyTests {
    @Test func `a name is the message's own in its campaign, whenever it is asked for`() throws {
        let scene = try JournalScene()
        let first = try scene.plan(SampleCampaign(people: 2))
        let id = try #require(MessageID(parsing: "0123456789abcdef0123456789abcdef"))
        let other = try #require(MessageID(parsing: "fedcba9876543210fedcba9876543210"))
        let name = try scene.journal.envelopeKey(of: first.id).name(of: id)
        #expect(name.text != id.text && name.text.count == 32)
        #expect(try scene.journal.envelopeKey(of: first.id).name(of: other) != name)
        try scene.close()
        #expect(try scene.journal.envelopeKey(of: first.id).name(of: id) == name)
        #expect(throws: JournalError.self) { try scene.journal.envelopeKey(of: "2026-01-01-9") }
    }
}

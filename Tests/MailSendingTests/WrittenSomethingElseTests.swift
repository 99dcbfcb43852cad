import MailCore
import MailJournal
import MailSending
import Testing
import TestSupport

/// The receipt of a message shows what must never be written.
struct WrittenSomethingElseTests {
    /// What a receipt tells, and what is said of it.
    enum Fault: CaseIterable {
        case secondRecipient, otherRecipient, unreadableRecipient, otherMessage, noMessage

        func happen(to receipt: inout WireReceipt) {
            let stranger = try? EmailAddress(parsing: "stranger@example.net")
            switch self {
            case .secondRecipient: receipt.note(recipients: [stranger])
            case .otherRecipient: receipt.recipient = stranger
            case .unreadableRecipient: receipt.recipient = nil
            case .otherMessage: receipt.digest = Digest(of: "other".utf8)
            case .noMessage: receipt.digest = nil
            }
        }

        var words: String {
            switch self {
            case .secondRecipient: "2 recipients were written"
            case .otherRecipient, .unreadableRecipient: "another recipient than its own"
            case .otherMessage, .noMessage: "something else than the approved message"
            }
        }
    }

    @Test(arguments: Fault.allCases)
    func `sending stops at the first one, and its verdict is kept`(fault: Fault) async throws {
        let scene = try SendingScene(people: 5)
        let script = TransportScript(
            tampering: { fault.happen(to: &$0) },
            answering: { _ in .accepted }
        )
        guard case .safety(let reason) = try await scene.send(to: script) else {
            Issue.record("it did not stop")
            return
        }
        let text = reason.description
        #expect(text.contains("row 2: ") && text.contains(fault.words), "\(text)")
        #expect(script.past.attempts.count == 1)
        #expect(try scene.counts == [.accepted: 1, .planned: 4])
        #expect(script.past.connectionsLeftOpen == 0)
    }

    @Test func `a body that was cut short is no fault`() async throws {
        let scene = try SendingScene(people: 2)
        let script = TransportScript(
            tampering: { $0.digest = nil },
            answering: { $0.ordinal == 1 ? .lost : .accepted }
        )
        guard case .safety = try await scene.send(to: script) else {
            Issue.record("the accepted one must stop it")
            return
        }
        #expect(script.past.attempts.count > 1)
    }
}

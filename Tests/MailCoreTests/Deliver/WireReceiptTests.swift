import MailCore
import TestSupport
import Testing

/// What a receipt reads out of written octets.
struct WireReceiptTests {
    private func receipt(of text: String) -> WireReceipt {
        var receipt = WireReceipt()
        receipt.note(message: Array(text.utf8)[...])
        return receipt
    }

    @Test func `a message that left whole has the planned digest`() {
        let message = sampleMessage(to: "a@example.org", padding: 5_000)
        var receipt = WireReceipt()
        receipt.note(message: message.bytes[...])
        #expect(receipt.octets == message.bytes.count)
        #expect(receipt.data == Digest(of: message.bytes))
        #expect(receipt.digest == message.digest)
        #expect(receipt.data != receipt.digest)
    }

    @Test func `one octet that is missing or changed shows`() {
        let message = sampleMessage(to: "a@example.org")
        var changed = message.bytes
        changed[changed.count - 3] ^= 1
        for written in [message.bytes.dropLast(), changed[...]] {
            var receipt = WireReceipt()
            receipt.note(message: written)
            #expect(receipt.digest != message.digest)
            #expect(receipt.data == Digest(of: written))
        }
    }

    @Test(arguments: [
        "To: a@b.example\r\nDate: x\r\nA: b\r\n\r\ntext\r\n",
        "To: a@b.example\r\ndATE: x,\r\n  folded\r\n\ttwice\r\nA: b\r\n\r\ntext\r\n",
    ])
    func `the Date field is cut out, folded lines with it`(text: String) {
        let expected = Digest(of: Array("To: a@b.example\r\nA: b\r\n\r\ntext\r\n".utf8))
        #expect(receipt(of: text).digest == expected)
    }

    @Test func `a Date in the body is text`() {
        let text = "Date: x\r\n\r\nDate: y\r\n\r\n"
        #expect(receipt(of: text).digest == Digest(of: Array("\r\nDate: y\r\n\r\n".utf8)))
    }

    @Test(arguments: [
        "Date: x\r\nTo: a", "Date: x\r\n", "To: a\r\n\r\ntext\r\n",
        "Date: x\r\nDate: y\r\n\r\ntext\r\n", "Date: x\n\ntext\n", "\r", "Dates: x\r\n\r\n",
    ])
    func `without a whole header section and one Date there is no digest`(text: String) {
        let receipt = receipt(of: text)
        #expect(receipt.digest == nil)
        #expect(receipt.data == Digest(of: Array(text.utf8)))
    }

    @Test func `nothing written is nothing known`() {
        let receipt = receipt(of: "")
        #expect(receipt == WireReceipt())
        #expect(receipt.data == nil)
    }

    @Test func `of two recipients none is called the recipient`() throws {
        let people = try ["a@example.org", "b@example.org"].map(EmailAddress.init(parsing:))
        var one = WireReceipt()
        one.note(recipients: [people[0]])
        #expect(one.recipients == 1 && one.recipient == people[0])
        one.note(recipients: [])
        #expect(one.recipient == people[0])
        one.note(recipients: [people[1]])
        #expect(one.recipients == 2 && one.recipient == nil)
        var both = WireReceipt()
        both.note(recipients: people)
        #expect(both.recipients == 2 && both.recipient == nil)
    }

    @Test func `a receipt does not show the address`() throws {
        var receipt = WireReceipt(octets: 5)
        receipt.note(recipients: [try EmailAddress(parsing: "someone@example.org")])
        var dumped = ""
        dump(receipt, to: &dumped)
        #expect(!"\(receipt)\(String(reflecting: receipt))\(dumped)".contains("someone"))
    }
}

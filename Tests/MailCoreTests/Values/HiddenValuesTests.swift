import MailCore
import TestSupport
import Testing

/// Personal data and secrets show themselves only when asked by name.
struct HiddenValuesTests {
    private struct Holder {
        let name: String
        let value: Any
        let maybe: Any?
        let list: [Any]
    }

    /// Every way in which Swift turns a value into text without being asked for its data.
    private static func spoken(_ value: Any) -> String {
        let holder = Holder(name: "holder", value: value, maybe: value, list: [value])
        var text = "\(value) \(holder) \(String(describing: value)) \(String(reflecting: value))"
        text += " \(String(reflecting: holder)) \([value]) \(["key": value])"
        dump(value, to: &text)
        dump(holder, to: &text)
        for child in Mirror(reflecting: value).children { text += " \(child)" }
        return text
    }

    @Test func `no value tells its data by itself`() throws {
        let recipient = try sampleRecipient("secret.address@example.org")
        let contact = Contact(
            name: recipient.name,
            address: recipient.address,
            phone: "0221 4710 815",
            site: nil,
            reference: "ITS-4711001"
        )
        let row = ClassifiedRow(
            row: 2,
            line: 2,
            rowClass: .send,
            reasons: [],
            start: nil,
            contact: contact
        )
        let password = Password("geheim-4711")
        let login = Login(username: "termine", password: password)
        let token = try #require(AccessToken("geheim-4712"))
        let other = Login(username: "termine", proof: .token(token))
        let relay = Relay(host: "mail.kreis.example", port: 587, security: .startTLS, login: login)
        let values: [Any] = [
            recipient.address, recipient.name, recipient, recipient.appointments, contact, row,
            sampleMessage(to: "secret.address@example.org"), password, login, relay,
            token, other, relay.with(other),
        ]
        for value in values {
            let text = Self.spoken(value)
            for secret in ["secret", "Jörg", "Müller", "ITS-4711001", "4710 815", "geheim"] {
                #expect(!text.contains(secret), "\(type(of: value)) tells \(secret)")
            }
        }
    }
}

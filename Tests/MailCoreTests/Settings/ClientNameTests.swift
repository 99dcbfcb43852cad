import MailCore
import Testing

/// What a relay may be greeted with.
struct ClientNameTests {
    @Test(arguments: [
        ("termine.kreis.example", false), ("a-b.example", false), ("[192.0.2.7]", false),
        ("[IPv6:2001:db8::7]", false), ("termine", true), ("localhost", true),
        ("localhost.localdomain", true), ("rathaus.local", true), ("LOCALHOST", true),
    ])
    func `a name is taken, and one without a domain is doubtful`(
        text: String,
        isDoubtful: Bool
    ) throws {
        let name = try #require(ClientName(text))
        #expect(name.text == text && name.isDoubtful == isDoubtful)
    }

    @Test(arguments: [
        "", ".", "a..b", ".example", "example.", "-a.example", "a-.example", "[]", "[a", "a]",
        "a:b", "a_b.example", "a b", "a/b", "a@b", "ä.example",
        String(repeating: "a.", count: 150) + "a",
    ])
    func `anything else is none`(text: String) {
        #expect(ClientName(text) == nil)
    }
}

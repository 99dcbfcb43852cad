import MailCore
import Testing

struct MaskedAddressTests {
    @Test(
        arguments: [
            ("johanna.muster@example.org", "j•••r@e•••.org"),
            ("anna@post.kreis.example", "a•••a@p•••.example"),
            ("abc@example.org", "•••@e•••.org"), ("a@b.example", "•••@b•••.example"),
        ]
    )
    func `so much of an address may be seen by everybody in the room`(
        address: String,
        shown: String
    ) throws {
        #expect(try EmailAddress(parsing: address).masked == shown)
    }
}

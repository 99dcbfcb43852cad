import MailCampaign
import MailCore
import Testing

struct GivenAddressTests {
    @Test func `one address is taken as it is`() throws {
        #expect(try GivenAddress(" frauke@post.example ").address.text == "frauke@post.example")
    }

    @Test func `nothing, several and a made-up one are refused each with its reason`() {
        #expect(throws: WrongRequest.address(.none)) { try GivenAddress("") }
        #expect(throws: WrongRequest.address(.several)) {
            try GivenAddress("a@post.example, b@post.example")
        }
        #expect(throws: Refusal.madeUpAddress) { try GivenAddress("keine@keine.de") }
        #expect(throws: Refusal.addressNeedsSMTPUTF8) { try GivenAddress("jürgen@post.example") }
        #expect(throws: WrongRequest.self) { try GivenAddress("a@b@c") }
    }
}

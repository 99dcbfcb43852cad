import MailCampaign
import MailCore
import Testing

/// Whose word counts where a reverse proxy has signed somebody in.
struct AccountTests {
    private let service = Account(login: nil, real: 990) { _ in "einzelpost" }

    @Test func `a name at the proxy is one person, however it is spelt`() {
        let spellings = ["anna@kreis.example", "Anna@Kreis.Example", "ANNA@KREIS.EXAMPLE"]
        let accounts = spellings.map(service.signedIn)
        #expect(Set(accounts).count == 1)
        #expect(accounts[0].text == "anna@kreis.example (sso) as einzelpost (990)")
        #expect(accounts[0].isService)
    }

    @Test func `two names are two people, and nobody of another realm is a second one`() {
        let anna = service.signedIn(as: "anna@kreis.example").identity
        let berta = service.signedIn(as: "berta@kreis.example").identity
        let login = Account(login: 1_001, real: 990) { _ in "anna" }.identity
        #expect(!Identity.mayBeOnePerson(anna, berta))
        #expect(Identity.mayBeOnePerson(anna, anna))
        #expect(Identity.mayBeOnePerson(anna, login) && Identity.mayBeOnePerson(berta, login))
        #expect(Identity.mayBeOnePerson(anna, service.identity))
    }
}

import MailCore
import Testing

struct IdentityTests {
    @Test func `two logins are two people`() {
        let (anna, bernd) = (Identity(login: 1001), Identity(login: 1002))
        #expect(!Identity.mayBeOnePerson(anna, bernd))
        #expect(Identity.mayBeOnePerson(anna, Identity(login: 1001)))
    }

    @Test func `nobody can tell apart who is not known, nor people of two realms`() {
        let anna = Identity(login: 1001)
        #expect(Identity.mayBeOnePerson(anna, nil))
        #expect(Identity.mayBeOnePerson(nil, nil))
        #expect(Identity.mayBeOnePerson(anna, Identity(realm: "sso", id: "anna@office.example")))
    }
}

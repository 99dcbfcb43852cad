import MailCore
import Testing

struct IdentityTests {
    @Test func `the login counts, and not the account that the program runs as`() {
        #expect(
            Identity(account: "anna (1001) as einzelpost (990)")
                == Identity(realm: "login", id: "1001")
        )
        #expect(Identity(account: "anna (1001)") == Identity(login: 1001))
    }

    @Test(arguments: ["", "anna", "anna ()", "anna (4294967296)"])
    func `a text without a number is nobody`(text: String) {
        #expect(Identity(account: text) == nil)
    }

    @Test func `two logins are two people, whatever they are called`() {
        let (anna, bernd) = (Identity(login: 1001), Identity(login: 1002))
        #expect(!Identity.mayBeOnePerson(anna, bernd))
        #expect(Identity.mayBeOnePerson(anna, Identity(account: "renamed (1001)")))
    }

    @Test func `nobody can tell apart who is not known, nor people of two realms`() {
        let anna = Identity(login: 1001)
        #expect(Identity.mayBeOnePerson(anna, nil))
        #expect(Identity.mayBeOnePerson(nil, nil))
        #expect(Identity.mayBeOnePerson(anna, Identity(realm: "sso", id: "anna@office.example")))
    }
}

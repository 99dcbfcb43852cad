/// Who somebody is: a realm that knows people, and its name for one of them.
package struct Identity: Hashable, Sendable, Codable {
    /// For example `login`, for the accounts of this machine.
    package let realm: String
    /// The realm's own, lasting name: names of accounts can be given away again, numbers count.
    package let id: String

    package init(realm: String, id: String) {
        self.realm = realm
        self.id = id
    }

    /// Somebody who logged in to this machine.
    package init(login user: UInt32) {
        self.init(realm: "login", id: "\(user)")
    }

    /// Whether both are one person, or may be: nobody can tell apart who is not known, nor people
    /// of two realms.
    package static func mayBeOnePerson(_ one: Identity?, _ other: Identity?) -> Bool {
        guard let one, let other, one.realm == other.realm else { return true }
        return one.id == other.id
    }
}

package import MailCore

extension Official {
    /// Somebody with a login of that name and number.
    package static func login(_ name: String, _ number: Int) -> Official {
        Official(
            text: "\(name) (\(number))",
            identity: Identity(realm: "login", id: "\(number)")
        )
    }
}

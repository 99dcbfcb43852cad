import MailCore

/// What version 4 wrote of an account, for example `anna (1001) as einzelpost (990)`.
///
/// Version 5 keeps the identity in columns of its own. The text is read for what is older: once by
/// the migration, and to compare those columns with events that hash the text alone.
enum AccountText {
    /// The first number is the login's; nil if there is none.
    static func identity(in text: String) -> Identity? {
        text.firstMatch(of: /\(([0-9]+)\)/).map {
            Identity(realm: "login", id: String($0.output.1))
        }
    }
}

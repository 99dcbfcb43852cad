/// The closed list of header fields, and the one recipient.
enum HeaderCheck {
    /// Each must stand exactly once.
    private static let required = [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
        "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress",
    ]
    /// May stand once.
    private static let optional = ["Reply-To"]

    static func findings(
        in fields: [ParsedMessage.Field],
        recipient: EmailAddress
    ) -> [GuardFinding] {
        let allowed = required + optional
        let foreign = fields.filter { !allowed.contains($0.name) }
            .map { GuardFinding.header(name: shown($0.name)) }
        let counts = allowed.filter { name in
            let count = fields.count { $0.name == name }
            return count > 1 || (count == 0 && required.contains(name))
        }
        let to = fields.first { $0.name == "To" }
        return foreign + counts.map { GuardFinding.headerCount(name: $0) }
            + (to?.value == recipient.text ? [] : [.recipient])
    }

    /// A field name is shown only if it looks like one, since a broken header may hold data.
    static func shown(_ name: String) -> String {
        let known =
            required + optional + ["Cc", "Bcc", "Sender", "Resent-To", "Resent-Cc", "Resent-Bcc"]
        return known.first { $0.lowercased() == name.lowercased() } ?? "(unknown)"
    }
}

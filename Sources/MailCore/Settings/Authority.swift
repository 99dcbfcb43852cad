/// Who speaks in every message: the authority, its hotline and the sender's addresses.
package struct Authority: Hashable, Sendable, Codable {
    package let name: String
    package let address: String
    package let phone: String
    package let email: String
    package let website: String
    package let imprint: String
    package let privacy: String
    package let hotlinePhone: String
    package let hotlineHours: String
    package let sender: Sender
    /// Where the authority tells the same in public; nil if it does nowhere.
    package let noticePage: String?
    /// Whom people can ask about their data; nil if nobody is named.
    package let privacyContact: String?
    /// To whom people can complain; nil if nobody is named.
    package let supervisor: String?

    package init(
        name: String,
        address: String,
        phone: String,
        email: String,
        website: String,
        imprint: String,
        privacy: String,
        hotlinePhone: String,
        hotlineHours: String,
        sender: Sender,
        noticePage: String? = nil,
        privacyContact: String? = nil,
        supervisor: String? = nil
    ) {
        self.name = name
        self.address = address
        self.phone = phone
        self.email = email
        self.website = website
        self.imprint = imprint
        self.privacy = privacy
        self.hotlinePhone = hotlinePhone
        self.hotlineHours = hotlineHours
        self.sender = sender
        self.noticePage = noticePage
        self.privacyContact = privacyContact
        self.supervisor = supervisor
    }

    /// Every address of the authority itself; the only ones besides the recipient's that a message
    /// may hold.
    package var addresses: Set<EmailAddress> {
        var all: Set = [sender.from.address, sender.envelopeFrom]
        if let replyTo = sender.replyTo { all.insert(replyTo) }
        if let own = try? EmailAddress(parsing: email) { all.insert(own) }
        let words = (privacyContact ?? "").split(separator: ", ").map(String.init)
        all.formUnion(words.compactMap { try? EmailAddress(parsing: $0) })
        return all
    }
}

/// The addresses a message comes from.
package struct Sender: Hashable, Sendable, Codable {
    /// `From`: an optional name and the address.
    package let from: NamedMailbox
    package let replyTo: EmailAddress?
    /// `MAIL FROM`: where bounces go.
    package let envelopeFrom: EmailAddress

    package init(from: NamedMailbox, replyTo: EmailAddress?, envelopeFrom: EmailAddress) {
        self.from = from
        self.replyTo = replyTo
        self.envelopeFrom = envelopeFrom
    }
}

/// `Name <address>` of the authority itself.
///
/// Never used for recipients.
package struct NamedMailbox: Hashable, Sendable, Codable {
    package let name: HeaderText?
    package let address: EmailAddress

    package init(name: HeaderText?, address: EmailAddress) {
        self.name = name
        self.address = address
    }

    /// Reads `Name <local@domain>`, `"Name" <local@domain>` (RFC 5322 section 3.2.4) or `local@domain`.
    package init(parsing text: String) throws(AddressError) {
        guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else {
            self.init(name: nil, address: try EmailAddress(parsing: text))
            return
        }
        let address = String(text[text.index(after: open)...].dropLast())
        let name = text[..<open].trimmingPrefix(while: \.isWhitespace)
        let trimmed = String(name.reversed().trimmingPrefix(while: \.isWhitespace).reversed())
        guard let plain = Self.unquoted(trimmed), let text = try? HeaderText(parsing: plain) else {
            throw .notOneMailbox
        }
        self.init(
            name: plain.isEmpty ? nil : text,
            address: try EmailAddress(parsing: address)
        )
    }

    /// Without the quotes around it, and the backslashes inside; nil if a quote stands where none may.
    private static func unquoted(_ name: String) -> String? {
        guard name.contains("\"") else { return name }
        guard name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") else { return nil }
        var (plain, isEscaped) = ("", false)
        for character in name.dropFirst().dropLast() {
            if !isEscaped {
                if character == "\"" { return nil }
                isEscaped = character == "\\"
                if isEscaped { continue }
            }
            plain.append(character)
            isEscaped = false
        }
        return isEscaped ? nil : plain
    }
}

import MailCore

/// Addresses that people type where a form demands one.
///
/// They belong to strangers, or to nobody.
enum Placeholders {
    static func contain(_ address: EmailAddress) -> Bool {
        let key = address.comparisonKey
        guard let at = key.firstIndex(of: "@") else { return false }
        let local = key[..<at]
        let domain = key[key.index(after: at)...]
        let name = domain.prefix { $0 != "." }
        return whole.contains(key) || locals.contains(String(local))
            || domains.contains(String(name)) || (local == name && isFiller(local))
    }

    /// `x`, `xxx`, `aaa`: one letter again and again, on both sides of the `@`.
    private static func isFiller(_ text: Substring) -> Bool {
        guard let first = text.first, first.isLetter else { return false }
        return text.allSatisfy { $0 == first }
    }

    private static let whole: Set = [
        "a@b.de", "a@b.com", "a@b.c", "ab@cd.de", "abc@abc.de", "abc@def.de", "kein@kein.de",
        "keine@email.de", "kein@email.de", "keine@mail.de", "kein@mail.de", "asdf@asdf.de",
        "nein@nein.de", "nix@nix.de", "ohne@ohne.de", "email@email.de", "mail@mail.de",
        "123@123.de", "1@1.de", "name@domain.de", "na@na.de",
    ]

    private static let locals: Set = [
        "noemail", "no-email", "no.email", "no_email", "nomail", "no-mail", "keine", "keinemail",
        "keine-mail", "keine.mail", "keineemail", "keine-email", "keine.email", "keine_email",
        "keine-e-mail", "keine.angabe", "keineangabe", "unbekannt", "unknown", "nichtvorhanden",
        "nicht-vorhanden", "nicht.vorhanden", "noreply", "no-reply", "no.reply", "donotreply",
        "kein", "none", "nobody", "niemand", "ohne", "ohne-email", "ohne.email", "keinemailadresse",
        "keine.email.adresse", "keine-email-adresse", "nichtbekannt", "nicht-bekannt",
    ]

    private static let domains: Set = [
        "keine", "keinemail", "keine-mail", "keineemail", "keine-email", "nomail", "no-mail",
        "noemail", "no-email", "nichtvorhanden", "unbekannt",
    ]
}

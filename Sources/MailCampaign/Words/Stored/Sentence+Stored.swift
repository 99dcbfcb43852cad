import MailCore

extension Sentence {
    /// A text that was kept in English: in the journal, whose digests bind it, or in a reply.
    ///
    /// What this program has written itself it knows again, and says in German; any other text is shown as
    /// it stands.
    package init(stored text: String) {
        self.init(en: "\(text)", de: "\(StoredPhrases.german(of: text) ?? text)")
    }
}

extension Sentence {
    /// A list of such texts with commas between them, such as how a file was read.
    init(storedList text: String) {
        let parts = text.split(separator: ", ").map { part in
            StoredPhrases.german(of: String(part)) ?? String(part)
        }
        self.init(
            en: "\(text)",
            de: "\(StoredPhrases.german(of: text) ?? parts.joined(separator: ", "))"
        )
    }
}

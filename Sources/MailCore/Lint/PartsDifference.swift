/// Where the two parts of a message no longer say the same.
///
/// Compared are words in their order. Signs, large and small letters, and what only labels a layout
/// (“Telefon”, “Ort”) make no difference, nor does an address that one part shows and the other one
/// links to.
package struct PartsDifference: Codable, Hashable, Sendable {
    /// The last words that both have.
    package let before: String
    /// What follows in the text part; empty at its end.
    package let text: String
    /// What follows in the HTML part; empty at its end.
    package let html: String

    /// Nil if both say the same.
    ///
    /// - Parameters:
    ///   - text: The text part.
    ///   - html: The source of the HTML part.
    ///   - subject: The message's subject: the HTML part's title may repeat it.
    package init?(text: String, html: String, subject: String) {
        let shown = VisibleText(HTMLDocument(html))
        let numbered = shown.hasNumbers ? text.replacing(/(?m)^\s*\d{1,2}[.)]\s/, with: "") : text
        let (left, right) = (PartWords(numbered), PartWords(shown.text))
        let same = zip(left.words, right.words).prefix { $0.folded == $1.folded }.count
        if left.words.count > same || right.words.count > same {
            before = Self.joined(left.words[max(0, same - 4)..<same])
            self.text = Self.joined(left.words[same...].prefix(6))
            self.html = Self.joined(right.words[same...].prefix(6))
            return
        }
        let linked = shown.targets.map { PartWords.address($0) }
        let onlyText = left.addresses.subtracting(right.addresses).subtracting(linked)
        let onlyHTML = right.addresses.subtracting(left.addresses)
        let known = Set((left.words + PartWords(subject).words).map(\.folded))
        let title = PartWords(shown.title).words.filter { !known.contains($0.folded) }
        guard !onlyText.isEmpty || !onlyHTML.isEmpty || !title.isEmpty else { return nil }
        before = ""
        self.text = onlyText.sorted().joined(separator: " ")
        self.html = (onlyHTML.sorted() + title.map(\.written)).joined(separator: " ")
    }

    /// With every text changed, as it is for who may not see addresses.
    package func mapped(_ change: (String) -> String) -> PartsDifference {
        PartsDifference(before: change(before), text: change(text), html: change(html))
    }

    private init(before: String, text: String, html: String) {
        self.before = before
        self.text = text
        self.html = html
    }

    /// Of a finished message; nil without an HTML part.
    package init?(_ view: MessageView) {
        guard let html = view.html else { return nil }
        self.init(text: view.text, html: html, subject: view.subject)
    }

    private static func joined(_ words: ArraySlice<PartWords.Word>) -> String {
        words.map(\.written).joined(separator: " ")
    }
}

/// The words of one part that count, and the addresses in it.
private struct PartWords {
    struct Word {
        let written: String
        let folded: String
    }

    private(set) var words: [Word] = []
    private(set) var addresses: Set<String> = []

    /// Words that only say what stands beside them; they deny nothing and promise nothing.
    private static let labels: Set<String> = [
        "adresse", "anschrift", "buchungsnummer", "datenschutz", "datum", "e", "email", "fax",
        "hotline", "impressum", "internet", "internetseite", "link", "mail", "ort", "seite", "tag",
        "tel", "telefon", "uhrzeit", "web", "webseite", "website", "zeit",
    ]

    init(_ text: String) {
        for chunk in text.split(whereSeparator: \.isWhitespace) {
            if Self.isAddress(chunk) {
                addresses.insert(Self.address(String(chunk)))
                continue
            }
            let plain = PlainLetters.folded(String(chunk))
            for word in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                let folded = String(word)
                guard !Self.labels.contains(folded) else { continue }
                words.append(Word(written: String(chunk), folded: folded))
            }
        }
    }

    private static func isAddress(_ chunk: Substring) -> Bool {
        let text = chunk.lowercased()
        return text.contains("://") || text.contains("www.")
            || text.contains("@") && text.contains(".")
    }

    /// As both parts would name it: without what leads to it and without the punctuation around it.
    static func address(_ text: String) -> String {
        var text = Substring(text.lowercased())
        for scheme in ["mailto:", "https://", "http://"] where text.hasPrefix(scheme) {
            text = text.dropFirst(scheme.count)
        }
        return text.trimmingPrefix { "(<[„“\"".contains($0) }
            .reversed().drop { ".,;:!?)>]“”\"/".contains($0) }.reversed().map(String.init).joined()
    }
}

/// Reads a template as the people who get it will, before anybody does.
package struct Linter: Sendable {
    /// Everything wrong with a letter's template; errors keep a campaign from being planned.
    ///
    /// - Parameters:
    ///   - letter: The template with the authority that sends it.
    ///   - allowedHosts: Where links may lead.
    /// - Returns: Findings in the order of files and lines.
    package static func findings(in letter: Letter, allowedHosts: [String]) -> [LintFinding] {
        let sheets = LetterSheets(letter)
        let hosts = Set(allowedHosts.map { $0.lowercased() })
        var all = SubjectRules.findings(in: sheets)
        all += WordRules.findings(in: sheets, authority: letter.authority)
        all += CharacterRules.findings(in: sheets)
        all += FactRules.findings(in: sheets, authority: letter.authority, hosts: hosts)
        all += LinkRules.findings(in: sheets, authority: letter.authority, hosts: hosts)
        all += RemoteContentRules.findings(in: sheets)
        all += PlainMarkup.findings(in: sheets)
        all += SameWords.findings(in: letter)
        all += PlaceholderRules.findings(in: letter.template)
        return all.sorted { ($0.file, $0.line ?? 0, $0.rule) < ($1.file, $1.line ?? 0, $1.rule) }
    }
}

/// The files of a template, filled in for a made-up recipient.
struct LetterSheets {
    let subject: TemplateSheet
    let text: TemplateSheet
    let html: TemplateSheet?
    let document: HTMLDocument?
    let language: String
    let says: MessageSubject
    /// The same with `mark` in place of whatever differs from person to person.
    let marked: (text: TemplateSheet, document: HTMLDocument?)

    /// Stands in no text: Unicode keeps it for private use.
    static let mark = "\u{E000}"

    /// Both bodies, the text first.
    var bodies: [TemplateSheet] { [text, html].compactMap(\.self) }

    init(_ letter: Letter) {
        let source = letter.template.source
        let values = Self.values(letter.authority)
        subject = TemplateSheet(
            file: "template.toml",
            source: letter.template.subject,
            values: values
        )
        text = TemplateSheet(file: "message.txt", source: source.text, values: values)
        html = source.html.map {
            TemplateSheet(file: "message.html", source: $0, values: values)
        }
        document = html.map { HTMLDocument($0.filled) }
        language = letter.template.language
        says = letter.template.says
        let marks = Self.values(letter.authority, person: Self.person.mapValues { _ in Self.mark })
        marked = (
            TemplateSheet(file: "message.txt", source: source.text, values: marks),
            source.html.map {
                HTMLDocument(TemplateSheet(file: "", source: $0, values: marks).filled)
            }
        )
    }

    private static let person: [Placeholder: String] = [
        .vorname: "Erika", .nachname: "Beispiel", .name: "Erika Beispiel",
        .anrede: "Guten Tag, Erika Beispiel", .datum: "Dienstag, 16. März 2021",
        .uhrzeit: "9:10 Uhr", .ort: "Halle 2", .buchungsnummer: "…4711",
        .tag: "Dienstag, 16.03.2021",
    ]

    private static func values(
        _ authority: Authority,
        person: [Placeholder: String] = person
    ) -> [String: String] {
        var own = Letter.values(of: authority).compactMapValues { $0 as? String }
        // What the authority lacks is in no message, and is read here as it would stand there.
        for (placeholder, value) in [
            (Placeholder.hinweisseite, authority.website), (.datenschutzKontakt, authority.email),
            (.aufsicht, authority.name),
        ] where own[placeholder.rawValue] == nil { own[placeholder.rawValue] = value }
        return own.merging(person.map { ($0.key.rawValue, $0.value) }) { $1 }
    }
}

import Mustache

/// A template filled with everything but the recipient: what is the same in every message.
package struct Letter: Sendable {
    package let template: Template
    package let authority: Authority

    private let subject: MustacheTemplate
    private let text: MustacheTemplate
    private let html: MustacheTemplate?
    private let authorityValues: [String: any Sendable]
    private let forms = LetterForms()
    /// Nobody writes marks in a letter; if somebody does, each message is rendered by itself.
    private let hasOwnMarks: Bool

    /// Prepares the template for rendering.
    ///
    /// - Throws: `TemplateError` if Mustache itself cannot read the text.
    package init(template: Template, authority: Authority) throws(TemplateError) {
        let source = template.source
        self.template = template
        self.authority = authority
        subject = try Self.compile(template.subject, escaped: false, source.name, "template.toml")
        text = try Self.compile(source.text, escaped: false, source.name, "message.txt")
        html = try source.html.map { html throws(TemplateError) in
            try Self.compile(html, escaped: true, source.name, "message.html")
        }
        authorityValues = Self.values(of: authority)
        let texts = [template.subject, source.text, source.html ?? ""]
        hasOwnMarks =
            texts.contains(where: TextMark.isIn)
            || authorityValues.values.contains { ($0 as? String).map(TextMark.isIn) ?? false }
    }

    /// What differs when two letters give other messages, as one digest.
    package var digest: Digest {
        var hasher = FieldHasher(version: "einzelpost letter 1")
        hasher.add(template.source.digest.hex)
        hasher.add(authority.digest.hex)
        return hasher.finalize()
    }

    /// Fills in one recipient.
    ///
    /// Values are never read as template text again.
    ///
    /// - Throws: the first placeholder that has no value for this recipient.
    func filled(for recipient: Recipient) throws(RenderError) -> FilledLetter {
        let filled = filled(with: Self.values(of: recipient).whole)
        for text in [filled.subject, filled.text, filled.html ?? ""] {
            if let missing = MissingValue.first(in: text) { throw .missingValue(missing) }
        }
        return filled
    }

    /// The same, as it goes into a message.
    func encoded(for recipient: Recipient) throws(RenderError) -> EncodedLetter {
        guard !hasOwnMarks else { return EncodedLetter(try filled(for: recipient)) }
        let values = Self.values(of: recipient)
        let form = forms.form(of: values, rendering: filled)
        if let missing = form.missing { throw .missingValue(missing) }
        if let encoded = EncodedLetter(form, filledWith: values.texts) { return encoded }
        return EncodedLetter(try filled(for: recipient))
    }

    /// What everybody with one appointment reads as subject and in the text part, with the name of a
    /// placeholder where their own values come: `Guten Tag` stands there as `<anrede>`.
    package var wording: (subject: String, text: String) {
        let filled = filled(with: LetterValues.named.whole)
        return (filled.subject, filled.text)
    }

    private func filled(with values: [String: any Sendable]) -> FilledLetter {
        let values = authorityValues.merging(values) { _, own in own }
        return FilledLetter(
            subject: subject.render(values),
            text: text.render(values),
            html: html?.render(values)
        )
    }

    private static func compile(
        _ text: String,
        escaped: Bool,
        _ template: String,
        _ file: String
    ) throws(TemplateError) -> MustacheTemplate {
        // In a line of its own the pragma leaves nothing behind.
        let pragma = "{{% CONTENT_TYPE:\(escaped ? EscapedForHTML.name : "TEXT")}}\n"
        MustacheContentTypes.register(EscapedForHTML(), named: EscapedForHTML.name)
        do {
            return try MustacheTemplate(string: pragma + text)
        } catch let error as MustacheTemplate.ParserError {
            let problem = TemplateProblem(
                file: file,
                line: error.context.lineNumber - 1,
                fault: .unreadable(detail: "\(error.error)")
            )
            throw TemplateError(template: template, problems: [problem])
        } catch {
            throw TemplateError(template: template, problems: [])
        }
    }
}

/// The texts of one message, before they become bytes.
///
/// Personal data.
struct FilledLetter {
    let subject: String
    let text: String
    let html: String?
}

/// Why one message cannot be written.
///
/// Never personal data.
package enum RenderError: PrintableError, Coded {
    /// The template needs a value this row does not have.
    case missingValue(String)
    /// A value would break out of its header field.
    case controlCharacterInSubject

    private enum CodingKeys: String, CodingKey {
        case missingValue = "missing-value"
        case controlCharacterInSubject = "control-character-in-subject"
    }

    private enum MissingValueCodingKeys: String, CodingKey { case _0 = "placeholder" }

    package var words: Sentence {
        switch self {
        case .missingValue(let placeholder):
            Sentence(
                en:
                    "the template needs “\(placeholder)” and the row has none, or one that lost letters; "
                    + "put it into a section {{#\(placeholder)}} … {{/\(placeholder)}}, or correct the row",
                de:
                    "Die Vorlage braucht „\(placeholder)“, und in der Zeile steht dazu nichts, oder nur ein Wert, "
                    + "der Buchstaben verloren hat. Setzen Sie die Stelle in einen Abschnitt {{#\(placeholder)}} … "
                    + "{{/\(placeholder)}}, oder berichtigen Sie die Zeile"
            )
        case .controlCharacterInSubject:
            Sentence(
                en: "a value in the subject holds a control character; correct the row",
                de: "Ein Wert im Betreff enthält ein Steuerzeichen; berichtigen Sie die Zeile"
            )
        }
    }
}

import Mustache

/// A template filled with everything but the recipient: what is the same in every message.
package struct Letter: Sendable {
    package let template: Template
    package let authority: Authority

    private let subject: MustacheTemplate
    private let text: MustacheTemplate
    private let html: MustacheTemplate?
    private let authorityValues: [String: any Sendable]

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
        let values = authorityValues.merging(Self.values(of: recipient)) { _, own in own }
        return FilledLetter(
            subject: try Self.render(subject, values),
            text: try Self.render(text, values),
            html: try html.map { html throws(RenderError) in try Self.render(html, values) },
            language: template.language
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
                message: "Mustache cannot read this line (\(error.error))"
            )
            throw TemplateError(template: template, problems: [problem])
        } catch {
            throw TemplateError(template: template, problems: [])
        }
    }

    private static func render(
        _ template: MustacheTemplate,
        _ values: [String: Any]
    ) throws(RenderError) -> String {
        let rendered = template.render(values)
        if let missing = MissingValue.first(in: rendered) { throw .missingValue(missing) }
        return rendered
    }
}

/// The texts of one message, before they become bytes.
///
/// Personal data.
struct FilledLetter {
    let subject: String
    let text: String
    let html: String?
    let language: String
}

/// Why one message cannot be written.
///
/// Never personal data.
package enum RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The template needs a value this row does not have.
    case missingValue(String)
    /// A value would break out of its header field.
    case controlCharacterInSubject

    package var description: String {
        switch self {
        case .missingValue(let placeholder):
            "the template needs “\(placeholder)” and the row has none, or one that lost letters; "
                + "put it into a section {{#\(placeholder)}} … {{/\(placeholder)}}, or correct the row"
        case .controlCharacterInSubject:
            "a value in the subject holds a control character; correct the row"
        }
    }
}

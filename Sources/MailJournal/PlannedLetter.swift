package import MailCore

/// The letter a campaign was planned with; what it says is shown and checked from here.
package struct PlannedLetter: Codable, Sendable {
    package let template: TemplateSource
    package let authority: Authority

    /// The names in the journal.
    private enum CodingKeys: String, CodingKey {
        case template
        case authority = "office"
    }

    package init(_ letter: Letter) {
        template = letter.template.source
        authority = letter.authority
    }

    /// The letter itself.
    ///
    /// - Throws: `TemplateError` if this version of the program no longer takes the template.
    package func letter() throws -> Letter {
        try Letter(template: Template(template), authority: authority)
    }
}

package import MailCore

/// The letter a campaign was planned with; what it says is shown and checked from here.
package struct PlannedLetter: Codable, Sendable {
    package let template: TemplateSource
    package let office: Office

    package init(_ letter: Letter) {
        template = letter.template.source
        office = letter.office
    }

    /// The letter itself.
    ///
    /// - Throws: `TemplateError` if this version of the program no longer takes the template.
    package func letter() throws -> Letter {
        try Letter(template: Template(template), office: office)
    }
}

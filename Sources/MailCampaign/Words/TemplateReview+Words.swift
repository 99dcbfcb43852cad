package import MailCore

extension TemplateReview: JSONPresentable {
    package var text: Printable { reports.map(\.text).joined(separator: "\n") }

    package var json: JSON { ["templates": .list(reports.map(\.json))] }

    package var conclusion: Conclusion { .checked(isOK) }
}

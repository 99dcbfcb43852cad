package import MailCore

extension TemplateReview: JSONPresentable {
    package var text: Sentence { reports.map(\.text).lines }

    package var json: JSON { ["templates": .list(reports.map(\.json))] }

    package var conclusion: Conclusion { .checked(isOK) }
}

import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore

/// A test mail to the office itself.
extension Console {
    func testMail(of name: String, _ visit: Visit) async throws -> Answer {
        visit.isPost
            ? try await sendTestMail(of: name, visit)
            : .page(try await testMailPage(of: name, visit).page)
    }

    private func testMailPage(of name: String, _ visit: Visit) async throws -> TestMailPage {
        let sight = try await visit.office.look { workspace in
            try TestMailSight(of: workspace.campaignID(name), in: workspace)
        }
        return TestMailPage(id: name, sight: sight, token: visit.token)
    }

    private func sendTestMail(of name: String, _ visit: Visit) async throws -> Answer {
        let fields = try await form(of: visit)
        let row = fields["zeile"].trimmed
        var page = try await testMailPage(of: name, visit)
        page.fields = fields
        page.errors = errors(in: fields)
        guard page.errors.isEmpty else { return .page(page.page) }
        do {
            let result = try await visit.office.testMail(
                of: name,
                to: fields["adresse"],
                row: row.isEmpty ? nil : Int(row)
            )
            sessions.change(visit.owner) { $0.news = result.text }
            return .elsewhere("/k/\(name)/testnachricht")
        } catch {
            guard let field = TestMailError.field(of: error), let report = ErrorReport(error) else {
                throw error
            }
            page.errors = [FieldError(field: field, words: report.message)]
            return .page(page.page)
        }
    }

    private func errors(in fields: FormFields) -> [FieldError] {
        var errors: [FieldError] = []
        if fields["adresse"].isEmpty {
            errors.append(
                FieldError(
                    field: "adresse",
                    words: Sentence(
                        en: "Please choose a mailbox.",
                        de: "Bitte wählen Sie ein Postfach."
                    )
                )
            )
        }
        let row = fields["zeile"].trimmed
        if !row.isEmpty, Int(row) == nil {
            errors.append(
                FieldError(
                    field: "zeile",
                    words: Sentence(
                        en: "Please give the number of a row.",
                        de: "Bitte geben Sie die Nummer einer Zeile an."
                    )
                )
            )
        }
        return errors
    }
}

extension Office {
    /// Waits for the mail server without keeping others from looking.
    func testMail(of name: String, to address: String, row: Int?) async throws -> TestMail.Result {
        let mail = try await work { workspace in
            try TestMail(of: workspace.campaignID(name), in: workspace, to: address, row: row)
        }
        return try await mail.run()
    }
}

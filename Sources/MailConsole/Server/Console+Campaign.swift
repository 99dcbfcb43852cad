import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore

/// A campaign, from its sums to its approval.
extension Console {
    /// - Parameters:
    ///   - name: The campaign's id.
    ///   - rest: What stands behind it.
    ///   - visit: Whose.
    /// - Returns: The page, or where it goes on.
    /// - Throws: What no field is to blame for.
    func campaign(_ name: String, _ rest: [String], _ visit: Visit) async throws -> Answer {
        switch (rest.first, visit.isPost) {
        case (nil, false):
            return .page(CampaignPage(check: try await view(of: name)).page)
        case ("zeilen", false): return .page(try await rows(of: name, visit))
        case ("zweifel", false): return .page(try await doubts(of: name, visit))
        case ("zweifel", true):
            return rest.count > 1
                ? try await phoneAll(name, visit) : try await answerDoubt(of: name, visit)
        case ("vorschau", false):
            let row = rest.count > 1 ? rest[1] : visit.query["zeile"]
            return .page(try await message(Int(row.trimmed), of: name, visit))
        case ("aufdecken", true), ("verdecken", true):
            return try await mask(name, isMasked: rest[0] == "verdecken", visit)
        case ("testnachricht", _): return try await testMail(of: name, visit)
        case ("pruefen", false):
            return .page(CheckPage(check: try await view(of: name)).page)
        case ("freigabe", false):
            return .page(try await approvalPage(name, visit).page)
        case ("freigabe", true): return try await approve(name, visit)
        default: return try await sending(name, rest, visit)
        }
    }

    private func view(of name: String) async throws -> CampaignCheck {
        try await known.check(of: name, in: office)
    }

    private func rows(of name: String, _ visit: Visit) async throws -> Page {
        let rowClass = RowClass(rawValue: visit.query["klasse"])
        let number = Int(visit.query["seite"]) ?? 1
        let rows = try await visit.office.look { workspace in
            try RowsPage(
                of: workspace.campaignID(name),
                rowClass,
                page: number,
                in: workspace
            )
        }
        return RowsListPage(id: name, rowClass: rowClass, rows: rows).page
    }

    private func doubts(
        of name: String,
        _ visit: Visit,
        fields: FormFields = FormFields([:]),
        error: FieldError? = nil
    ) async throws -> Page {
        let doubts = try await visit.office.look { workspace in
            try DoubtQuestion.all(of: workspace.campaignID(name), in: workspace)
        }
        let asked = fields["frage"]
        return DoubtPage(
            id: name,
            doubts: doubts,
            wanted: asked.isEmpty ? visit.query["frage"] : asked,
            token: visit.token,
            fields: fields,
            error: error
        ).page
    }

    private func answerDoubt(of name: String, _ visit: Visit) async throws -> Answer {
        let fields = try await form(of: visit)
        guard let choice = DoubtQuestion.Choice(rawValue: fields["wahl"]) else {
            let words = Sentence(en: "Please choose one.", de: "Bitte wählen Sie eine Antwort.")
            let error = FieldError(field: "wahl", words: words)
            return .page(try await doubts(of: name, visit, fields: fields, error: error))
        }
        let answer = DoubtAnswer(
            question: fields["frage"],
            choice: choice,
            address: fields["adresse"],
            start: fields["beginn"],
            sharedWith: fields["mit"]
        )
        do {
            let kept = try await visit.office.work { workspace in
                try answer.take(in: workspace.campaignID(name), of: workspace)
            }
            sessions.change(visit.owner) { $0.news = kept }
            return .elsewhere("/k/\(name)/zweifel")
        } catch {
            guard let report = ErrorReport(error), let field = answer.field(of: error) else {
                throw error
            }
            let words = FieldError(field: field, words: report.message)
            return .page(try await doubts(of: name, visit, fields: fields, error: words))
        }
    }

    private func phoneAll(_ name: String, _ visit: Visit) async throws -> Answer {
        _ = try await form(of: visit)
        let count = try await visit.office.work { workspace in
            try DoubtAnswer.phoneAll(in: workspace.campaignID(name), of: workspace)
        }
        sessions.change(visit.owner) {
            $0.news = Sentence(
                en: "\(count, "row is", "rows are") on the telephone list now.",
                de: "\(count, "Zeile steht", "Zeilen stehen") jetzt auf der Telefonliste."
            )
        }
        return .elsewhere("/k/\(name)/zweifel")
    }

    private func message(_ row: Int?, of name: String, _ visit: Visit) async throws -> Page {
        let isMasked = visit.session.unmasked[name] == nil
        let look: @Sendable (Workspace) throws -> MessagePage = { workspace in
            try MessagePage(
                of: row,
                of: workspace.campaignID(name),
                in: workspace,
                isMasked: isMasked
            )
        }
        // That somebody has seen people in full must stand in the journal itself.
        let page = isMasked ? try await visit.office.look(look) : try await visit.office.work(look)
        let telling = try await known.telling(of: name, in: visit.office)
        return MessageViewPage(id: name, message: page, telling: telling, token: visit.token).page
    }

    private func mask(_ name: String, isMasked: Bool, _ visit: Visit) async throws -> Answer {
        let fields = try await form(of: visit)
        if isMasked {
            sessions.change(visit.owner) { $0.unmasked[name] = nil }
        } else {
            sessions.unmask(name, for: visit.owner)
        }
        return .elsewhere("/k/\(name)/vorschau/\(Int(fields["zeile"]) ?? 0)")
    }

    private func approvalPage(_ name: String, _ visit: Visit) async throws -> ApprovalPage {
        let check = try await view(of: name)
        let refusal =
            check.status.state == .planned
            ? try await known.obstacle(to: check, in: visit.office) : nil
        return ApprovalPage(
            check: check,
            token: visit.token,
            refusal: refusal
        )
    }

    private func approve(_ name: String, _ visit: Visit) async throws -> Answer {
        let fields = try await form(of: visit)
        var page = try await approvalPage(name, visit)
        // Two clicks, or somebody else was faster.
        guard page.check.status.state == .planned else { return .elsewhere("/k/\(name)/freigabe") }
        page.fields = fields
        let typed = TypedApproval(fields)
        page.errors = typed.errors(for: page.check)
        guard page.errors.isEmpty, let person = typed.person else { return .page(page.page) }
        do {
            try await visit.office.work { workspace in
                let ready = try Approval(of: workspace.campaignID(name), in: workspace)
                    .prepare(digest: typed.digest, isMasked: true)
                _ = try ready.approve(by: person, confirmedBy: typed.respondent)
            }
            return .elsewhere("/k/\(name)/versand")
        } catch {
            guard let report = ErrorReport(error), report.conclusion == .refused else {
                throw error
            }
            page.refusal = report.message
            return .page(page.page)
        }
    }
}

import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore

/// From a file to a plan.
extension Console {
    /// - Parameters:
    ///   - rest: What stands behind `/datei`.
    ///   - visit: Whose.
    /// - Returns: The page, or where it goes on.
    /// - Throws: What no field is to blame for.
    func file(_ rest: [String], _ visit: Visit) async throws -> Answer {
        guard let name = rest.first else {
            return visit.isPost ? try await takeFile(visit) : .page(uploadPage(visit))
        }
        guard let upload = shelf.upload(name, for: visit.owner) else {
            return .page(PlainPages.uploadOver)
        }
        switch (rest.dropFirst().first, visit.isPost) {
        case (nil, false):
            return .page(FilePage(name: name, look: upload.look, token: visit.token).page)
        case ("antwort", true): return try await answerQuestion(name, upload, visit)
        case ("auswahl", false):
            guard upload.look.isPlannable else { return .elsewhere("/datei/\(name)") }
            return .page(
                ChoicePage(
                    name: name,
                    look: upload.look,
                    token: visit.token,
                    fields: upload.choice
                ).page
            )
        case ("auswahl", true): return try await plan(name, upload, visit)
        default: return .page(PlainPages.missing)
        }
    }

    private func uploadPage(_ visit: Visit, error: Sentence? = nil) -> Page {
        UploadPage(token: visit.token, example: example, error: error).page
    }

    private func takeFile(_ visit: Visit) async throws -> Answer {
        let file: SealedUpload
        do {
            file = try await receiver.file(of: visit.request) { [session = visit.session] fields in
                guard session.isFormToken(fields["zeichen"]) else {
                    throw Gate.Refused.foreignForm
                }
            }
        } catch let flaw as UploadFlaw {
            return .page(uploadPage(visit, error: flaw.words))
        }
        do {
            let look = try await visit.office.look(at: file, [])
            return .elsewhere("/datei/\(shelf.put(file, look, for: visit.owner))")
        } catch {
            guard let report = ErrorReport(error), report.conclusion == .input else { throw error }
            return .page(uploadPage(visit, error: report.message))
        }
    }

    private func answerQuestion(
        _ name: String,
        _ upload: UploadShelf.Upload,
        _ visit: Visit
    ) async throws -> Answer {
        let fields = try await form(of: visit)
        let given = upload.look.questions.flatMap(\.answers).first {
            $0.option == fields["option"] && $0.value == fields["wert"]
        }
        guard let given else { return .elsewhere("/datei/\(name)") }
        let answers = upload.answers + [given]
        let look = try await visit.office.look(at: upload.file, answers)
        shelf.change(name) {
            $0.answers = answers
            $0.look = look
        }
        return .elsewhere("/datei/\(name)")
    }

    private func plan(
        _ name: String,
        _ upload: UploadShelf.Upload,
        _ visit: Visit
    ) async throws -> Answer {
        let fields = try await form(of: visit)
        shelf.change(name) { $0.choice = fields }
        var page = ChoicePage(
            name: name,
            look: upload.look,
            token: visit.token,
            fields: fields
        )
        let chosen = ChosenFields(fields, of: upload.look)
        guard let choice = chosen.choice else {
            page.errors = chosen.errors
            return .page(page.page)
        }
        do {
            let planned = try await visit.office.plan(
                upload.file,
                upload.answers,
                choice,
                besideEarlier: fields["trotzdem"] == "1"
            )
            switch planned {
            case .campaign(let id):
                shelf.drop(name)
                return .elsewhere("/k/\(id)")
            case .earlier(let id, let words):
                page.earlier = (id, words)
                return .page(page.page)
            }
        } catch {
            guard let report = ErrorReport(error), report.conclusion != .fault else { throw error }
            page.refusal = ([report.message] + report.problems).lines
            return .page(page.page)
        }
    }
}

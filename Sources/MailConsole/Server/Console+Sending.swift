import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore

/// A campaign, from its sending to its result.
extension Console {
    func sending(_ name: String, _ rest: [String], _ visit: Visit) async throws -> Answer {
        switch (rest.first, visit.isPost) {
        case ("versand", false):
            let page = try await sendingPage(name, visit)
            return page.isAtItsEnd ? .elsewhere("/k/\(name)/ergebnis") : .page(page.page)
        case ("versand", true): return try await begin(name, visit)
        case ("anhalten", true): return try await stop(name, visit)
        case ("verlauf", false): return .stream(progress(of: name, visit))
        case ("ergebnis", false):
            let outcome = try await visit.office.look { workspace in
                try CampaignOutcome(of: workspace.campaignID(name), in: workspace)
            }
            return .page(ResultPage(outcome: outcome, token: visit.token).page)
        case ("nachpruefung", false):
            let verification = try await visit.office.look { workspace in
                try CampaignVerification(of: workspace.campaignID(name), in: workspace)
            }
            return .page(VerificationPage(id: name, verification: verification).page)
        case ("liste", true): return try await list(of: name, visit)
        case ("nachweis", false):
            let octets = try await visit.office.work { workspace in
                try CampaignPaper.proof(of: workspace.campaignID(name), in: workspace)
            }
            return .file(octets, name: "nachweis-\(name).json", type: "application/json")
        case ("bericht", false):
            let language = visit.session.language
            let octets = try await visit.office.look { workspace in
                try CampaignPaper.report(
                    of: workspace.campaignID(name),
                    language,
                    in: workspace
                )
            }
            return .file(octets, name: "bericht-\(name).html", type: "text/html; charset=utf-8")
        default: return .page(PlainPages.missing)
        }
    }

    private func sendingPage(_ name: String, _ visit: Visit) async throws -> SendingPage {
        let run = desk.run(of: name)
        let refreshes = visit.query["auto"] == "1"
        if let run, !run.isOver {
            return SendingPage(
                status: nil,
                id: name,
                sight: desk.sight(of: run),
                isRunning: true,
                isStopping: run.isStopping,
                words: nil,
                hasFailed: false,
                token: visit.token,
                refreshes: refreshes
            )
        }
        let other = try await elsewhere(name)
        return SendingPage(
            status: other == nil ? try await status(of: name) : nil,
            id: name,
            sight: other,
            isRunning: other?.campaign == name,
            isStopping: false,
            words: run?.words,
            hasFailed: run?.hasFailed ?? false,
            token: visit.token,
            refreshes: refreshes
        )
    }

    private func status(of name: String) async throws -> StatusReport {
        try await office.look { workspace in
            try StatusReport(of: workspace.campaignID(name), in: workspace)
        }
    }

    /// How far another process is with a campaign; nil if none is sending.
    func elsewhere(_ name: String) async throws -> SendingSight? {
        guard !desk.isSending else { return nil }
        let (places, surroundings) = (office.places, office.surroundings)
        return try await office.queued {
            try StatusLook(at: places, in: surroundings).look(at: nil).sight
        }
    }

    private func begin(_ name: String, _ visit: Visit) async throws -> Answer {
        _ = try await form(of: visit)
        let id = try await visit.office.look { try $0.campaignID(name) }
        switch desk.begin(id) {
        case .begun, .runsAlready: return .elsewhere("/k/\(id)/versand")
        case .another(let other):
            sessions.change(visit.owner) {
                $0.news = Sentence(
                    en: "\(other) is being sent. Begin when that has ended.",
                    de: "\(other) wird gerade gesendet. Beginnen Sie, wenn das beendet ist."
                )
            }
            return .elsewhere("/k/\(other)/versand")
        }
    }

    /// Also what another process is sending.
    private func stop(_ name: String, _ visit: Visit) async throws -> Answer {
        _ = try await form(of: visit)
        if desk.current == nil {
            _ = try await Stopping(at: office.places, in: office.surroundings).run(name)
        } else {
            await desk.stop()
        }
        return .elsewhere("/k/\(name)/versand")
    }

    /// A list names people: so it is a form, and no address that a browser fetches by itself.
    private func list(of name: String, _ visit: Visit) async throws -> Answer {
        let fields = try await form(of: visit)
        guard let kind = ContactChannel(rawValue: fields["art"]) else {
            return .page(PlainPages.missing)
        }
        let octets = try await visit.office.look { workspace in
            try CampaignPaper.list(of: workspace.campaignID(name), kind, in: workspace)
        }
        return .file(
            octets,
            name: "liste-\(kind.rawValue)-\(name).csv",
            type: "text/csv; charset=utf-8"
        )
    }
}

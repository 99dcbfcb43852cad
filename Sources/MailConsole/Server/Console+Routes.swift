import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore
import Synchronization

/// Which page an address means.
extension Console {
    func answer(_ visit: Visit) async throws -> Answer {
        let rest = Array(visit.path.dropFirst())
        switch visit.path.first {
        case nil: return .page(try await start(visit))
        case "datei": return try await file(rest, visit)
        case "k":
            guard let name = rest.first else { return .page(PlainPages.missing) }
            return try await campaign(name, Array(rest.dropFirst()), visit)
        case "barrierefreiheit": return .page(PlainPages.accessibility(facts))
        case "lebt": return .nothing
        case "sprache" where visit.isPost: return try await switchLanguage(visit)
        case "bereit" where visit.isPost: return try await check(visit)
        default: return .page(PlainPages.missing)
        }
    }

    private func start(_ visit: Visit) async throws -> Page {
        let index = try await visit.office.look { try CampaignIndex(of: $0) }
        return StartPage(
            index: index,
            readiness: readiness.withLock { $0 },
            sending: desk.current,
            token: visit.token
        ).page
    }

    private func switchLanguage(_ visit: Visit) async throws -> Answer {
        _ = try await form(of: visit)
        sessions.change(visit.owner) { $0.language = $0.language == .de ? .en : .de }
        return .elsewhere("/")
    }

    private func check(_ visit: Visit) async throws -> Answer {
        _ = try await form(of: visit)
        await lookAtEverything()
        return .elsewhere("/")
    }

    /// Whether the mail server answers, and everything else that sending needs.
    func lookAtEverything() async {
        let surroundings = office.surroundings
        let found = await Readiness.check(office.places, in: surroundings, visitingPages: false)
        let look = ReadinessLook(found, at: surroundings.now().clock(in: facts.zone))
        readiness.withLock { $0 = look }
    }
}

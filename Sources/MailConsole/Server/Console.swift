import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore
import Synchronization

/// The pages: lets in who may come in, and answers.
final class Console: HTTPResponder {
    let office: Office
    let desk: SendingDesk
    let facts: OfficeFacts
    let sessions: Sessions
    let shelf: UploadShelf
    let receiver: Receiver
    /// Where the example lies; nil outside of it.
    let example: String?
    /// What takes long to find out about a large campaign.
    let known = KnownCampaigns()
    /// What was found when everything was looked at last.
    let readiness = Mutex<ReadinessLook?>(nil)
    private let door: Door
    /// Nil until something is listened on.
    private let gate = Mutex<Gate?>(nil)

    init(
        _ office: Office,
        desk: SendingDesk,
        facts: OfficeFacts,
        sessions: Sessions,
        door: Door,
        example: String?
    ) {
        let surroundings = office.surroundings
        self.office = office
        self.desk = desk
        self.facts = facts
        self.sessions = sessions
        self.door = door
        self.example = example
        shelf = UploadShelf(randomness: surroundings.randomness, elapsed: surroundings.elapsed)
        receiver = Receiver(
            folder: office.folder,
            randomness: surroundings.randomness,
            sleep: surroundings.sleep
        )
    }

    /// Must be called before the first request comes.
    ///
    /// - Parameter port: The one that is served; nil behind a proxy.
    func open(at port: Int?) {
        gate.withLock { $0 = Gate(door, at: port) }
    }

    func respond(to request: Request, context: ConsoleContext) async throws -> Response {
        var response = await answered(request, from: context.peer)
        SafeHeaders.add(to: &response.headers)
        return response
    }

    private func answered(_ request: Request, from peer: Peer) async -> Response {
        guard let gate = gate.withLock({ $0 }) else { return Response(status: .serviceUnavailable) }
        let entry: Entry
        do {
            try gate.check(request, from: peer)
            entry = try self.entry(of: request, gate)
        } catch {
            return Response(status: error.status)
        }
        let path = request.uri.path.split(separator: "/").map(String.init)
        if request.method == .get, let plain = plain(path) { return plain }
        if case .port = door, request.method == .get, path.count == 2, path[0] == "anmelden" {
            return enter(by: path[1], gate)
        }
        guard let session = entry.session else { return response(entry.page, nil) }
        let visit = Visit(
            session: session,
            request: request,
            path: path,
            query: FormFields(request.uri.query ?? ""),
            rights: gate.rights(of: session.person),
            office: session.person.map(office.acting) ?? office
        )
        var response = await response(of: visit, gate)
        if entry.isNew, response.headers[.setCookie] == nil {
            response.headers[.setCookie] = gate.header(for: session.id)
        }
        return response
    }

    /// Whether somebody is in.
    private struct Entry {
        var session: Session?
        /// Whether the session began with this request.
        var isNew = false
        /// What is said where there is none.
        var page = PlainPages.outside
    }

    /// Whoever has signed in at the proxy needs no link; a session of somebody else is none of theirs.
    private func entry(of request: Request, _ gate: Gate) throws(Gate.Refused) -> Entry {
        let known = gate.sessionID(in: request).flatMap(sessions.session)
        let person = try gate.person(in: request)
        if let known, known.person == person { return Entry(session: known) }
        switch door {
        case .port: return Entry()
        case .socket:
            guard let person else { return Entry(page: PlainPages.notSignedIn) }
            return Entry(session: sessions.enter(as: person), isNew: true)
        }
    }

    /// What everybody may have.
    private func plain(_ path: [String]) -> Response? {
        switch path {
        case ["stil.css"]:
            Response(text: Stylesheet.text(withTheme: facts.theme != nil), type: "text/css")
        case ["skript.js"]: Response(text: Script.text, type: "text/javascript")
        default: path.first == "thema" ? ofTheme(path.dropFirst().joined(separator: "/")) : nil
        }
    }

    private func ofTheme(_ name: String) -> Response? {
        facts.theme?.file(name).map { Response(octets: $0.octets, type: $0.type) }
    }

    private func enter(by link: String, _ gate: Gate) -> Response {
        guard let session = sessions.enter(by: link) else {
            return response(PlainPages.outside, nil)
        }
        // Somewhere else, so that the link leaves the line with the address.
        var response = Response(leadingTo: "/")
        response.headers[.setCookie] = gate.header(for: session.id)
        return response
    }

    private func response(of visit: Visit, _ gate: Gate) async -> Response {
        do {
            if visit.isPost { try gate.checkOrigin(visit.request) }
            if visit.isPost, visit.path == ["abmelden"] {
                _ = try await form(of: visit)
                return leave(visit, gate)
            }
            if let page = refusal(of: visit) { return response(page, visit.session) }
            return response(try await answer(visit), visit)
        } catch is Gate.Refused {
            return response(PlainPages.foreignForm, visit.session)
        } catch {
            let report = ErrorReport(error) ?? .fault(error)
            return response(PlainPages.refused(report), visit.session)
        }
    }

    /// Why somebody may not do this; nil if they may.
    private func refusal(of visit: Visit) -> Page? {
        if visit.path == ["barrierefreiheit"] || visit.path == ["sprache"] { return nil }
        guard !visit.rights.isEmpty else { return PlainPages.unknown(visit.session.person ?? "") }
        guard let right = visit.neededRight, !visit.rights.contains(right) else { return nil }
        return PlainPages.withoutRight(right)
    }

    private func leave(_ visit: Visit, _ gate: Gate) -> Response {
        sessions.leave(visit.owner)
        shelf.drop(of: visit.owner)
        var response = response(PlainPages.left, nil)
        response.headers[.setCookie] = gate.emptyHeader
        return response
    }

    private func response(_ answer: Answer, _ visit: Visit) -> Response {
        switch answer {
        case .page(let page): response(page, visit.session)
        case .elsewhere(let path): Response(leadingTo: path)
        case .file(let octets, let name, let type):
            Response(file: octets, name: name, type: type)
        case .text(let text, let type): Response(text: text, type: type)
        case .stream(let body): Response(stream: body)
        case .nothing: Response(status: .noContent)
        }
    }

    private func response(_ page: Page, _ session: Session?) -> Response {
        let frame = PageFrame(
            facts: facts,
            session: session,
            news: session.flatMap { sessions.takeNews(of: $0.id) },
            moment: office.moment
        )
        let language = session?.language ?? facts.language ?? .de
        return Response(html: frame.html(of: page, in: language), status: page.status)
    }

    /// The fields of a form that one of our own pages has sent.
    func form(of visit: Visit) async throws -> FormFields {
        let fields: FormFields
        do {
            fields = try await receiver.fields(of: visit.request)
        } catch is UploadFlaw {
            throw Gate.Refused.foreignForm
        }
        guard visit.session.isFormToken(fields["zeichen"]) else {
            throw Gate.Refused.foreignForm
        }
        return fields
    }
}

extension Gate.Refused {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .otherHost: .misdirectedRequest
        case .otherAccount, .foreignForm: .forbidden
        case .doubtfulHeader: .badRequest
        }
    }
}

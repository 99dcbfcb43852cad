import Foundation
import MailCampaign
import MailCore
import MailImport
import MailJournal
import Synchronization
import TestSupport
import Testing

/// An office in the test's own process: configuration, schedules and journal lie in a temporary
/// folder, the clock is made, and the relay is a script.
final class CampaignScene: Sendable {
    /// A day before the appointments of `SmallSchedule`, at noon in Berlin.
    static let noon = Date(timeIntervalSince1970: 4_014_442_800)

    let folder: TemporaryFolder
    let clock = ManualClock(at: noon)
    let script: TransportScript
    private let account = Mutex(Account(login: 1_001, real: 1_001) { _ in "anna" })
    private let seeds = Mutex(SplitMix(seed: 7))
    private let connect: (@Sendable (Relay) -> any MessageTransport)?

    /// - Parameters:
    ///   - configuration: The office's.
    ///   - script: What its relay does.
    ///   - connect: Makes connections to another relay instead; nil for the script.
    /// - Throws: When its files cannot be written.
    init(
        _ configuration: Configuration = Configuration(),
        script: TransportScript = TransportScript(answering: { _ in .accepted }),
        connect: (@Sendable (Relay) -> any MessageTransport)? = nil
    ) throws {
        folder = try TemporaryFolder()
        self.script = script
        self.connect = connect
        try write(configuration.text, to: "einzelpost.toml")
    }

    func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// Somebody else acts from now on.
    func become(_ user: UInt32, _ name: String) {
        account.withLock { $0 = Account(login: user, real: user) { _ in name } }
    }

    /// Somebody who logged in, or of whom no login is known.
    func become(login: UInt32?) {
        account.withLock { $0 = Account(login: login, real: login ?? 1_000) { "user\($0)" } }
    }

    var places: AuthorityPlaces {
        AuthorityPlaces(
            configuration: path("einzelpost.toml"),
            templates: hasTemplates ? path("Templates") : Self.templates
        )
    }

    /// The checkout.
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path

    private static let templates = root + "/Templates"

    private var hasTemplates: Bool {
        FileManager.default.fileExists(atPath: path("Templates"))
    }

    /// The office's own copy of the templates, which may be changed.
    func copyTemplates() throws {
        try FileManager.default.copyItem(atPath: Self.templates, toPath: path("Templates"))
    }

    func text(of name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// Every campaign that the journal holds.
    func campaigns() throws -> [String] {
        let look = StatusLook(at: places, in: surroundings)
        guard case .campaigns(let reports) = try look.look(at: nil).finding else {
            return []
        }
        return reports.map(\.campaign.id)
    }

    func withdraw(_ rows: Int..., from id: String) throws -> Withdrawal.Result {
        try open { try Withdrawal(of: id, in: $0).run(rows: rows) }
    }

    var surroundings: Surroundings {
        let (script, clock) = (script, clock)
        return Surroundings(
            now: { clock.now },
            elapsed: { clock.elapsed },
            sleep: { await clock.sleep($0) },
            randomness: Randomness { [self] in seeds.withLock { $0.next() } },
            account: account.withLock(\.self),
            environment: ["HOME": folder.path],
            programFolder: path("bin"),
            version: "0.0.0",
            makeTransport: connect ?? { _ in script.makeTransport() },
            probe: { _, _ in
                let connection = script.makeTransport()
                return .init(
                    session: try await connection.open(),
                    answer: SenderAnswer(to: .recipient, Reply(code: 250))
                )
            },
            visit: { kind, address, _ in PageVisit(of: kind, at: address) }
        )
    }

    /// Runs one use case as a command does: the office is opened, used and closed.
    func open<Result>(_ use: (Workspace) throws -> Result) throws -> Result {
        try use(Workspace.open(places, in: surroundings))
    }

    /// Plans a schedule.
    @discardableResult
    func plan(
        _ schedule: SmallSchedule,
        _ change: (inout Planning.Choice) -> Void = { _ in }
    ) throws -> PlanReport {
        try plan(text: schedule.text, change)
    }

    @discardableResult
    func plan(
        text: String,
        _ change: (inout Planning.Choice) -> Void = { _ in }
    ) throws -> PlanReport {
        try write(text, to: "termine.csv")
        var choice = SmallSchedule.choice(of: path("termine.csv"))
        change(&choice)
        return try open { try Planning(workspace: $0, choice: choice).run() }
    }

    /// Plans and approves.
    func ready(_ schedule: SmallSchedule) throws -> String {
        let id = try plan(schedule).campaign.id
        try approve(id)
        return id
    }

    func view(of id: String) throws -> CampaignView {
        try open { try Approval(of: id, in: $0).look(isMasked: true).view }
    }

    /// Approves what was planned, as somebody who names the digest.
    @discardableResult
    func approve(_ id: String) throws -> StatusReport {
        try open { workspace in
            let approval = try Approval(of: id, in: workspace)
            let digest = try approval.look(isMasked: true).view.campaign.digest.hex
            let name = try #require(ApproverName("A. Muster"))
            return try approval.prepare(digest: digest, isMasked: true)
                .approve(by: name, confirmedBy: .nobody).status
        }
    }

    func send(
        _ id: String?,
        claim: StateClaim? = nil,
        isPatient: Bool = false,
        retryingRefused reply: String? = nil,
        stop: StopRequest = StopRequest(),
        onEvent: @escaping @Sendable (SendingEvent) -> Void = { _ in }
    ) async throws -> Sending.Result {
        let workspace = try Workspace.open(places, in: surroundings)
        return try await Sending(
            of: id,
            in: workspace,
            asOf: nil,
            claim: claim,
            isPatient: isPatient,
            retryingRefused: reply
        ).run(stop: stop, onEvent: onEvent)
    }
}

extension SmallSchedule {
    /// The day of all its appointments.
    static let localDay = LocalDay(daysSinceEpoch: 46_464)

    /// Its day, of a file of that path.
    static func choice(of path: String) -> Planning.Choice {
        Planning.Choice(
            file: path,
            days: localDay...localDay,
            services: [],
            sites: [],
            template: "termin-absage",
            reading: ReadingChoice(),
            expected: nil,
            realRows: [],
            leftOut: [],
            asOf: nil
        )
    }
}

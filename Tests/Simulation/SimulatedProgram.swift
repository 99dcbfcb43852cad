import Foundation
import MailCore
import MailJournal
import MailSending
import TestSupport

/// One life of the program, from the opening of the journal to its close: does what the commands do, in the
/// order in which they do it.
final class SimulatedProgram {
    private let world: World
    let journal: Journal
    private var campaign: CampaignRecord

    /// Opens the journal and settles what a process that died has left (`Workspace.open`).
    init(in world: World) throws {
        self.world = world
        world.truth.doubtful.formUnion(world.truth.inTheDark)
        journal = try Journal(
            in: StateDirectory(at: world.machine.state),
            witnessedIn: WitnessFolder(at: world.machine.witness),
            bootID: world.machine.boot
        )
        campaign = try journal.campaign(world.template.campaign)
        if case .behind = journal.standing { return }
        try recover()
    }

    private func recover() throws {
        let left = try FlightRecord.left(of: journal, bootID: world.machine.boot)
        let recovery = try journal.recover(flight: planted(left), at: world.now)
        try FlightRecord.forget(of: journal)
        let bound =
            left == nil
            ? world.scene.connections
            : world.truth.inTheDark.count
        world.require(
            recovery.unknown <= bound,
            .doubtBounded,
            "\(recovery.unknown) of \(bound)"
        )
        world.trace.note("\(recovery)")
        world.truth.underWay = [:]
    }

    private func planted(_ entries: [FlightRecord.Entry]?) -> [FlightRecord.Entry]? {
        switch world.fault {
        case .recoverySkipped: []
        case .doubtTakenForPlanned:
            entries?.filter { $0.phase != .bodyFinished }
        default: entries
        }
    }

    /// - Throws: What keeps SQLite from closing is no fault of the journal.
    func close() { try? journal.close() }

    func check() throws { try world.checkRest(journal) }

    /// Sends, if a person may send now; says what stands against it otherwise.
    func send(_ run: Course.Run) throws {
        guard !world.truth.isFrozen || world.fault == .freezeIgnored else {
            let incident = try journal.openIncident(of: campaign.id)
            return world.require(incident != nil, .nothingWithdrawn, "the freeze is forgotten")
        }
        try takePlace()
        if try journal.approval(of: campaign) == nil {
            try journal.approve(
                campaign,
                as: "A. Muster",
                by: .login("approver", 2),
                at: world.now
            )
        }
        guard try journal.deliveryCounts(of: campaign.id).open > 0 else { return }
        try sendOpen(run)
    }

    /// A person says `--restored` where the journal is an older one (`JournalPlace`).
    private func takePlace() throws {
        let isOlder = if case .behind = journal.standing { true } else { false }
        if isOlder {
            world.truth.doubtful = Set(0..<world.scene.people)
        }
        try journal.takeForNewest(by: .login("approver", 2), at: world.now, isOlder: isOlder)
        try journal.settle(at: world.now)
        campaign = try journal.campaign(campaign.id)
    }

    private func sendOpen(_ run: Course.Run) throws {
        let flight = try FlightRecord(
            of: journal,
            in: BootMemory(candidates: [world.machine.memory]),
            bootID: world.machine.boot
        )
        let relay = SimulatedRelay(run.weather, in: world)
        let world = world
        let desk = SimulatedCommits(journal, campaign.id, flight, in: world)
        let sender = try CampaignSender(
            journal: journal,
            campaign: campaign,
            letter: world.template.letter,
            settings: settings(),
            policy: policy(),
            flight: flight,
            surroundings: .init(
                makeTransport: { SimulatedConnection(to: relay) },
                now: { world.now },
                elapsed: { .seconds(world.executor.elapsed) },
                sleep: { await world.executor.sleep($0.inSeconds, isPatient: true) },
                commit: { try await desk.commit($0, at: $1) }
            ),
            onNews: { _ in }
        )
        world.executor.beforeStep = { world.strike(run.troubles, at: $0, sender) }
        defer { world.executor.beforeStep = { _ in } }
        let reason = try world.executor.run { try await sender.run() }
        guard world.death == nil else { return }
        world.trace.note("ended: \(reason?.description ?? "nothing left")")
        world.require(relay.standing == 0, .inOrder, "\(relay.standing) connections left open")
        try FlightRecord.forget(of: journal)
        try journal.rest()
        world.witnessed = world.machine.image()
        try checkEnding(reason)
    }

    /// A run that says that nothing is left has left nothing.
    private func checkEnding(_ reason: StopReason?) throws {
        let counts = try journal.deliveryCounts(of: campaign.id)
        world.require(counts[.sending] == 0, .oneState, "\(counts[.sending]) are left in sending")
        world.truth.underWay = [:]
        guard reason == nil else { return }
        world.require(counts.open == 0, .nobodyLost, "\(counts.open) are open at the end")
    }

    private func settings() throws -> Settings {
        let scene = world.scene
        var pace: [String] = []
        if world.fault != .paceForgotten {
            pace += scene.pace.map { ["per_minute = \($0.perMinute)"] } ?? []
            pace += scene.domainPace.map { ["per_domain_per_minute = \($0.perMinute)"] } ?? []
        }
        return try sampleSettings(
            connections: scene.connections,
            pace: pace,
            first: scene.caution,
            stopAtRefusedPercent: scene.caution > 0 ? 60 : 0
        )
    }

    private func policy() -> FailurePolicy {
        let standard = RetryRule.standard
        let retry: RetryRule =
            switch world.fault {
            case .retriedAtOnce: RetryRule(waits: [.zero], leadTime: standard.leadTime)
            case .lateRetried: RetryRule(waits: standard.waits, leadTime: .seconds(-1_000_000))
            default: standard
            }
        return FailurePolicy(retry: retry, isPatient: world.scene.isPatient)
    }
}

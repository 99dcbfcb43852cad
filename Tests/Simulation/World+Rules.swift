import Foundation
import MailCore
import MailJournal

/// What must hold while a process is sending.
extension World {
    /// Between a line's last look at the time and the call of its connection lies one commit.
    private static let grace = 5.0

    func checkSubmission(of person: Int) {
        noteTime()
        require(
            now <= Template.appointment.addingTimeInterval(Self.grace)
                || executor.elapsed < setAheadAt + Self.grace,
            .nothingLate,
            "person \(person) at \(now.timeIntervalSince(Template.appointment)) s"
        )
        require(
            !truth.withdrawn.contains(person) && !truth.isFrozen,
            .nothingWithdrawn,
            "person \(person)"
        )
        require(
            !truth.ruledAccepted.contains(person),
            .nobodyToldTwice,
            "person \(person) was ruled accepted and goes again"
        )
        if let moment = truth.notBefore[person] {
            require(
                executor.elapsed >= moment,
                .retryWaited,
                "person \(person), \(moment - executor.elapsed) s too soon"
            )
        }
    }

    func noteTaken(_ person: Int) {
        truth.taken[person, default: 0] += 1
        truth.ruledUntold.remove(person)
        let times = truth.taken[person, default: 0]
        require(
            times <= 1 + truth.allowedAgain[person, default: 0],
            .nobodyToldTwice,
            "person \(person), \(times) times"
        )
    }

    func noteClaim(_ number: Int64) {
        guard let person = template.person(of: number) else { return }
        let isKept = pace.begin(group: person % scene.domains, at: executor.elapsed)
        require(isKept, .paceKept, "person \(person) at \(executor.elapsed)")
    }
}

/// What must hold whenever no process is sending.
extension World {
    func checkRest(_ journal: Journal) throws {
        // Whoever waited for a relay that was away has seen the time pass without an attempt.
        noteTime()
        // An older journal is believed only once a person has said so, and then it has learned what it may.
        guard journal.standing == .newest else { return }
        let campaign = try journal.campaign(template.campaign)
        var states: [Int: DeliveryState] = [:]
        try journal.forEachMessage(of: template.campaign) { message in
            guard let person = template.person(of: message.number) else { return }
            require(states[person] == nil, .oneState, "person \(person)")
            states[person] = message.state
        }
        let counts = try journal.deliveryCounts(of: template.campaign)
        require(
            states.count == scene.people && counts.total == scene.people,
            .sumsRight,
            "\(states.count) of \(scene.people), \(counts.total) counted"
        )
        standing = states
        // A plan of which everything was taken out before anything was sent has no end of its own.
        let isEmpty = campaign.startedAt == nil && counts.live == 0
        isFinished = campaign.finishedAt != nil || isEmpty
        require(
            !isFinished || counts.pending == 0,
            .nobodyLost,
            "finished with \(counts.pending) pending"
        )
        for (person, state) in states.sorted(by: { $0.key < $1.key }) { check(person, state) }
        if chance.roll(25) { try checkChain(journal, campaign) }
        trace.note(
            states.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                .joined(separator: ", ")
        )
    }

    /// What breaks the chain stays in it: one look at the end finds it, some before tell where it came from.
    func checkChain(_ journal: Journal, _ campaign: CampaignRecord) throws {
        let failures = try journal.evidence(of: campaign).failures + journal.changes(of: campaign)
        require(failures.isEmpty, .chainWhole, failures.joined(separator: "; "))
    }

    private func check(_ person: Int, _ state: DeliveryState) {
        coverage.states[state, default: 0] += 1
        if truth.isTold(person), !truth.ruledUntold.contains(person) {
            require(
                state == .accepted || state == .unknown,
                .nobodyLost,
                "person \(person) was told and is \(state)"
            )
        }
        let verdict = truth.answers[person].map { Verdict($0) }
        switch state {
        case .accepted:
            require(
                truth.isTold(person) || truth.ruledAccepted.contains(person),
                .ownVerdict,
                "person \(person) was not told and is accepted"
            )
        case .refused:
            let isRefused = if case .refused = verdict { true } else { false }
            require(isRefused, .ownVerdict, "person \(person) was not refused")
        case .unknown:
            require(truth.doubtful.contains(person), .ownVerdict, "nobody doubts person \(person)")
        case .deferred:
            let isAnswered =
                switch verdict {
                case .deferred, .refused: true
                case .accepted, .unknown, nil: false
                }
            require(isAnswered, .ownVerdict, "person \(person) was not deferred")
        case .sending: note(.oneState, "person \(person) was left in sending")
        case .expired:
            let longest = 5_100.0 + 3_600
            require(
                truth.latest + longest > Template.appointment.timeIntervalSince1970,
                .ownVerdict,
                "there was time left for person \(person)"
            )
        case .withdrawn:
            require(truth.withdrawn.contains(person), .ownVerdict, "nobody withdrew \(person)")
        case .planned: break
        }
        if truth.withdrawn.contains(person) {
            require(state == .withdrawn, .nothingWithdrawn, "person \(person) is \(state)")
        }
    }
}

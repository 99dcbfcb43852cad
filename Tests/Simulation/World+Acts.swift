import Foundation
import MailCore
import MailJournal
import TestSupport

/// What happens between two rests.
extension World {
    func play(_ act: Course.Act) throws {
        coverage.happenings[act.name, default: 0] += 1
        trace.note(act.name)
        switch act {
        case .run(let run): try play(run)
        case .withdraw(let people): try command { try withdraw(people, in: $0) }
        case .resolve(let truly):
            if !standing.isEmpty, !standing.values.contains(.unknown) { return }
            try command { try resolve(truly: truly, in: $0) }
        case .retryRefused(let reply): try command { try retryRefused(reply, in: $0) }
        case .freeze: try command(freeze)
        case .thaw: try command(thaw)
        case .backUp: backUp(duringRun: false)
        case .putBack: try putBack()
        case .reboot:
            closeProgram()
            machine.reboot()
        case .wait(let seconds):
            executor.pass(seconds)
            noteTime()
        }
    }

    /// One process, whatever befalls it; and another one behind it, which settles what it has left.
    func play(_ run: Course.Run) throws {
        for trouble in run.troubles { coverage.happenings[trouble.name, default: 0] += 1 }
        chance = SplitMix(seed: run.seed)
        forgetIfClockWasSet()
        // What strikes at the opening has to find somebody who opens.
        if run.troubles.contains(where: \.isOfTheDisk) { closeProgram() }
        executor.begin(seed: run.seed &* 31 &+ 7)
        armDisk(run.troubles)
        var hasEnded = false
        do {
            try use { try $0.send(run) }
            hasEnded = death == nil
        } catch is JournalError {
            // It has ended as it does when the disk fails, or when it was killed there.
            trace.note("the journal failed")
        }
        // The next process ends a campaign in which nothing is left (`Workspace.open`).
        if !isFinished { closeProgram() }
        // It may have died while it closed.
        guard !hasEnded || death != nil else { return }
        closeProgram()
        try raise()
        try command { _ in }
    }

    /// Another process has only the times of day that are written down.
    private func forgetIfClockWasSet() {
        guard pace.clockWasSetAhead else { return }
        pace.forget()
        pace.clockWasSetAhead = false
        truth.notBefore = [:]
    }

    /// Opens a program if none is open, uses it, and looks at what it has left.
    ///
    /// Whether two commands are two processes or one makes no difference to the journal, and costs.
    private func use(_ body: (SimulatedProgram) throws -> Void) throws {
        let open = try program ?? SimulatedProgram(in: self)
        program = open
        try body(open)
        if death == nil { try open.check() }
    }

    func closeProgram() {
        program?.close()
        program = nil
    }

    /// On an undisturbed disk.
    func command(_ body: (SimulatedProgram) throws -> Void) throws {
        chance = SplitMix(seed: chance.next())
        executor.begin(seed: chance.next())
        armDisk([])
        if chance.roll(20) { closeProgram() }
        try use(body)
    }

    /// What a dead process has left is all there is.
    private func raise() throws {
        guard let left = death else { return }
        death = nil
        executor.isHurried = false
        try machine.restore(left.image)
        witnessed = left.image
        if left.isPowerCut { machine.reboot() }
    }

    private func putBack() throws {
        // A snapshot of a run in which the power failed later is the one that no witness can tell
        // (docs/delivery-states.md); whoever puts it back must not say nothing.
        let known = backups.filter { $0.duringRun == nil || $0.duringRun == powerCuts }
        guard !known.isEmpty else { return }
        let backup = chance.pick(known)
        closeProgram()
        // It may have died while it closed; the copy takes the place of what it has left.
        try raise()
        try machine.putBack(backup.image)
        if fault == .witnessForgotten { machine.loseWitness() }
        truth.forget(allBut: backup.words)
        pace.forget()
        backups = backups.filter { $0.serial <= backup.serial }
    }
}

extension Course.Act {
    var name: String {
        switch self {
        case .run: "run"
        case .withdraw: "withdraw"
        case .resolve(let truly): truly ? "resolve" : "resolve wrongly"
        case .retryRefused: "retry refused"
        case .freeze: "freeze"
        case .thaw: "thaw"
        case .backUp: "back up"
        case .putBack: "put back"
        case .reboot: "reboot"
        case .wait: "wait"
        }
    }
}

extension Course.Trouble {
    var isOfTheDisk: Bool { if case .atWrite = self { true } else { false } }

    var name: String {
        switch self {
        case .atStep(_, .kill): "killed between steps"
        case .atStep(_, .powerCut): "power cut between steps"
        case .atStep(_, .stop): "stopped"
        case .atStep(_, .clockSet(let seconds)): seconds > 0 ? "clock set ahead" : "clock set back"
        case .atStep(_, .backUp): "backed up while sending"
        case .atWrite(_, .kill): "killed while writing"
        case .atWrite(_, .powerCut): "power cut while writing"
        case .atWrite(_, .error): "disk error"
        }
    }
}

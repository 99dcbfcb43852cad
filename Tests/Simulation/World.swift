import Foundation
import MailCore
import MailJournal
import TestSupport

/// Everything around the real parts: the machine, the time, the relay's memory and the people's.
///
/// Used by the one thread of its course alone.
final class World: @unchecked Sendable {
    let machine: Machine
    let scene: Course.Scene
    let executor: SeededExecutor
    let template: Template
    let fault: PlantedFault?
    var truth = Truth()
    var trace: Trace
    var pace: PaceWatch
    /// By how much the time of day is ahead of what has passed.
    var skew: Double
    /// When it was last set ahead.
    private(set) var setAheadAt = -Double.infinity
    /// Of the relay and of the people, for the run that goes on.
    var chance: SplitMix
    /// The process that has the journal open; nil if none has.
    var program: SimulatedProgram?
    /// Where everybody stood at the last rest, and whether the campaign was finished.
    var standing: [Int: DeliveryState] = [:]
    var isFinished = false
    /// Whoever runs the relay has been asked, and it takes everybody whose mailbox is there.
    var isMended = false
    /// The first promise that was broken.
    private(set) var breach: Breach?
    /// What the process that is dead has left; nil as long as it lives.
    var death: Death?
    /// The witness as it was last flushed.
    var witnessed = Machine.Image()
    /// Journals that somebody has copied.
    var backups: [Backup] = []
    var coverage = Coverage()
    /// How many power cuts there have been.
    var powerCuts = 0

    /// What a process that died has left.
    struct Death {
        let image: Machine.Image
        let isPowerCut: Bool
    }

    /// A copy of the journal.
    struct Backup {
        let serial: Int
        let image: Machine.Image
        let words: Words
        /// How many power cuts there had been, if a process was sending; nil if none was.
        let duringRun: Int?
    }

    init(
        _ course: Course,
        on machine: Machine,
        _ template: Template,
        fault: PlantedFault?,
        keepsTrace: Bool
    ) {
        self.machine = machine
        scene = course.scene
        self.template = template
        self.fault = fault
        executor = SeededExecutor(seed: course.seed)
        trace = Trace(isKept: keepsTrace)
        pace = PaceWatch(course.scene)
        chance = SplitMix(seed: course.seed ^ 0x5eed)
        skew = Template.appointment.timeIntervalSince1970 - course.scene.ahead
        truth.latest = skew
    }

    var now: Date { Date(timeIntervalSince1970: skew + executor.elapsed) }

    func setClock(by seconds: Double) {
        noteTime()
        skew += seconds
        if seconds > 0 {
            pace.clockWasSetAhead = true
            setAheadAt = executor.elapsed
        }
        noteTime()
    }

    func noteTime() { truth.latest = max(truth.latest, now.timeIntervalSince1970) }

    /// Keeps the first one.
    func note(_ rule: Breach.Rule, _ detail: String) {
        guard breach == nil, death == nil else { return }
        breach = Breach(rule, detail)
        trace.note("\(rule.rawValue): \(detail)")
    }

    func require(_ holds: Bool, _ rule: Breach.Rule, _ detail: @autoclosure () -> String) {
        if !holds { note(rule, detail()) }
    }

    /// The process ends at this instant, whatever it was about to do.
    func die(powerCut: Bool) {
        guard death == nil else { return }
        settleWhatIsUnderWay()
        var image = machine.image()
        if powerCut {
            image = machine.afterPowerCut(image, witnessed: witnessed, &chance)
            powerCuts += 1
        }
        trace.note("\(powerCut ? "power cut" : "killed") at \(executor.steps)")
        truth.doubtful.formUnion(powerCut ? Set(0..<scene.people) : truth.inTheDark)
        death = Death(image: image, isPowerCut: powerCut)
        machine.disk.breakDown()
        executor.isHurried = true
    }

    /// A dot that was on its way when the process died may have arrived.
    private func settleWhatIsUnderWay() {
        for person in truth.inTheDark.sorted() where truth.undecided.contains(person) {
            if chance.roll(50) { truth.taken[person, default: 0] += 1 }
            truth.answers[person] = SubmissionOutcome(.finalDot, .connectionLost)
        }
        truth.undecided = []
    }
}

import MailCore
import MailJournal
import TestSupport

/// Plays courses on one machine, one after the other.
package final class Simulation {
    /// What came of a course.
    package struct Outcome: Sendable {
        /// Nil if every promise was kept.
        package let breach: Breach?
        package let trace: Trace
        package let coverage: Coverage
    }

    private var machine: Machine
    private var templates: [Size: Template] = [:]

    /// What makes a template another one.
    private struct Size: Hashable {
        let people: Int
        let domains: Int
    }

    package init() throws { machine = try Machine() }

    /// - Parameters:
    ///   - course: What happens.
    ///   - fault: What is wrong on purpose.
    ///   - keepsTrace: Whether its lines are wanted, and not only their hash.
    /// - Returns: Whether every promise was kept, and what happened.
    package func play(
        _ course: Course,
        fault: PlantedFault? = nil,
        keepsTrace: Bool = false
    ) -> Outcome {
        do {
            let world = World(
                course,
                on: machine,
                try template(course.scene),
                fault: fault,
                keepsTrace: keepsTrace
            )
            do {
                try play(course, in: world)
            } catch let breach as Breach {
                world.note(breach.rule, breach.detail)
            } catch {
                world.note(.journalUsable, "\(error)")
            }
            // What never ends still holds its lock: the next course needs another machine.
            if world.breach?.rule == .comesToNoEnd {
                machine = try Machine()
                templates = [:]
            }
            return Outcome(breach: world.breach, trace: world.trace, coverage: world.coverage)
        } catch {
            let breach = Breach(.journalUsable, "no template: \(error)")
            return Outcome(breach: breach, trace: Trace(isKept: false), coverage: Coverage())
        }
    }

    private func template(_ scene: Course.Scene) throws -> Template {
        let size = Size(people: scene.people, domains: scene.domains)
        if let known = templates[size] { return known }
        let made = try Template(scene, on: machine)
        templates[size] = made
        return made
    }

    private func play(_ course: Course, in world: World) throws {
        defer { world.closeProgram() }
        try machine.restore(world.template.image)
        world.witnessed = world.template.image
        for act in course.acts {
            try world.play(act)
            guard world.breach == nil else { return }
        }
        try world.bringToEnd()
        guard world.breach == nil else { return }
        world.closeProgram()
        try ChainReading(machine.state).add(to: &world.coverage)
    }
}

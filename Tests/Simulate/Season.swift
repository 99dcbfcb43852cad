import Foundation
import Simulation

/// Many seeds in a row, and what they have shown.
struct Season {
    private let first: UInt64
    private let count: UInt64
    private let simulation: Simulation
    private var coverage = Coverage()
    var fault: PlantedFault?

    init(first: UInt64, count: UInt64) throws {
        self.first = first
        self.count = count
        simulation = try Simulation()
    }

    /// - Returns: Whether every promise was kept.
    mutating func play() -> Bool {
        say("\(count) seeds from \(first) on")
        let began = Date()
        var broken: [Breach.Rule: Int] = [:]
        for number in 1...count {
            let course = Course(seed: first &+ number &- 1)
            let outcome = simulation.play(course, fault: fault)
            coverage.add(outcome.coverage)
            if let breach = outcome.breach {
                say("seed \(course.seed), after \(number): \(breach)")
                broken[breach.rule, default: 0] += 1
                if broken[breach.rule] == 1 { tell(breach, course) }
            }
            if number.isMultiple(of: 1_000) {
                say("\(number) seeds, \(rate(number, since: began))")
            }
        }
        for line in coverage.lines { say(line) }
        let sum =
            broken.isEmpty
            ? "every promise was kept" : "\(broken.values.reduce(0, +)) broke a promise"
        say("\(count) seeds: \(sum), \(rate(count, since: began))")
        let neglected = coverage.neglected(in: fault == nil ? count : 0)
        for arrow in neglected { say("walked too seldom: \(arrow)") }
        return broken.isEmpty && neglected.isEmpty
    }

    private func say(_ line: String) {
        print(line)
        fflush(nil)
    }

    private func rate(_ seeds: UInt64, since began: Date) -> String {
        String(format: "%.0f seeds a second", Double(seeds) / Date().timeIntervalSince(began))
    }

    private func tell(_ breach: Breach, _ course: Course) {
        let shortest = Shrinking { [simulation, fault] in
            simulation.play($0, fault: fault).breach?.rule == breach.rule
        }.shortest(of: course)
        let outcome = simulation.play(shortest, fault: fault, keepsTrace: true)
        print("The shortest course that still breaks it:")
        print("  \(shortest.scene)")
        for act in shortest.acts { print("  \(act)") }
        print("What happens in it:")
        for line in outcome.trace.lines { print("  \(line)") }
    }

    /// - Returns: Whether each was found.
    static func findPlantedFaults() throws -> Bool {
        var areFound = true
        for fault in PlantedFault.allCases {
            if let found = try fault.find() {
                print("\(fault.rawValue): found after \(found.seeds): \(found.breach)")
            } else {
                print("\(fault.rawValue): NOT FOUND in \(PlantedFault.most)")
                areFound = false
            }
            fflush(nil)
        }
        return areFound
    }
}

import Simulation
import Testing
import TestSupport

struct SimulationTests {
    @Test func `the same seed takes the same course, step by step`() throws {
        let (first, second) = (try Simulation(), try Simulation())
        for seed in 1...30 as ClosedRange<UInt64> {
            let course = Course(seed: seed)
            let trace = first.play(course, keepsTrace: true).trace
            #expect(trace.lines.count > 3)
            #expect(
                trace.lines == second.play(course, keepsTrace: true).trace.lines,
                "seed \(seed)"
            )
        }
    }

    @Test func `another seed takes another course`() throws {
        let simulation = try Simulation()
        let hashes = (1...20).map { simulation.play(Course(seed: $0)).trace.hash }
        #expect(Set(hashes).count == 20)
    }

    /// `make simulate` plays thousands of new ones.
    @Test(arguments: LongRun.all(of: Array(0..<40), sample: [0, 1]))
    func `whatever happens, every promise is kept`(batch: UInt64) throws {
        let simulation = try Simulation()
        for seed in batch * 50 + 1...batch * 50 + 50 {
            let breach = simulation.play(Course(seed: seed)).breach
            #expect(breach == nil, "seed \(seed)")
        }
    }

    /// `make simulate-faults` plants all of them.
    @Test(
        arguments: LongRun.all(
            of: PlantedFault.allCases,
            sample: [.verdictForgotten, .dotNotNoted, .recoverySkipped, .retriedAtOnce]
        )
    )
    func `a planted fault is found`(fault: PlantedFault) throws {
        #expect(try fault.find() != nil)
    }

    @Test func `a course that fails becomes as short as it gets`() throws {
        let simulation = try Simulation()
        let fails = { (course: Course) in
            simulation.play(course, fault: .withdrawalForgotten).breach?.rule == .nothingWithdrawn
        }
        let seeds = (1...50).lazy.map { Course(seed: $0) }
        let course = try #require(seeds.first { fails($0) && $0.acts.count > 2 })
        let shortest = Shrinking(while: fails).shortest(of: course)
        #expect(fails(shortest) && shortest.acts.count == 1)
        #expect(shortest.scene.connections == 1)
    }
}

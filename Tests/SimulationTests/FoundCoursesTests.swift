import Simulation
import Testing

/// Courses that once broke a promise, as short as they became, each with what was wrong.
struct FoundCoursesTests {
    private func play(_ scene: Course.Scene, _ acts: [Course.Act]) throws {
        let outcome = try Simulation().play(Course(scene: scene, acts: acts, seed: 1))
        #expect(outcome.breach == nil)
    }

    @Test func `a message that is held when its time is over is not sent any more`() throws {
        try play(
            .ordinary(people: 3, connections: 2),
            [
                .run(
                    .init(
                        troubles: [.atStep(62, .clockSet(90_000))],
                        seed: 5_282_529_052_805_061_912
                    )
                )
            ]
        )
        try play(
            .ordinary(people: 6, connections: 3, ahead: 300),
            [.run(.init(weather: [.goesAway(40, seconds: 600), .hangsUp(40)], seed: 7))]
        )
    }

    @Test(arguments: 100..<160)
    func `a stop does not hide that the journal has failed`(write: Int) throws {
        try play(
            .ordinary(people: 7, connections: 3),
            [
                .run(
                    .init(
                        troubles: [.atWrite(write, .error(lasts: false)), .atStep(127, .stop)],
                        seed: 9_216_269_017_539_772_110
                    )
                )
            ]
        )
    }

    @Test func `somebody who shall go again is in no campaign that is finished`() throws {
        try play(
            .ordinary(people: 5, missing: [4]),
            [.run(.init(seed: 12_667_918_561_900_468_949)), .retryRefused("550")]
        )
    }

    @Test func `a journal from before the first attempt comes to an end as well`() throws {
        try play(.ordinary(people: 1), [.backUp, .run(.init(seed: 5)), .putBack])
    }
}

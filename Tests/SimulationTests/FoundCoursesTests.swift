import Simulation
import Testing

/// Courses that once broke a promise, as short as they became, each with what was wrong.
struct FoundCoursesTests {
    private func play(_ scene: Course.Scene, _ acts: [Course.Act]) throws {
        let outcome = try Simulation().play(Course(scene: scene, acts: acts, seed: 1))
        #expect(outcome.breach == nil)
    }

    @Test func `a message that is held when its time is over is not sent any more`() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            try play(
                .ordinary(people: 6, connections: 3, ahead: 300),
                [.run(.init(weather: [.goesAway(40, seconds: 600)], seed: seed))]
            )
        }
    }

    @Test(arguments: [101, 119, 137, 143])
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

    @Test func `a wait is kept when the clock is set while a verdict is written down`() throws {
        let troubles = (20..<50).map { Course.Trouble.atStep($0, .clockSet(30_000)) }
        for trouble in troubles {
            let run = Course.Run(
                weather: [.greylists(40)],
                troubles: [trouble],
                seed: 16_750_066_292_663_762_681
            )
            try play(.ordinary(people: 2, ahead: 80_000), [.run(run)])
        }
    }

    @Test func `nobody who may have been told is taken out of an older journal`() throws {
        try play(
            .ordinary(people: 1),
            [.backUp, .run(.init(seed: 13_991_921_438_415_699_351)), .putBack, .withdraw([0])]
        )
    }

    @Test func `what the relay has answered is not given back when the journal fails`() throws {
        let troubles: [Course.Trouble] = [
            .atStep(22, .clockSet(90_000)), .atWrite(42, .error(lasts: false)),
        ]
        try play(
            .ordinary(people: 3, ahead: 3_900),
            [.run(.init(troubles: troubles, seed: 11_817_446_760_949_611_166))]
        )
    }

    @Test func `the pace is kept when the clock is set before the first message`() throws {
        var scene = Course.Scene.ordinary(people: 3, ahead: 80_000)
        scene.pace = .init(perMinute: 2)
        try play(
            scene,
            [
                .run(.init(troubles: [.atStep(87, .kill)], seed: 16_695_257_594_469_353_871)),
                .run(
                    .init(
                        troubles: [.atStep(2, .clockSet(3_600))],
                        seed: 12_683_893_243_401_530_593
                    )
                ),
            ]
        )
    }
}

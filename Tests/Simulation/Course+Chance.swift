import TestSupport

extension Course {
    /// Everything that a seed decides beforehand; the rest is decided by the seeds of its runs.
    package init(seed: UInt64) {
        var chance = SplitMix(seed: seed)
        let scene = Scene(by: &chance)
        let count = Int.random(in: 1...6, using: &chance)
        self.init(
            scene: scene,
            acts: (0..<count).map { _ in Act(of: scene, by: &chance) },
            seed: seed
        )
    }
}

extension Course.Scene {
    init(by chance: inout SplitMix) {
        let people = 2 + chance.early(upTo: 10)
        let crowd = chance.roll(20) ? people : 0
        self.init(
            people: people,
            domains: chance.roll(70) ? 1 : 3,
            connections: Int.random(in: 1...4, using: &chance),
            pace: chance.roll(25)
                ? .init(perMinute: Int.random(in: 2...12, using: &chance)) : nil,
            domainPace: chance.roll(10)
                ? .init(perMinute: Int.random(in: 2...6, using: &chance)) : nil,
            caution: chance.roll(15) ? 2 : 0,
            isPatient: chance.roll(20),
            ahead: chance.pick([300, 3_900, 5_400, 14_400, 40_000, 80_000]),
            missing: Set((0..<people).filter { _ in chance.roll(12) }),
            doubted: Set((0..<people).filter { _ in crowd > 0 || chance.roll(6) })
        )
    }
}

extension Course.Act {
    init(of scene: Course.Scene, by chance: inout SplitMix) {
        self =
            switch Int.random(in: 0..<100, using: &chance) {
            case ..<58: .run(Course.Run(by: &chance))
            case ..<65: .withdraw((0..<scene.people).filter { _ in chance.roll(20) })
            case ..<75: .resolve(truly: chance.roll(80))
            case ..<80: .retryRefused(chance.pick(["550", "5.7.1", "550 5.1.1", "554 5.7.1"]))
            case ..<83: .freeze
            case ..<86: .thaw
            case ..<91: .backUp
            case ..<95: .putBack
            case ..<97: .reboot
            default: .wait(chance.pick([5, 120, 1_800, 20_000, 90_000]))
            }
    }
}

extension Course.Run {
    init(by chance: inout SplitMix) {
        let mood = Int.random(in: 0..<4, using: &chance)
        let count = mood == 0 ? 0 : Int.random(in: 0...(2 * mood), using: &chance)
        var weather: [Habit] = []
        for _ in 0..<count { weather.append(Habit(by: &chance)) }
        var troubles: [Course.Trouble] = []
        for _ in 0..<chance.pick([0, 1, 1, 1, 2, 3]) {
            troubles.append(Course.Trouble(by: &chance))
        }
        self.init(weather: weather, troubles: troubles, seed: chance.next())
    }
}

extension Course.Trouble {
    init(by chance: inout SplitMix) {
        guard chance.roll(65) else {
            let blow: Course.DiskBlow =
                switch Int.random(in: 0..<100, using: &chance) {
                case ..<50: .kill
                case ..<70: .powerCut
                default: .error(lasts: chance.roll(50))
                }
            self = .atWrite(chance.early(upTo: 600), blow)
            return
        }
        let blow: Course.Blow =
            switch Int.random(in: 0..<100, using: &chance) {
            case ..<45: .kill
            case ..<60: .powerCut
            case ..<75: .stop
            case ..<92:
                .clockSet(chance.pick([-90_000, -3_600, -40, -2, 2, 40, 3_600, 30_000, 90_000]))
            default: .backUp
            }
        self = .atStep(chance.early(upTo: 900), blow)
    }
}

extension Habit {
    init(by chance: inout SplitMix) {
        let share = chance.pick([5, 15, 40, 90])
        self =
            switch Int.random(in: 0..<20, using: &chance) {
            case 0: .unreachable(share)
            case 1: .refusesLogin(min(share, 40))
            case 2: .hangsUp(share)
            case 3: .hangsUpBehindTheDot(share)
            case 4: .refusesSender(min(share, 15))
            case 5: .failsAtSender(share)
            case 6: .endsSession(share)
            case 7: .greylists(share)
            case 8: .isBusy(share)
            case 9: .defersAtTheDot(share)
            case 10: .refusesAtTheDot(share)
            case 11: .speaksOutOfTurn(share)
            case 12: .contradictsItself(min(share, 40))
            case 13: .doubtsEverybody(share)
            case 14: .closesAfterward(share)
            case 15, 16:
                .limits(
                    Int.random(in: 1...5, using: &chance),
                    seconds: chance.pick([6, 60, 600]),
                    hint: chance.roll(40) ? chance.pick([10, 90, 300]) : nil
                )
            case 17: .limitsConnection(Int.random(in: 1...4, using: &chance))
            case 18: .goesAway(min(share, 15), seconds: chance.pick([3, 60, 900, 9_000]))
            default: .isSlow(seconds: chance.pick([1, 20, 120]))
            }
    }
}

extension SplitMix {
    /// True in so many of a hundred cases.
    mutating func roll(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &self) < share }

    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    /// A number from 1 on, of which small ones are as likely as all the large ones together.
    mutating func early(upTo most: Int) -> Int {
        Int.random(in: 1...Int.random(in: 1...most, using: &self), using: &self)
    }

    mutating func seconds(upTo most: Double) -> Double { Double.random(in: 0...most, using: &self) }
}

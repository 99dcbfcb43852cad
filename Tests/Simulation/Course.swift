/// All that happens to one campaign, one act after the other: decided by a seed, and made smaller by taking
/// things away.
package struct Course: Hashable, Sendable {
    package var scene: Scene
    package var acts: [Act]
    package let seed: UInt64

    package init(scene: Scene, acts: [Act], seed: UInt64) {
        self.scene = scene
        self.acts = acts
        self.seed = seed
    }

    /// What is planned, and how it is configured.
    package struct Scene: Hashable, Sendable {
        package var people: Int
        package var domains: Int
        package var connections: Int
        package var pace: Limit?
        package var domainPace: Limit?
        package var caution: Int
        package var isPatient: Bool
        /// How long before the appointments the first act begins, in seconds.
        package var ahead: Double
        /// Whose mailbox is none.
        package var missing: Set<Int>
        /// Who is refused in words that may be meant for the sender.
        package var doubted: Set<Int>

        /// A day on which nothing is out of the ordinary.
        package static func ordinary(
            people: Int,
            connections: Int = 1,
            ahead: Double = 5_400,
            missing: Set<Int> = []
        ) -> Scene {
            Scene(
                people: people,
                domains: 1,
                connections: connections,
                pace: nil,
                domainPace: nil,
                caution: 0,
                isPatient: false,
                ahead: ahead,
                missing: missing,
                doubted: []
            )
        }
    }

    /// So many within any minute.
    package struct Limit: Hashable, Sendable {
        package var perMinute: Int

        package init(perMinute: Int) { self.perMinute = perMinute }
    }

    /// What happens between two rests.
    package enum Act: Hashable, Sendable {
        case run(Run)
        /// Takes out the messages of these people, where that is possible.
        case withdraw([Int])
        /// Rules on whoever is unknown, by what the relay's log says, or against it.
        case resolve(truly: Bool)
        /// `resume --retry-refused`: everybody who was refused with that reply goes again.
        case retryRefused(String)
        case freeze
        case thaw
        case backUp
        case putBack
        case reboot
        case wait(Double)
    }

    /// One process that sends.
    package struct Run: Hashable, Sendable {
        package var weather: [Habit]
        package var troubles: [Trouble]
        package let seed: UInt64

        package init(weather: [Habit] = [], troubles: [Trouble] = [], seed: UInt64) {
            self.weather = weather
            self.troubles = troubles
            self.seed = seed
        }
    }

    /// What befalls a process.
    package enum Trouble: Hashable, Sendable {
        /// At a step of its connections.
        case atStep(Int, Blow)
        /// At an operation on the journal's file.
        case atWrite(Int, DiskBlow)
    }

    package enum Blow: Hashable, Sendable {
        case kill
        case powerCut
        case stop
        /// The time of day is set, by seconds.
        case clockSet(Double)
        /// Somebody copies the state directory.
        case backUp
    }

    package enum DiskBlow: Hashable, Sendable {
        case kill
        case powerCut
        case error(lasts: Bool)
    }
}

/// What a relay does, in so many of a hundred cases, or always.
package enum Habit: Hashable, Sendable {
    case unreachable(Int)
    case refusesLogin(Int)
    case hangsUp(Int)
    case hangsUpBehindTheDot(Int)
    case refusesSender(Int)
    case failsAtSender(Int)
    case endsSession(Int)
    case greylists(Int)
    case isBusy(Int)
    case defersAtTheDot(Int)
    case refusesAtTheDot(Int)
    case speaksOutOfTurn(Int)
    case contradictsItself(Int)
    case doubtsEverybody(Int)
    case closesAfterward(Int)
    /// Takes so many within so many seconds, and says in how many seconds to come again, if at all.
    case limits(Int, seconds: Double, hint: Int?)
    case limitsConnection(Int)
    case goesAway(Int, seconds: Double)
    case isSlow(seconds: Double)
}

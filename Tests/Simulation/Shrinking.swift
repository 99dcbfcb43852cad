/// Makes a course that fails as short as it gets: takes away one thing after the other, as long as what is left
/// still breaks the same promise.
package struct Shrinking {
    private let fails: (Course) -> Bool

    /// - Parameter fails: Whether a course breaks that promise.
    package init(while fails: @escaping (Course) -> Bool) { self.fails = fails }

    package func shortest(of course: Course) -> Course {
        var shortest = course
        while let shorter = Self.smaller(than: shortest).first(where: fails) { shortest = shorter }
        return shortest
    }

    /// The largest steps first.
    private static func smaller(than course: Course) -> [Course] {
        withoutActs(course) + withSmallerRuns(course) + withSmallerScenes(course)
    }

    private static func withoutActs(_ course: Course) -> [Course] {
        course.acts.indices.map { index in
            var smaller = course
            smaller.acts.remove(at: index)
            return smaller
        }
    }

    private static func withSmallerRuns(_ course: Course) -> [Course] {
        course.acts.enumerated().flatMap { index, act in
            smaller(than: act).map { act in
                var smaller = course
                smaller.acts[index] = act
                return smaller
            }
        }
    }

    private static func smaller(than act: Course.Act) -> [Course.Act] {
        switch act {
        case .run(let run):
            run.troubles.indices.map { index in
                var smaller = run
                smaller.troubles.remove(at: index)
                return .run(smaller)
            }
                + run.weather.indices.map { index in
                    var smaller = run
                    smaller.weather.remove(at: index)
                    return .run(smaller)
                }
        case .withdraw(let people) where people.count > 1:
            people.indices.map { index in
                var fewer = people
                fewer.remove(at: index)
                return .withdraw(fewer)
            }
        case .withdraw, .resolve, .retryRefused, .freeze, .thaw, .backUp, .putBack, .reboot, .wait:
            []
        }
    }

    private static func withSmallerScenes(_ course: Course) -> [Course] {
        var scenes: [Course.Scene] = []
        func offer(_ change: (inout Course.Scene) -> Void) {
            var scene = course.scene
            change(&scene)
            if scene != course.scene { scenes.append(scene) }
        }
        offer { $0.people = max(1, $0.people / 2) }
        offer { $0.people = max(1, $0.people - 1) }
        offer { $0.connections = max(1, $0.connections - 1) }
        offer { $0.domains = 1 }
        offer { $0.pace = nil }
        offer { $0.domainPace = nil }
        offer { $0.caution = 0 }
        offer { $0.isPatient = false }
        offer { $0.missing = [] }
        offer { $0.doubted = [] }
        return scenes.map { scene in
            var smaller = course
            smaller.scene = scene
            return smaller
        }
    }
}

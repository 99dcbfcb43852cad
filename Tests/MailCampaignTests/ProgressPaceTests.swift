import Foundation
import MailCampaign
import Testing

/// When whoever watches is told how far sending has come, and what another signal means.
struct ProgressPaceTests {
    private static let began = Date(timeIntervalSince1970: 4_014_442_800)

    private static func due(
        _ display: ProgressPace.Display,
        _ steps: [(gone: Int, second: Double)]
    ) -> [Bool] {
        var pace = ProgressPace(display, began: began)
        return steps.map { gone, second in
            pace.isDue(gone: gone, of: 100, at: began.addingTimeInterval(second))
        }
    }

    @Test func `a bar moves ten times a second at most`() {
        let due = Self.due(.bar, [(0, 0), (1, 0.05), (2, 0.09), (3, 0.11), (4, 0.2), (5, 0.22)])
        #expect(due == [true, false, false, true, false, true])
    }

    @Test func `a log gets a line for every tenth, and twice a minute`() {
        let steps = [(1, 1.0), (9, 2), (10, 2.1), (19, 3), (20, 4), (21, 33), (22, 34), (45, 35)]
        let due = Self.due(.lines, steps)
        #expect(due == [false, false, true, false, true, false, true, true])
    }

    @Test func `the system's journal gets a line for every twentieth, and every ten minutes`() {
        let steps = [
            (1, 1.0), (4, 2), (5, 2.1), (9, 33), (10, 34), (10, 633), (10, 634), (45, 640),
        ]
        #expect(Self.due(.log, steps) == [false, false, true, false, true, false, true, true])
    }

    @Test func `nothing to send is no fault`() {
        var pace = ProgressPace(.lines, began: Self.began)
        let isDue = pace.isDue(gone: 0, of: 0, at: Self.began)
        #expect(!isDue)
    }

    @Test func `the first signal stops, a later one ends, an eager one and a hang-up do nothing`() {
        var presses = StopPresses()
        let meanings = [(10, true), (11, false), (60, true), (12, false)].map { second, isHangUp in
            presses.press(at: second, isHangUp: isHangUp)
        }
        #expect(meanings == [.stop, .nothing, .nothing, .end])
    }

    /// A slow pace ends on another day: a clock alone would say the wrong one.
    @Test func `a time of another day is told with its day`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let noon = Date(timeIntervalSince1970: 4_014_442_800)
        #expect(noon.addingTimeInterval(60).clock(in: zone, asOf: noon) == "12:01")
        #expect(
            noon.addingTimeInterval(86_400).clock(in: zone, asOf: noon)
                == "2097-03-19 12:00"
        )
    }
}

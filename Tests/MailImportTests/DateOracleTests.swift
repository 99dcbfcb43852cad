import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// Dates and times as Python's datetime and zoneinfo have them (Tests/Oracles/dates.py).
struct DateOracleTests {
    private struct Column: Decodable {
        let kind: String
        let cells: [Cell]

        func reader() throws -> StartReader {
            try DateScene.reader(cells.map(\.start))
        }
    }

    private struct Cell: Decodable {
        let start: String
        let time: String
        let expected: String?
    }

    @Test func `every accepted spelling is read as it was meant`() async throws {
        let columns = try await DateScene.oracle(
            ["write", "--seed", "20210316", "--columns", "80"],
            as: [Column].self
        )
        for column in columns {
            var reader = try column.reader()
            for cell in column.cells {
                let reading = reader.read(start: cell.start, time: cell.time)
                #expect(
                    reading.shown == cell.expected,
                    "\(column.kind): \(cell.start) | \(cell.time) | \(reading)"
                )
            }
        }
        #expect(columns.reduce(0) { $0 + $1.cells.count } == 80 * 51)
    }

    @Test func `no misspelt cell is read as something it cannot mean`() async throws {
        let columns = try await DateScene.oracle(
            ["write", "--seed", "1494", "--columns", "80"],
            as: [Column].self
        )
        var chance = SplitMix(seed: 1494)
        var asked: [[String: String]] = []
        var read: [String] = []
        for column in columns {
            var reader = try column.reader()
            for cell in column.cells {
                for _ in 0..<3 {
                    let start = Self.misspelt(cell.start, &chance)
                    let time = cell.time.isEmpty ? "" : Self.misspelt(cell.time, &chance)
                    guard let shown = reader.read(start: start, time: time).shown else { continue }
                    asked.append(["start": start, "time": time, "order": column.kind])
                    read.append(shown)
                }
            }
        }
        let folder = try TemporaryFolder()
        let file = "\(folder.path)/cells.json"
        try JSONEncoder().encode(asked).write(to: URL(filePath: file))
        let answers = try await DateScene.oracle(["read", file], as: [[String]].self)
        try #require(answers.count == asked.count)
        #expect(asked.count > 1_000)
        for (number, answer) in answers.enumerated() {
            #expect(answer == [read[number]], "\(asked[number])")
        }
    }

    /// The text with a character too many, one too few, another one, or two exchanged.
    private static func misspelt(_ text: String, _ chance: inout SplitMix) -> String {
        let stray = Array("0123456789.,:/- TZ+apmUhr")
        var letters = Array(text)
        let place = Int.random(in: 0..<letters.count, using: &chance)
        let letter = stray[Int.random(in: 0..<stray.count, using: &chance)]
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: letters.insert(letter, at: place)
        case 1: letters.remove(at: place)
        case 2: letters[place] = letter
        default: letters.swapAt(place, (place + 1) % letters.count)
        }
        return String(letters)
    }

    private struct Clock: Decodable {
        /// At each step of the wall clock: no offset, one, or two.
        let wall: [[Int]]
        /// At each step of UTC.
        let utc: [Int]
    }

    @Test(arguments: [
        ("Europe/Berlin", 60), ("Europe/London", 60), ("America/New_York", 60),
        ("Asia/Kolkata", 60), ("Australia/Lord_Howe", 30), ("America/Santiago", 60),
    ])
    func `the clocks of a zone change when Python says so`(name: String, step: Int) async throws {
        let clock = try await DateScene.oracle(
            ["clock", name, "2020", "2022", "\(step)"],
            as: Clock.self
        )
        let zone = try #require(TimeZone(identifier: name))
        var reader = StartReader(zone: zone, format: .unproven)
        let first = try Schedules.day("2020-01-01").daysSinceEpoch
        var (skipped, repeated, wrong) = (0, 0, 0)
        for (number, offsets) in clock.wall.enumerated() {
            let minutes = number * step
            let day = LocalDay(daysSinceEpoch: first + minutes / 1_440)
            let time = Self.text(minutes % 1_440)
            let reading = reader.read(start: "\(day)", time: time)
            switch offsets.count {
            case 0:
                skipped += 1
                if reading.doubt?.contains("go forward") != true { wrong += 1 }
            case 1:
                guard case .at(let start) = reading, start.offset == offsets[0],
                    "\(start.local.day)" == "\(day)",
                    start.local.hour * 60 + start.local.minute == minutes % 1_440
                else {
                    wrong += 1
                    continue
                }
            default:
                repeated += 1
                if reading.doubt?.contains("go back") != true { wrong += 1 }
            }
            let utc = reader.read(start: "\(day)T\(time)Z", time: "")
            guard case .at(let start) = utc, start.offset == clock.utc[number],
                start.epochSeconds == first * 86_400 + minutes * 60
            else {
                wrong += 1
                continue
            }
        }
        #expect(wrong == 0)
        #expect(clock.wall.count == 1_096 * 1_440 / step)
        #expect(skipped == (name == "Asia/Kolkata" ? 0 : 3))
        #expect(repeated == (name == "Asia/Kolkata" ? 0 : 3))
    }

    private static func text(_ minutes: Int) -> String {
        let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return "\(digits.prefix(2)):\(digits.suffix(2))"
    }
}

import Foundation
import TestSupport
import Testing

/// How a file was read is said by `plan`, and by `approve`.
struct FileWordsTests {
    private let office: Operator

    init() throws {
        office = try Operator()
    }

    /// What both say of this file.
    private func words(_ text: String, _ options: String = SmallSchedule.days) async throws
        -> [String]
    {
        try office.write(text, to: "termine.csv")
        let plan = try await office.run("plan termine.csv \(options)").exited(0).output
        let id = try #require(try await office.campaigns().last?.campaign)
        return [plan, try await office.run("approve \(id)").exited(0).output]
    }

    /// A row without contact data with a sum in some cell is no row: whoever stands there is on no
    /// list.
    @Test func `lines that are not counted are told, with the line of the header`() async throws {
        let columns = SmallSchedule.header.count
        let sum = "Gesamt" + String(repeating: ";", count: columns - 1)
        let text = "Termine im März\r\n\r\n" + SmallSchedule(people: 4).text + sum + "\r\n"
        for said in try await words(text) {
            #expect(said.contains("header in line 3"), "\(said)")
            #expect(
                said.contains("lines 1 and 8 not counted (titles, sums, repeated headers)"),
                "\(said)"
            )
        }
        for said in try await words(SmallSchedule(people: 4).text) {
            #expect(said.contains("header in line 1") && !said.contains("not counted"))
        }
    }

    @Test func `ten such lines are named and the others counted`() async throws {
        let sum = "Gesamt" + String(repeating: ";", count: SmallSchedule.header.count - 1) + "\r\n"
        let sums = String(repeating: sum, count: 12)
        for said in try await words(SmallSchedule(people: 2).text + sums) {
            #expect(said.contains("lines 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 2 more not counted"))
        }
        for said in try await words(SmallSchedule(people: 2).text + sum) {
            #expect(said.contains("line 4 not counted (titles"), "\(said)")
        }
    }

    @Test func `what the order of the dates stands on is told`() async throws {
        let slashed = SmallSchedule(people: 3).text.replacing("19.03.2097", with: "19/03/2097")
        for said in try await words(slashed) {
            #expect(said.contains("dates as day/month (proven by the rows)"), "\(said)")
        }
        for said in try await words(slashed, "\(SmallSchedule.days) --date-order dmy") {
            #expect(said.contains("dates as day/month (as chosen)"), "\(said)")
        }
    }

    @Test func `where nothing but the lines differs, no difference is told`() async throws {
        let sum = "Gesamt" + String(repeating: ";", count: SmallSchedule.header.count - 1) + "\r\n"
        _ = try await words(SmallSchedule(people: 2).text + sum)
        let said = try await words(SmallSchedule(people: 3).text + sum)
        #expect(!said[1].contains("file read as:"), "\(said)")
    }
}

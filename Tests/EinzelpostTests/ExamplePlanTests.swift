import Foundation
import TestSupport
import Testing

/// The example schedule, planned once for all tests that look at it.
private struct PlannedExample {
    let office: Operator
    let ending: ChildProcess.Ending

    static let shared = Task {
        let office = try Operator()
        let ending = try await office.run(
            "plan \(Example.schedule) \(Example.choice) --format json"
        )
        return PlannedExample(office: office, ending: ending)
    }

    static var office: Operator { get async throws { try await shared.value.office } }
    static var ending: ChildProcess.Ending { get async throws { try await shared.value.ending } }
    static var plan: PlanResult { get async throws { try await ending.exited(0).json() } }
}

/// One at a time: they share a state directory, which only one process may hold.
@Suite(.serialized)
struct ExamplePlanTests {
    /// `impftermine.expected.json`.
    private struct Expectation: Decodable {
        let rows: Int
        let classes: [String: Int]
        let messages: Int
        let shared_addresses: Int
        let by_row: [String: String]
        let line_by_row: [String: Int]
    }

    private let expectation: Expectation

    init() throws {
        let data = try Data(contentsOf: URL(filePath: Example.expectation))
        expectation = try JSONDecoder().decode(Expectation.self, from: data)
    }

    @Test func `every sum is that of the expectation`() async throws {
        let plan = try await PlannedExample.plan
        #expect(plan.rows == expectation.rows)
        #expect(plan.classes == expectation.classes)
        #expect(plan.messages == expectation.messages)
        #expect(plan.messages == 1494)
        #expect(plan.shared_addresses == expectation.shared_addresses)
        #expect(plan.classes.values.reduce(0, +) == plan.rows)
        #expect(plan.first_appointment == "2021-03-16T08:05:00+01:00")
        #expect(plan.last_appointment == "2021-03-21T19:55:00+01:00")
        #expect(plan.discarded_columns == ["Vermittlungscode", "Geb.-Datum", "Bemerkung"])
        #expect(plan.digest.count == 64)
    }

    @Test func `every row has the class and the line of the expectation`() async throws {
        let (office, plan) = (try await PlannedExample.office, try await PlannedExample.plan)
        let rows = try await office.rows(of: plan).rows
        #expect(rows.count == expectation.rows)
        let classes = rows.map { ("\($0.row)", $0.class) }
        #expect(Dictionary(uniqueKeysWithValues: classes) == expectation.by_row)
        let lines = rows.map { ("\($0.row)", $0.line) }
        #expect(Dictionary(uniqueKeysWithValues: lines) == expectation.line_by_row)
        #expect(rows.allSatisfy { ($0.message != nil) == ($0.class == "send") })
        #expect(Set(rows.compactMap(\.message)).count == 1494)
    }

    @Test func `every problem is at its row and tells what to do`() async throws {
        let plan = try await PlannedExample.plan
        for problem in plan.problems {
            #expect(expectation.by_row["\(problem.row)"] == problem.class)
            #expect(expectation.line_by_row["\(problem.row)"] == problem.line)
            #expect(problem.message.hasSuffix("."))
        }
        let listed = [
            "invalid-email", "placeholder", "multi-address", "collective-address", "unsendable",
        ]
        for name in listed {
            #expect(plan.problems.count { $0.class == name } == expectation.classes[name])
        }
    }

    @Test func `--class shows the rows of that class alone`() async throws {
        let (office, plan) = (try await PlannedExample.office, try await PlannedExample.plan)
        // Every class: `UnusableScheduleTests` of the library.
        for name in ["send", "no-email"] {
            let count = try #require(expectation.classes[name])
            let rows: RowsResult = try await office.run(
                "rows \(plan.campaign) --class \(name) --format json"
            ).exited(0).json()
            #expect(rows.rows.count == count)
            #expect(rows.rows.allSatisfy { $0.class == name })
        }
    }

    @Test func `no command shows a cell of the schedule`() async throws {
        let (office, plan) = (try await PlannedExample.office, try await PlannedExample.plan)
        // Planned as text, too, in a state directory of its own.
        var endings = [try await PlannedExample.ending]
        endings.append(
            try await office.run(
                "plan \(Example.schedule) \(Example.choice) --state second"
            )
        )
        for format in ["text", "json"] {
            for command in ["rows", "status", "verify", "send"] {
                endings.append(
                    try await office.run("\(command) \(plan.campaign) --format \(format)")
                )
            }
        }
        let folder = try TemporaryFolder()
        for (number, ending) in endings.enumerated() {
            #expect(!(ending.output + ending.errors).isEmpty)
            try Data((ending.output + ending.errors).utf8)
                .write(to: URL(filePath: "\(folder.path)/\(number)"))
        }
        try await Program.run(
            "python3",
            [Checkout.oracle("find_cells.py"), Example.schedule, folder.path]
        )
    }

    @Test func `no cell of a discarded column is stored`() async throws {
        let office = try await PlannedExample.office
        let columns = ["Vermittlungscode", "Geb.-Datum", "Bemerkung"].flatMap { ["--column", $0] }
        try await Program.run(
            "python3",
            [Checkout.oracle("find_cells.py"), Example.schedule] + columns + [office.state]
        )
    }

    @Test func `no cell of a kept column is stored as it is`() async throws {
        try await search(PlannedExample.office.state)
    }

    /// A search that finds nothing proves something only if it can find.
    @Test func `a cell that is written somewhere is found`() async throws {
        let office = try await PlannedExample.office
        let plan = try await PlannedExample.plan
        try FileManager.default.createDirectory(
            atPath: office.path("found"),
            withIntermediateDirectories: true
        )
        try await office.run("lists \(plan.campaign) --output found/liste.csv").exited(0)
        await #expect(throws: Program.Failure.self) { try await search(office.path("found")) }
    }

    private func search(_ folder: String) async throws {
        try await Program.run(
            "python3",
            [Checkout.oracle("find_cells.py"), Example.schedule, "--column", "Nachname", folder]
        )
    }
}

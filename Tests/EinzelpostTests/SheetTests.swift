import Foundation
import TestSupport
import Testing

/// Workbooks of several sheets, as openpyxl writes them (Tests/Oracles/make_sheets.py).
struct SheetTests {
    private struct Sheet: Encodable {
        let name: String
        var state = "visible"
        /// Nil for a chart.
        var rows: [[String]]?
    }

    private static let cover = Sheet(
        name: "Übersicht",
        rows: [["Impfzentrum Musterkreis"], ["Stand: 18.03.2097"], ["", "Termine: 6"]]
    )
    private static let schedule = Sheet(
        name: "Termine KW 12",
        rows: table(SmallSchedule(people: 6))
    )
    private static let archive = Sheet(
        name: "Archiv",
        state: "hidden",
        rows: table(SmallSchedule(people: 9))
    )
    private static let chart = Sheet(name: "Auslastung")
    private static let book = [cover, schedule, chart, archive]

    private let office: Operator

    init() throws {
        office = try Operator()
    }

    private static func table(_ schedule: SmallSchedule) -> [[String]] {
        [SmallSchedule.header] + schedule.rows
    }

    /// Writes `termine.xlsx`.
    private static func write(_ sheets: [Sheet] = book, for office: Operator) async throws {
        let script = WorkbookPrograms.oracle("make_sheets.py")
        let json = String(decoding: try JSONEncoder().encode(sheets), as: UTF8.self)
        let python = try await WorkbookPrograms.python()
        try await Program.run(python, [script, office.path("termine.xlsx"), json])
    }

    private func plan(_ options: String...) async throws -> ChildProcess.Ending {
        let words = office.words("plan termine.xlsx \(SmallSchedule.days) --format json")
        return try await office.run(words + options)
    }

    private func form(_ ending: ChildProcess.Ending) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        return try #require((value as? [String: Any])?["form"] as? [String: Any])
    }

    @Test func `a cover is shown with the sheets behind it and the option that is missing`()
        async throws
    {
        try await Self.write(for: office)
        let ending = try await office.run("inspect termine.xlsx").exited(65)
        for line in [
            "  file       workbook, first of 4 sheets (1 hidden)",
            "  sheets     also with cells: \"Termine KW 12\", \"Archiv\" (hidden) (another one: "
                + "--sheet)",
            "  --sheet 'Termine KW 12'   (another sheet that holds cells)",
        ] {
            #expect(ending.output.split(separator: "\n").contains(Substring(line)), "\(line)")
        }
        #expect(!ending.output.contains("--sheet Archiv"))
        #expect(ending.output.contains("If it is on another sheet, name that with --sheet NAME"))
        expectNoCell(in: ending)
        let json = try form(try await office.run("inspect termine.xlsx --format json"))
        #expect(json["sheets"] as? Int == 4 && json["sheet_chosen"] as? Bool == false)
        let sheet = try #require(json["sheet"] as? [String: Any])
        #expect(sheet["name"] as? String == "Übersicht" && sheet["number"] as? Int == 1)
        let others = try #require(json["other_sheets"] as? [[String: Any]])
        #expect(others.map { $0["name"] as? String } == ["Termine KW 12", "Archiv"])
        #expect(others.map { $0["number"] as? Int } == [2, 4])
        #expect(others.map { $0["hidden"] as? Bool } == [false, true])
    }

    @Test func `what inspect proposes for a sheet is planned, and the approver sees which`()
        async throws
    {
        try await Self.write(for: office)
        let words = ["inspect", "termine.xlsx", "--sheet", "termine kw 12"]
        let ending = try await office.run(words + ["--as-of", "2097-03-18"]).exited(0)
        let place = "workbook, \"Termine KW 12\", sheet 2 of 4 (as chosen)"
        #expect(ending.output.contains("  file       \(place)\n"))
        #expect(
            ending.output.contains(
                "  einzelpost plan termine.xlsx --date 2097-03-19 --sheet 'termine kw 12' "
            )
        )
        let json = try form(try await office.run(words + ["--format", "json"]))
        #expect(json["sheet_chosen"] as? Bool == true)
        #expect((json["sheet"] as? [String: Any])?["name"] as? String == "Termine KW 12")
        let plan: PlanResult = try await plan("--sheet", "termine kw 12").exited(0).json()
        #expect(plan.classes["send"] == 6 && plan.rows == 6)
        let view = try await office.run("approve \(plan.campaign)").exited(0).output
        #expect(view.contains(place))
        #expect(view.contains("2 further sheets hold cells that were not read"))
        #expect(try await office.verify(plan).ok)
    }

    @Test func `another sheet of the same file is another campaign, and the approver sees it`()
        async throws
    {
        try await Self.write(for: office)
        let first: PlanResult = try await plan("--sheet", "2").exited(0).json()
        let second: PlanResult = try await plan("--sheet", "Archiv").exited(0).json()
        #expect(first.rows == 6 && second.rows == 9)
        let view = try await office.run("approve \(second.campaign)").exited(0).output
        #expect(
            view.contains(
                "file read as: workbook, \"Termine KW 12\", sheet 2 of 4 (as chosen), header "
                    + "in line 1 → workbook, \"Archiv\", hidden sheet 4 of 4 (as chosen)"
            )
        )
        #expect(view.contains("the sheet that was read is hidden: people see another one"))
    }

    @Test(arguments: [
        ([], "--sheet NAME; these hold cells, too: \"Termine KW 12\""),
        (["--sheet", "Termin"], "\"Übersicht\", \"Termine KW 12\", \"Archiv\" (hidden)"),
        (["--sheet", "7"], "No sheet is called \"7\""), (["--sheet", "4"], "It is not certain"),
        (["--sheet", "Auslastung"], "chart or macro sheet"),
        (["--sheet", "Archiv", "--encoding", "utf-8"], "--encoding is for text files"),
    ])
    func `a sheet that is no schedule, or none, is refused, and nothing is stored`(
        options: [String],
        fragment: String
    ) async throws {
        try await Self.write(for: office)
        let words = office.words("plan termine.xlsx \(SmallSchedule.days)")
        let ending = try await office.run(words + options).exited(65)
        #expect(ending.output == "" && ending.errors.contains(fragment), "\(ending.errors)")
        expectOneSentence(ending)
        expectNoCell(in: ending)
        try await expectNothingStored(office)
    }

    @Test(arguments: ["plan termine.csv \(SmallSchedule.days)", "inspect termine.csv"])
    func `a text file has no sheets`(command: String) async throws {
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
        let ending = try await office.run("\(command) --sheet Termine").exited(65)
        #expect(ending.output == "")
        #expect(ending.errors.contains("is a text file, and --sheet is for workbooks"))
        try await expectNothingStored(office)
    }

    @Test func `a hidden first sheet is read by whoever names it`() async throws {
        try await Self.write([Self.archive, Self.schedule], for: office)
        let refused = try await plan().exited(65)
        #expect(
            refused.errors.contains("with --sheet NAME: \"Archiv\" (hidden)")
        )
        #expect(try await plan("--sheet", "1").exited(65).errors.contains("It is not certain"))
        let plan: PlanResult = try await plan("--sheet", "Archiv").exited(0).json()
        #expect(plan.classes["send"] == 9)
    }

    @Test func `a name that begins like an option is carried along`() async throws {
        let dashed = Sheet(name: "-Termine-", rows: Self.schedule.rows)
        try await Self.write([Self.cover, dashed], for: office)
        let cover = try await office.run("inspect termine.xlsx").exited(65)
        #expect(cover.output.contains("  --sheet=-Termine-   (another sheet"))
        let words = "inspect termine.xlsx --as-of 2097-03-18 --sheet=-Termine- --format json"
        let ending = try await office.run(words).exited(0)
        let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        let next = try #require((report as? [String: Any])?["next"] as? String)
        try await office.run(Array(office.words(next).dropFirst())).exited(0)
    }

    @Test func `cancel takes the sheet, too`() async throws {
        let relay = try await HoldingRelay()
        let office = try Operator(Configuration(port: relay.port))
        try await Self.write(for: office)
        let words = office.words("cancel termine.xlsx \(SmallSchedule.days) --confirm 6")
        let ending = try await office.run(words + ["--sheet", "Termine KW 12"]).exited(0)
        #expect(ending.errors.contains("\"Termine KW 12\", sheet 2 of 4 (as chosen)"))
        #expect(try await relay.taken().count == 6)
    }
}

import Foundation
import TestSupport
import Testing

/// JSON of a command that failed.
struct FailureResult: Decodable {
    let error: Failure

    struct Failure: Decodable {
        let code: String
        let message: String
        let problems: [String]
    }
}

/// With `--format json` standard output holds exactly one object, also when a command fails.
struct JSONFailureTests {
    private let office: Operator

    init() throws {
        office = try Operator()
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
    }

    private func failure(_ line: String, exits status: Int32) async throws -> FailureResult.Failure
    {
        let ending = try await office.run(line).exited(status)
        let result: FailureResult = try ending.json()
        #expect(ending.errors.contains(result.error.message), "\(ending.errors)")
        return result.error
    }

    @Test(arguments: [
        ("status nobody --format json", "usage", Int32(64)),
        ("plan missing.csv --date 2097-03-19 --format json", "input", 65),
        ("plan termine.csv --date 2097-03-19 --expect 900 --format=json", "refused", 3),
        ("check --format json", "relay", 69),
        ("status --config missing.toml --format json", "configuration", 78),
    ])
    func `a failure is one object with its code`(
        line: String,
        code: String,
        status: Int32
    ) async throws {
        #expect(try await failure(line, exits: status).code == code)
    }

    @Test(arguments: [
        "status --format json --no-such-option", "plan --format json", "--format json",
        "approve x --by Amt --format json", "nothing --format json",
    ])
    func `a command line that is wrong is one object, too`(line: String) async throws {
        let ending = try await office.run(line.split(separator: " ").map(String.init)).exited(64)
        let result: FailureResult = try ending.json()
        #expect(result.error.code == "usage")
        #expect(!result.error.message.isEmpty)
    }

    @Test func `every finding of a letter stands by itself`() async throws {
        let templates = office.path("Templates/leer")
        try FileManager.default.createDirectory(
            atPath: templates,
            withIntermediateDirectories: true
        )
        try office.write(
            """
            language = "de"
            description = "Zu wenig"
            subject = "Termin"
            """,
            to: "Templates/leer/template.toml"
        )
        try office.write("Der Termin fällt aus.\n", to: "Templates/leer/message.txt")
        let error = try await failure(
            "plan termine.csv --date 2097-03-19 --template leer --templates Templates "
                + "--format json",
            exits: 3
        )
        #expect(error.problems.count > 1)
        #expect(error.problems.allSatisfy(error.message.contains))
    }

    @Test func `without the option standard output stays empty`() async throws {
        let ending = try await office.run("status nobody").exited(64)
        #expect(ending.output == "")
    }

    @Test func `help is help, also where JSON is asked for`() async throws {
        let ending = try await office.run(["plan", "--help", "--format", "json"]).exited(0)
        #expect(ending.output.contains("USAGE"))
    }
}

import TestSupport
import Testing

/// Command lines that make no sense (exit code 64).
struct UsageTests {
    private let office: Operator

    init() throws {
        office = try Operator()
        try office.write(SmallSchedule(people: 3).text, to: "termine.csv")
    }

    @Test(
        arguments: [
            ("plan termine.csv", "--date"),
            ("plan termine.csv --from 2097-03-19", "--from"),
            ("plan termine.csv --to 2097-03-19", "--to"),
            ("plan termine.csv --date 2097-03-19 --from 2097-03-19", "--date"),
            ("plan termine.csv --date 2097-02-30", "--date"),
            ("plan termine.csv --date 30.02.2097", "--date"),
            ("plan termine.csv --date morgen", "--date"),
            ("plan termine.csv --date 19.3.97", "--date"),
            ("plan termine.csv --from 2097-03-20 --to 2097-03-19", "--from lies after --to"),
            ("plan termine.csv --date 2097-03-19 --as-of gestern", "--as-of"),
            ("plan termine.csv --date 2097-03-19 --as-of 2097-03-19T25:00", "--as-of"),
            ("plan termine.csv --date 2097-03-19 --expect viele", "--expect"),
            ("plan termine.csv --date 2097-03-19 --expect=-1", "--expect"),
            ("plan termine.csv --date 2097-03-19 --map email", "--map"),
            ("plan termine.csv --date 2097-03-19 --map farbe=E-Mail", "It knows "),
            ("plan termine.csv --date 2097-03-19 --header-row=-1", "0 or more"),
            ("inspect termine.csv --map farbe=E-Mail", "It knows "),
            ("plan termine.csv --date 2097-03-19 --farbe rot", "--farbe"),
            ("plan termine.csv --date 2097-03-19 --format xml", "--format"),
            ("plan --date 2097-03-19", "<file>"),
            ("plan termine.csv noch.csv --date 2097-03-19", "noch.csv"),
            ("rows", "<campaign>"),
            ("preview", "<campaign>"),
            ("preview 2097-01-01-1 --all", "--output"),
            ("approve 2097-01-01-1 --by Amt", "--digest"),
            ("approve 2097-01-01-1 --digest 00", "--by"),
            ("send", "<campaign>"),
            ("send 2097-01-01-1 --output briefe", "--rehearse"),
            ("send 2097-01-01-1 --row 2", "--test"),
            ("send 2097-01-01-1 --test a@example.org --rehearse", "--test"),
            ("send 2097-01-01-1 --test a@example.org --at 21:00", "--test"),
            ("withdraw 2097-01-01-1", "--row"),
            ("decide 2097-01-01-1 --row 2", "--phone"),
            ("decide 2097-01-01-1 --phone", "--row"),
            ("decide 2097-01-01-1 --row 2 --fine", "--value"),
            ("decide 2097-01-01-1 --value 1 --send a@example.org", "--value"),
            ("decide 2097-01-01-1 --value 1 --row 2 --phone", "--value"),
            ("decide 2097-01-01-1 --row 2 --phone --leave-out", "--leave-out"),
            ("decide 2097-01-01-1 --row 2 --phone --send a@example.org", "--send"),
            ("decide 2097-01-01-1 --row 2 --all-doubtful --phone", "--all-doubtful"),
            ("decide 2097-01-01-1 --all-doubtful --send a@example.org", "--all-doubtful"),
            ("decide 2097-01-01-1 --all-doubtful --leave-out", "--all-doubtful"),
            ("decide 2097-01-01-1 --row 2 3 --send a@example.org", "exactly one --row"),
            ("decide 2097-01-01-1 --row 2 --phone --start 2097-03-19T10:00", "--start"),
            ("decide 2097-01-01-1 --row 2 --send a@example.org --start heute", "--start"),
            ("decide 2097-01-01-1 --row 2 --send a@example.org --start 2097-03-19", "--start"),
            ("withdraw 2097-01-01-1 --row zwei", "--row"),
            ("verschicken", "verschicken"),
        ]
    )
    func `a command line that makes no sense is refused by its option`(
        line: String,
        word: String
    ) throws {
        let answer = try #require(CommandLineText.of(line))
        #expect(answer.status == 64)
        #expect(answer.text.contains(word), "\(answer.text)")
    }

    @Test(arguments: [
        ("plan Termine März.csv --date 2097-03-19", "'Termine März.csv'"),
        ("lists 2097-01-01-1 --output Liste für morgen.csv", "'Liste für morgen.csv'"),
    ])
    func `a name with blanks is told to stand in quotes`(line: String, name: String) async throws {
        let ending = try await office.run(line).exited(64)
        #expect(ending.errors.contains("put it in quotes: \(name)"), "\(ending.errors)")
        let json = try await office.run(line + " --format json").exited(64)
        #expect(json.output.contains("put it in quotes: \(name)"))
    }

    @Test func `a word too many is not called a name with blanks`() async throws {
        let ending = try await office.run("rows 2097-01-01-1 --class send phone").exited(64)
        #expect(!ending.errors.contains("quotes"), "\(ending.errors)")
    }

    /// One that the parser refuses, one that our own rules do, and one that is found later.
    @Test(
        arguments: [
            ("plan termine.csv --date 2097-03-19 --farbe rot", "--farbe"),
            ("plan termine.csv --from 2097-03-20 --to 2097-03-19", "--from lies after --to"),
            ("decide 2097-01-01-1 --row 2 --send a@@example.org", "--send"),
        ]
    )
    func `the program says it on standard error, and stores nothing`(
        line: String,
        word: String
    ) async throws {
        let ending = try await office.run(line).exited(64)
        #expect(ending.output == "")
        #expect(ending.errors.contains(word), "\(ending.errors)")
        #expect(office.stateFiles == [])
    }

    @Test func `a campaign that is not there is refused, and those that are get named`()
        async throws
    {
        let plan = try await office.plan(SmallSchedule(people: 2))
        let ending = try await office.run("rows 2097-01-01-1").exited(64)
        #expect(ending.output == "")
        #expect(ending.errors.contains("“2097-01-01-1”"), "\(ending.errors)")
        #expect(ending.errors.contains(plan.campaign))
        expectOneSentence(ending)
    }

    @Test func `a class that is not there is refused, and those that are get named`() throws {
        let answer = try #require(CommandLineText.of("rows 2097-01-01-1 --class verstorben"))
        for word in ["verstorben", "no-email", "needs-decision"] {
            #expect(answer.text.contains(word), "\(answer.text)")
        }
    }

    @Test func `a choice that does not fit the schedule is refused`() async throws {
        let ending = try await office.run(
            "plan termine.csv \(SmallSchedule.days) --service AstraZenica"
        ).exited(65)
        #expect(ending.errors.contains("--map service"), "\(ending.errors)")
        expectNoCell(in: ending)
        try await expectNothingStored(office)
    }
}

import ArgumentParser
import MailCampaign
import MailCore

/// What the operator says about a file; everything else is found.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take FIELD from the column HEADER, or from \"column N\". Repeatable.",
            discussion: "Fields: \(list(ReadingChoice.fields)).",
            valueName: "field=header"
        )
    )
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "Use the column HEADER, or \"column N\", for nothing. Repeatable.",
            valueName: "header"
        )
    )
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "The layout of the file: \(list(ReadingChoice.profiles)), none, or a file with one of your own.",
            discussion: "Without it, a known layout is recognised by its columns.",
            valueName: "name"
        )
    )
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "How the file spells letters, e.g. windows-1252.",
            discussion: "(values: \(list(ReadingChoice.encodings)))",
            valueName: "name"
        ),
        completion: .list(ReadingChoice.encodings)
    )
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "What separates the fields: semicolon, comma, tab or bar.",
            discussion: "(values: \(list(ReadingChoice.delimiters)))",
            valueName: "name"
        ),
        completion: .list(ReadingChoice.delimiters)
    )
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "How cells stand in quotes: double, spaced (blanks around them) or single.",
            valueName: "name"
        ),
        completion: .list(ReadingChoice.quoteStyles)
    )
    var quotes: String?

    @Flag(help: "Rows that end early lack nothing but empty last cells.")
    var shortRows = false

    @Option(
        help: ArgumentHelp(
            "An empty cell of the column HEADER says the same as the one above. Repeatable.",
            valueName: "header"
        )
    )
    var fillDown: [String] = []

    @Option(
        help: ArgumentHelp(
            "The row that names the columns, as a spreadsheet numbers it; 0 if there is none.",
            valueName: "row"
        )
    )
    var headerRow: Int?

    @Option(
        help: ArgumentHelp(
            "How dates such as 03/04/2021 are meant.",
            valueName: ReadingChoice.dateOrders.joined(separator: "|")
        ),
        completion: .list(ReadingChoice.dateOrders)
    )
    var dateOrder: String?

    @Option(
        help: ArgumentHelp(
            "The day of all rows, where the file gives it in its name only.",
            valueName: "d"
        )
    )
    var day: String?

    @Option(
        help: ArgumentHelp(
            "The times of the column HEADER are those of ZONE, e.g. UTC. Repeatable.",
            valueName: "header=zone"
        )
    )
    var columnZone: [String] = []

    @Flag(help: "The export is whole, though its end looks as if it had died.")
    var complete = false

    @Option(
        help: ArgumentHelp(
            "The sheet of a workbook, by its name or number; without it, the first.",
            discussion: "A hidden sheet is read only by its name.",
            valueName: "name"
        )
    )
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "What to do with hidden or filtered rows of a workbook.",
            valueName: ReadingChoice.hiddenRowAnswers.joined(separator: "|")
        ),
        completion: .list(ReadingChoice.hiddenRowAnswers)
    )
    var hiddenRows: String?

    mutating func validate() throws {
        try Usage.check { try choice().check() }
    }

    func choice() throws -> ReadingChoice {
        var choice = ReadingChoice()
        choice.map = map
        choice.ignore = ignore
        choice.profile = profile
        choice.encoding = encoding
        choice.delimiter = delimiter
        choice.quotes = quotes
        choice.padsShortRows = shortRows
        choice.fillDown = fillDown
        choice.headerRow = headerRow
        choice.dateOrder = dateOrder
        choice.day = try day.map { try WrittenMoment.day($0, option: "--day") }
        choice.columnZone = columnZone
        choice.isComplete = complete
        choice.sheet = sheet
        choice.hiddenRows = hiddenRows
        return choice
    }

    /// Whether anything is said.
    var speaks: Bool { (try? choice())?.isEmpty == false }

    private static func list(_ values: [String]) -> String { values.joined(separator: ", ") }
}

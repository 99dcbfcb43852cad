import ArgumentParser
import Foundation
import MailCampaign
import MailCore
import MailImport

/// What the operator says about a file; everything else is found.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take FIELD from the column HEADER, or from \"column N\". Repeatable.",
            discussion:
                "Fields: \(ScheduleField.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "field=header"
        ),
        transform: { try ColumnOverride(parsing: $0) }
    )
    var map: [ColumnOverride] = []

    @Option(
        help: ArgumentHelp(
            "Use the column HEADER, or \"column N\", for nothing. Repeatable.",
            valueName: "header"
        )
    )
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "The layout of the file: \(profileNames), none, or a file with one of your own.",
            discussion: "Without it, a known layout is recognised by its columns.",
            valueName: "name"
        )
    )
    var profile: String?

    @Option(
        help: ArgumentHelp("How the file spells letters, e.g. windows-1252.", valueName: "name")
    )
    var encoding: ScheduleEncoding?

    @Option(
        help: ArgumentHelp(
            "What separates the fields: semicolon, comma, tab or bar.",
            valueName: "name"
        )
    )
    var delimiter: Delimiter?

    @Option(
        help: ArgumentHelp(
            "The row that names the columns, as a spreadsheet numbers it; 0 if there is none.",
            valueName: "row"
        )
    )
    var headerRow: Int?

    @Option(help: ArgumentHelp("How dates such as 03/04/2021 are meant.", valueName: "dmy|mdy"))
    var dateOrder: DateOrder?

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
        ),
        transform: { try ColumnZone(parsing: $0) }
    )
    var columnZone: [ColumnZone] = []

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
            valueName: "use|skip"
        )
    )
    var hiddenRows: HiddenRows?

    private static let profileNames = ImportProfile.builtIn.map(\.name).joined(separator: ", ")

    mutating func validate() throws {
        if let headerRow, headerRow < 0 { throw ValidationError("--header-row needs 0 or more") }
        if let day { _ = try LocalMoment.day(day, option: "--day") }
    }

    /// - Throws: `CommandLineError` and `SettingsError` for a profile that cannot be read.
    func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding
        options.delimiter = delimiter
        options.headerRow = headerRow
        options.dateOrder = dateOrder
        options.day = try day.map { try LocalMoment.day($0, option: "--day") }
        options.sheet = sheet
        options.hiddenRows = hiddenRows ?? .refuse
        options.profile = try profileChoice()
        options.columns = map
        options.ignored = ignore
        options.columnZones = columnZone
        options.isComplete = complete
        return options
    }

    private func profileChoice() throws -> ProfileChoice {
        guard let profile else { return .automatic }
        guard profile != "none" else { return .none }
        if let known = ImportProfile.named(profile) { return .chosen(known) }
        guard let data = FileManager.default.contents(atPath: profile),
            let text = String(data: data, encoding: .utf8)
        else {
            throw CommandLineError.unknownLayout(profile, known: Self.profileNames)
        }
        return .chosen(try ImportProfile(toml: text, file: profile))
    }
}

extension ScheduleEncoding: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

extension HiddenRows: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(rawValue: argument)
        // The absence of the option says it.
        if self == .refuse { return nil }
    }

    package static var allValueStrings: [String] { ["use", "skip"] }
}

extension Delimiter: ExpressibleByArgument {
    private static let words: [String: Self] = [
        "semicolon": .semicolon, "comma": .comma, "tab": .tab, "bar": .pipe,
    ]

    /// The character itself is taken, too.
    package init?(argument: String) {
        guard let delimiter = Self.words[argument] ?? Self(rawValue: argument) else { return nil }
        self = delimiter
    }

    package static var allValueStrings: [String] { ["semicolon", "comma", "tab", "bar"] }
}

extension ReadingArguments {
    /// The options as they were given.
    var words: [String] {
        let single: [(String, String?)] = [
            ("--profile", profile), ("--encoding", encoding?.rawValue),
            ("--delimiter", delimiter?.rawValue), ("--header-row", headerRow.map(String.init)),
            ("--date-order", dateOrder?.rawValue), ("--day", day),
            ("--sheet", sheet), ("--hidden-rows", hiddenRows?.rawValue),
        ]
        let maps = map.flatMap { ["--map", "\($0.field.rawValue)=\($0.header)"] }
        let zones = columnZone.flatMap {
            NextCommand.words("--column-zone", "\($0.header)=\($0.zone.identifier)")
        }
        let singles = single.flatMap { option, value in
            value.map { NextCommand.words(option, $0) } ?? []
        }
        return maps + ignore.flatMap { NextCommand.words("--ignore", $0) } + zones + singles
            + (complete ? ["--complete"] : [])
    }
}

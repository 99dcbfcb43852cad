import Foundation
package import MailCore
import MailImport

/// What somebody says about how a file is to be read, in the words of options; everything else is
/// found.
package struct ReadingChoice: Sendable {
    /// Each `FIELD=HEADER`.
    package var map: [String] = []
    package var ignore: [String] = []
    /// A known layout, `none`, or a file with one.
    package var profile: String?
    package var encoding: String?
    package var delimiter: String?
    package var quotes: String?
    /// Rows that end early lack nothing but empty last cells.
    package var padsShortRows = false
    /// Columns whose empty cells say the same as the one above.
    package var fillDown: [String] = []
    /// 0 if no row names the columns.
    package var headerRow: Int?
    package var dateOrder: String?
    /// The day of all rows.
    package var day: LocalDay?
    /// Each `HEADER=ZONE`.
    package var columnZone: [String] = []
    package var isComplete = false
    /// A sheet's name or number.
    package var sheet: String?
    package var hiddenRows: String?

    package init() {}

    /// Whether nothing is said.
    package var isEmpty: Bool { words.isEmpty }

    /// What it means.
    ///
    /// - Throws: `WrongRequest`, `ScheduleError` and `SettingsError` for words that mean nothing.
    func options() throws -> ReadingOptions {
        var options = ReadingOptions()
        options.encoding = try Self.value(encoding, of: Self.encodingsByWord, "--encoding")
        options.delimiter = try Self.value(delimiter, of: Self.delimitersByWord, "--delimiter")
        options.quotes = try Self.value(quotes, of: Self.quotesByWord, "--quotes") ?? .double
        options.padsShortRows = padsShortRows
        options.filledDown = fillDown
        options.headerRow = headerRow
        options.dateOrder = try Self.value(dateOrder, of: Self.ordersByWord, "--date-order")
        options.day = day
        options.sheet = sheet
        options.hiddenRows =
            try Self.value(hiddenRows, of: Self.hiddenRowsByWord, "--hidden-rows") ?? .refuse
        options.profile = try profileChoice()
        options.columns = try map.map { try ColumnOverride(parsing: $0) }
        options.ignored = ignore
        options.columnZones = try columnZone.map { try ColumnZone(parsing: $0) }
        options.isComplete = isComplete
        return options
    }

    /// Whether all of it means something, before any file is opened.
    ///
    /// - Throws: As `options` does, besides what is wrong with a file that holds a layout.
    package func check() throws {
        var words = self
        words.profile = nil
        _ = try words.options()
        if let headerRow, headerRow < 0 { throw WrongRequest.negativeHeaderRow }
    }

    private static func value<Value>(
        _ word: String?,
        of values: [(word: String, value: Value)],
        _ option: String
    ) throws(WrongRequest) -> Value? {
        guard let word else { return nil }
        if let known = values.first(where: { $0.word == word }) { return known.value }
        let allowed = values.map(\.word).filter { $0.count > 1 }
        throw .reading(option: option, value: word, allowed: allowed)
    }

    private func profileChoice() throws -> ProfileChoice {
        guard let profile else { return .automatic }
        guard profile != "none" else { return .none }
        if let known = ImportProfile.named(profile) { return .chosen(known) }
        guard let data = FileManager.default.contents(atPath: profile),
            let text = String(data: data, encoding: .utf8)
        else { throw WrongRequest.unknownLayout(profile) }
        return .chosen(try ImportProfile(toml: text, file: profile))
    }
}

/// What each word can be.
extension ReadingChoice {
    package static let fields = ScheduleField.allCases.map(\.rawValue)
    package static let profiles = ImportProfile.builtIn.map(\.name)
    package static let encodings = encodingsByWord.map(\.word)
    package static let delimiters = delimitersByWord.map(\.word).filter { $0.count > 1 }
    package static let quoteStyles = quotesByWord.map(\.word)
    package static let dateOrders = ordersByWord.map(\.word)
    package static let hiddenRowAnswers = hiddenRowsByWord.map(\.word)

    private static let encodingsByWord = ScheduleEncoding.allCases.map {
        (word: $0.rawValue, value: $0)
    }
    private static let quotesByWord = QuoteStyle.allCases.map { (word: $0.rawValue, value: $0) }
    private static let ordersByWord = DateOrder.allCases.map { (word: $0.rawValue, value: $0) }
    /// That they are refused, the absence of the option says.
    private static let hiddenRowsByWord = HiddenRows.allCases.filter { $0 != .refuse }
        .map { (word: $0.rawValue, value: $0) }
    /// The character itself is taken, too.
    private static let delimitersByWord: [(word: String, value: Delimiter)] =
        [
            (word: "semicolon", value: .semicolon), (word: "comma", value: .comma),
            (word: "tab", value: .tab), (word: "bar", value: .pipe),
        ]
        + Delimiter.allCases.map { (word: $0.rawValue, value: $0) }
}

extension ReadingChoice {
    /// The options as they were given.
    var words: [String] {
        let single: [(String, String?)] = [
            ("--profile", profile), ("--encoding", encoding), ("--delimiter", delimiter),
            ("--quotes", quotes), ("--header-row", headerRow.map(String.init)),
            ("--date-order", dateOrder),
            ("--day", day.map { "\($0)" }), ("--sheet", sheet), ("--hidden-rows", hiddenRows),
        ]
        let several = [
            ("--map", map), ("--ignore", ignore), ("--column-zone", columnZone),
            ("--fill-down", fillDown),
        ].flatMap { option, values in values.map { (option, Optional($0)) } }
        return (several + single).flatMap { option, value in
            value.map { NextCommand.words(option, $0) } ?? []
        } + (isComplete ? ["--complete"] : []) + (padsShortRows ? ["--short-rows"] : [])
    }
}

package import MailCore

/// What a file turned out to be, and how sure that is.
package enum ScheduleForm: Hashable, Sendable {
    case text(TextForm)
    case workbook(WorkbookFacts, hiddenRows: HiddenRows)

    /// For people: `windows-1252 (likely), separated by semicolons (likely)`.
    package var description: String {
        switch self {
        case .text(let form): form.description
        case .workbook(let facts, let hiddenRows): facts.description(hiddenRows)
        }
    }

    /// Whether letters beyond ASCII rest on a guess at the code page.
    var isEncodingGuessed: Bool {
        switch self {
        case .text(let form):
            form.encoding.codePage != nil && !form.isEncodingProven
        case .workbook: false
        }
    }

    /// Whether a semicolon in the text ends a cell.
    var endsCellsWithSemicolons: Bool {
        switch self {
        case .text(let form): form.delimiter == .semicolon
        case .workbook: false
        }
    }

    /// Where else the schedule may be, to follow a sentence; empty if nowhere.
    var wayElsewhere: Sentence {
        switch self {
        case .text: .empty
        case .workbook(let facts, _): facts.wayToOtherSheets
        }
    }

    /// What somebody should know before the file is used.
    var warnings: [PlanWarning] {
        switch self {
        case .text: []
        case .workbook(let facts, _): facts.warnings
        }
    }
}

/// How a text file is written.
package struct TextForm: Hashable, Sendable {
    package let encoding: ScheduleEncoding
    package let encodingCertainty: Certainty
    /// Whether nobody needs to doubt the encoding, also where it was found by looking at words.
    package let isEncodingProven: Bool
    package let delimiter: Delimiter
    package let delimiterCertainty: Certainty
    /// Whether the file begins with a line such as `sep=;`.
    package let hasSeparatorLine: Bool

    var description: String {
        "\(encoding.rawValue)\(encodingCertainty.spoken), separated by \(delimiter.spoken.en)"
            + delimiterCertainty.spoken
    }
}

extension Certainty {
    /// Behind a finding; nothing where there is no doubt.
    fileprivate var spoken: String {
        switch self {
        case .chosen: " (as chosen)"
        case .certain: ""
        case .likely: " (likely)"
        }
    }
}

extension Delimiter {
    /// For people.
    package var spoken: Sentence {
        switch self {
        case .semicolon: Sentence(en: "semicolons", de: "Semikolon")
        case .comma: Sentence(en: "commas", de: "Komma")
        case .tab: Sentence(en: "tabs", de: "Tabulator")
        case .pipe: Sentence(en: "bars", de: "senkrechter Strich")
        }
    }
}

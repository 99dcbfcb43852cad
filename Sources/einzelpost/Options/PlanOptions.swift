import ArgumentParser
import Foundation
import MailCampaign
import MailCore

/// Which appointments of a file.
struct PlanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The day to cancel, e.g. 2021-03-16 or 16.03.2021.", valueName: "d")
    )
    var date: String?

    @Option(help: ArgumentHelp("The first day to cancel.", valueName: "d"))
    var from: String?

    @Option(help: ArgumentHelp("The last day to cancel.", valueName: "d"))
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Only this service, as the file writes it. Repeatable; without it, all.",
            valueName: "text"
        )
    )
    var service: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this site, as the file writes it. Repeatable; without it, all.",
            valueName: "text"
        )
    )
    var site: [String] = []

    @Option(
        help: ArgumentHelp(
            "The message template; without it \(Planning.Choice.usualTemplate).",
            valueName: "name"
        ),
        completion: .templates
    )
    var template: String?

    @Option(
        help: ArgumentHelp(
            "How many rows you expect in the window; refused if off by more than \(RowExpectation.tolerance) %.",
            valueName: "n"
        )
    )
    var expect: Int?

    @Option(
        help: ArgumentHelp(
            "Write no message for this row; that person is told another way. Repeatable.",
            discussion: "As a spreadsheet numbers it. For rows whose message may not go.",
            valueName: "row"
        )
    )
    var leaveOut: [Int] = []

    @Option(
        help: ArgumentHelp(
            "Take this row for a real person's, though it looks like a test. Repeatable.",
            discussion: "As a spreadsheet numbers it. People may be called Test or Muster.",
            valueName: "row"
        )
    )
    var real: [Int] = []

    @Option(
        help: ArgumentHelp(
            "Judge by this local time, instead of now, what is already over.",
            discussion: "E.g. 2021-03-15T18:00. Recorded and shown; “send” needs it again.",
            valueName: "time"
        )
    )
    var asOf: String?

    @OptionGroup(title: "How to read the file") var reading: ReadingArguments

    mutating func validate() throws {
        try Usage.check {
            // Its zone stands in the configuration.
            try WrittenMoment.check(asOf, option: "--as-of")
            try Planning.Choice.check(expected: expect)
        }
    }

    func choice(of file: String, in zone: TimeZone) throws -> Planning.Choice {
        Planning.Choice(
            file: file,
            days: try days(),
            services: service,
            sites: site,
            template: template ?? Planning.Choice.usualTemplate,
            reading: try reading.choice(),
            expected: expect,
            realRows: Set(real),
            leftOut: Set(leaveOut),
            asOf: try moment(in: zone)
        )
    }

    /// What it is judged by, instead of now.
    func moment(in zone: TimeZone) throws -> Date? {
        try asOf.map { try WrittenMoment.moment($0, in: zone, option: "--as-of") }
    }

    /// Whether anything is said that has a meaning for a file alone.
    var speaksOfFile: Bool {
        date != nil || from != nil || to != nil || !service.isEmpty || !site.isEmpty
            || !real.isEmpty
            || reading.speaks
    }

    func days() throws -> ClosedRange<LocalDay> {
        try ChosenDays.read(date: date, from: from, to: to)
    }
}

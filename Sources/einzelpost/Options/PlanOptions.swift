import ArgumentParser
import Foundation
import MailCampaign
import MailCore

/// Which file, and which of its appointments.
struct PlanOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The raw export of the booking system (CSV or xlsx).",
            valueName: "file"
        ),
        completion: .file(extensions: ["csv", "txt", "tsv", "xlsx"])
    )
    var file: String

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

    @Option(help: ArgumentHelp("The message template.", valueName: "name"))
    var template = Planning.Choice.usualTemplate

    @Option(
        help: ArgumentHelp(
            "How many rows you expect in the window; refused if off by more than 10 %.",
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
        _ = try days()
        // Its zone stands in the configuration; whether it is a time at all does not depend on it.
        if let asOf { _ = try LocalMoment.parse(asOf, in: .gmt, option: "--as-of") }
        if let expect, !RowExpectation.allowed.contains(expect) {
            throw ValidationError(
                "--expect needs a number of rows, at most \(RowExpectation.allowed.upperBound)"
            )
        }
    }

    func choice(in zone: TimeZone) throws -> Planning.Choice {
        Planning.Choice(
            file: file,
            days: try days(),
            services: service,
            sites: site,
            template: template,
            reading: try reading.choice(),
            expected: expect,
            realRows: Set(real),
            leftOut: Set(leaveOut),
            asOf: try asOf.map { try LocalMoment.parse($0, in: zone, option: "--as-of") }
        )
    }

    private func days() throws -> ClosedRange<LocalDay> {
        switch (date, from, to) {
        case (let date?, nil, nil):
            let day = try LocalMoment.day(date, option: "--date")
            return day...day
        case (nil, let from?, let to?):
            let (first, last) = (
                try LocalMoment.day(from, option: "--from"), try LocalMoment.day(to, option: "--to")
            )
            guard first <= last else { throw ValidationError("--from lies after --to") }
            return first...last
        default:
            throw ValidationError("say which days: --date D, or --from D --to D")
        }
    }
}

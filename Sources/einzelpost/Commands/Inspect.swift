import ArgumentParser
import MailCampaign

struct Inspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what a file is and how it would be read. Stores nothing.",
        usage: "einzelpost inspect [<options>] <file>",
        discussion: """
            How the file is written and how sure that is, what each column would become and why, \
            the services, sites and status words with counts, the days, and masked examples: \
            enough to decide without opening a spreadsheet. Columns about health, birth or home \
            are named and never shown. Whatever was found wrongly is set right by an option, here \
            and in “plan” alike.

            It needs no configuration and opens no journal. Exit code 65 means that the file \
            cannot be planned yet; the report says why, and shows the rest.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The raw export of the booking system (CSV or xlsx).",
            valueName: "file"
        ),
        completion: .file(extensions: ScheduleFile.extensions)
    )
    var file: String

    @Option(
        help: ArgumentHelp(
            "Look at the file as of this local time, instead of now.",
            discussion: "E.g. 2021-03-15: appointments are expected about the year it says.",
            valueName: "time"
        )
    )
    var asOf: String?

    @OptionGroup(title: "How to read the file") var reading: ReadingArguments

    @Option(
        help: ArgumentHelp(
            "The configuration file; only its time zone counts here.",
            discussion: "Default: as with the other commands; without one, Europe/Berlin.",
            valueName: "file"
        )
    )
    var config: String?

    @Option(help: "How to print the result: text, or json as one object on standard output.")
    var format: OutputFormat = .text

    @OptionGroup var spoken: LanguageOption

    mutating func validate() throws {
        try Usage.check { try WrittenMoment.check(asOf, option: "--as-of") }
    }

    func run() throws {
        let zone = try FileInspection.zone(configuration: config, in: Live.surroundings)
        let report = try FileInspection.look(
            at: file,
            reading.choice(),
            asOf: asOf,
            now: Live.now(),
            zone: zone
        )
        try Output.conclude(report, as: format)
    }
}

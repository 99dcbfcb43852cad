import ArgumentParser
import MailCampaign
import MailCore

struct Lists: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists everyone who still has to be reached another way.",
        usage: "einzelpost lists <campaign> --output <file> [--kind <kind>] [<options>]",
        discussion: """
            One line for each row of somebody who got no message, or may not have got it, with \
            its cause: \(UnreachedCause.overview). The earliest appointment comes first. “rows” \
            shows the same by number, with the full reasons.

            Everybody is on one of three lists (--kind):
            \(ContactChannel.overview)
            Without --kind all stand in one file, with a column that says how. The list for the \
            entrance is for whoever stands there, not to be put up.

            The file is a CSV in German that Excel and LibreOffice open by a double click. \
            No cell can become a formula; an apostrophe in front keeps phone numbers whole. It is \
            new and readable by its owner alone. It names people: destroy it by the day that is \
            shown (docs/lists.md).

            The list can be written as soon as the campaign is planned, and again later: who is \
            called now need not wait until everything is sent. Also while another process is \
            sending: then whoever is not told yet and has an appointment in the next hours \
            ([caution] call_hours) is on it as still trying.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String
    @Option(help: ArgumentHelp("Where to write the list; a new file.", valueName: "file"))
    var output: String
    @Option(help: ArgumentHelp("Only this kind.", valueName: "kind"))
    var kind: ContactChannel?
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Listing.check(output)
        let listing = try common.look(at: campaign) { try Listing(of: $1, in: $0) }
        try listing.write(kind, to: output)
        try Output.conclude(listing.report(kind, in: output), as: common.format)
    }
}

extension ContactChannel: ExpressibleByArgument {}

import ArgumentParser
import MailCampaign
import MailConsole
import MailCore

struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Opens pages in the browser that lead through a campaign.",
        usage: "einzelpost console [--port <n>] [--example <dir>] [<options>]",
        discussion: """
            Hand over the file, choose, settle doubts, look, approve, send, watch and stop: everything in \
            the browser, in German, on a port of this machine that no other account can reach. It prints a \
            link; each works once, for two minutes, and the Enter key makes a new one. The pages keep \
            nothing: journal, approval and proof are those of the other commands, which work beside it.

            It runs until it is stopped (Ctrl-C); a campaign that is being sent is stopped first, and can be \
            resumed. “einzelpost stop” stops the sending alone.

            With --example it shows the example authority, whose mail server is inside this program.
            """
    )

    @Option(help: ArgumentHelp("The port; without it any that is free.", valueName: "n"))
    var port: Int = 0
    @Option(
        help: ArgumentHelp(
            "A new folder, for the example authority and what its mail server gets.",
            valueName: "dir"
        )
    )
    var example: String?
    @Option(
        help: ArgumentHelp(
            "Judge appointments as of that time instead of now, for practice.",
            valueName: "time"
        )
    )
    var asOf: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        try Usage.check { try WrittenMoment.check(asOf, option: "--as-of") }
    }

    func run() async throws {
        guard let example else {
            return try await serve(common.places, Live.surroundings, moment: asOf, file: nil)
        }
        let office = try await ExampleOffice.open(in: example, surroundings: Live.surroundings)
        try await serve(
            office.places,
            office.surroundings,
            moment: ExampleOffice.moment,
            file: office.schedule
        )
        await office.close()
    }

    private func serve(
        _ places: AuthorityPlaces,
        _ surroundings: Surroundings,
        moment: String?,
        file: String?
    ) async throws {
        let format = common.format
        let service = PageService(
            places,
            surroundings,
            at: .port(port, users: Live.ownUsers),
            moment: moment,
            example: file
        )
        try await service.run { folder, sessions, port in
            ConsoleInvitation(sessions: sessions, folder: folder, format: format).open(at: port)
        }
    }
}

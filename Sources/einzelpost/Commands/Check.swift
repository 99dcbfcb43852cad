import ArgumentParser
import MailCampaign
import MailCore

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks whether everything is ready. Sends nothing.",
        usage: "einzelpost check [--links] [--moved | --restored] [<options>]",
        discussion: """
            Reads the configuration and every template, opens the state directory, and goes as \
            far as RCPT with the relay: connection, TLS, login, sender, and whether it takes mail to \
            the sender's own address, which is taken back (RSET). No message is sent. Every fault is \
            told at once, each with its remedy. \
            Shows the public key that proofs are signed with; it is made when there is none.
            Warns when the relay's certificate ends within \(CertificateTerm.enough) days.

            With --links it also fetches the imprint and the privacy page that every message \
            links to, and tells whether they are there, set cookies, make their readers contact \
            other hosts, and whether the privacy page names this channel (“E-Mail” and “Termin”). \
            Nothing they refer to is fetched, and another host than their own is never contacted. \
            Problems end with exit code 3. The variable SSL_CERT_FILE names certificates to trust \
            for these pages instead of the system's.

            Without --links nobody but the relay is contacted.

            After a restore or a move nothing can be sent until somebody has said how the state \
            directory came here: say it with --restored or --moved, here or with send.
            """
    )

    @Flag(help: "Also visit the imprint and the privacy page.") var links = false
    @OptionGroup var state: StateClaimOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let readiness = await Readiness.check(
            common.places,
            in: Live.surroundings,
            claim: try state.claim(),
            visitingPages: links
        )
        for note in readiness.notes { Terminal.complain(note) }
        Output.show(readiness, as: common.format)
        if let closing = readiness.closing {
            Terminal.complain(Sentence(same: "einzelpost: \(closing)"), as: .error)
        }
        try readiness.conclusion.end()
    }
}

import ArgumentParser
import MailCampaign
import MailCore

struct Person: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what is kept of one person, or erases it.",
        usage: "einzelpost person [--unmasked] [--erase] [<options>]",
        discussion: """
            For whoever asks what is kept of them, or wants it gone. An address or a booking \
            reference is read from standard input, never from the command line, where others on \
            this machine could see it. Further lines narrow it down where people share an \
            address: the booking reference, or the name as the schedule has it. End with Ctrl-D.

            It shows in which campaigns the person stands, what is kept, and what was sent when; \
            “proof --message” takes the message's id. Values are masked unless --unmasked is \
            given, which the journal records. People whose campaign is erased are not found.

            --erase erases just this person everywhere; the rest stays provable. Their campaigns must \
            have come to their end, since an approval binds every row. That they were told stays \
            known by keyed hashes until [retention] notified_days is over. Older copies of the \
            journal show them until the campaign itself is erased: destroy those copies.
            """
    )

    @Flag(help: "Show everything in full; recorded.") var unmasked = false
    @Flag(help: "Erase what is kept of this person.") var erase = false
    @OptionGroup var common: CommonOptions

    func run() throws {
        let answer = PersonAnswer(in: try common.open())
        if Terminal.inputIsTerminal { Terminal.complain(PersonAnswer.prompt) }
        var lines: [String] = []
        while let line = readLine() { lines.append(line) }
        let result = try answer.run(lines, isMasked: !unmasked, isErasing: erase)
        try Output.conclude(result, as: common.format)
    }
}

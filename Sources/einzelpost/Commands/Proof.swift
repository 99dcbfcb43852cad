import ArgumentParser
import MailCampaign

struct Proof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a signed proof of a campaign, or of one message.",
        usage: """
            einzelpost proof <campaign> --output <file> [<options>]
            einzelpost proof [<campaign>] --message <id> [--output <file>] [<options>]
            """,
        discussion: """
            The proof of a campaign shows that every planned message went to one recipient and \
            was what had been approved. It holds no personal data and nothing that could be tried \
            out: whatever leads to a person is hashed under a salt, which stays in the journal. It \
            may be published. Whoever has the file checks it with “verify --proof”, or with a \
            program of their own; docs/proof.md says how, and who can learn what.

            With --message a person who got a mail can be answered: this message was planned, this \
            is what became of it, and it had one recipient. It tells nothing of other people. It \
            holds the salt of this message: it is for this person, and not for publication.

            Of a campaign that an earlier version has planned no proof is made (exit code 3): its \
            events hold digests that could be tried out. “verify” and --message go on working.

            The key is the file signing-key of the state directory, made on first use; “check” \
            shows its public half, for the authority to publish. Keep a copy of the file. A new key \
            is made only when there is none; proofs that were signed before keep the old one.

            Nothing is written when a check of the campaign fails (exit code 3). A campaign that \
            is not finished is proven as it stands.
            """
    )

    @Argument(help: "The campaign; with --message it may be left out.", completion: .campaigns)
    var campaign: String?
    @Option(
        help: ArgumentHelp("Only this message: its id, or its whole Message-ID.", valueName: "id")
    )
    var message: String?
    @Option(help: ArgumentHelp("Where to write the proof; a new file.", valueName: "file"))
    var output: String?
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check(request) }

    func run() throws {
        let request = try request()
        if let output = request.output { try NewFile.check(output) }
        let proof = try Proving(in: common.open()).proof(of: request)
        Terminal.note(proof.newKey?.note)
        if let output = request.output { try proof.write(to: output) }
        let verification = try proof.verification(name: request.name)
        switch request {
        case .campaign: try Output.conclude(verification, as: common.format)
        case .message: try Output.conclude(proof.handed(verification), as: common.format)
        }
    }

    private func request() throws -> ProofRequest {
        try ProofRequest(campaign: campaign, message: message, output: output)
    }
}

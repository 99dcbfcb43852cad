import ArgumentParser
import MailCampaign
import MailCore

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Re-checks all promises from the journal, or a proof from its file alone.",
        usage: """
            einzelpost verify <campaign> [--technical] [<options>]
            einzelpost verify --proof <file> [--key <hex>] [--format <format>]
            """,
        discussion: """
            With a campaign: follows the chain of events from its first to its last, holds every \
            table against it, adds up the sums, compares what was written to the relay with what \
            was planned, writes every message again and looks for foreign addresses in it. \
            Nothing is contacted. What does not fit is named with its event, row or message.

            With --proof: checks a file that “proof” has written, on any machine, without journal \
            or configuration. Anybody can sign with a key of their own: compare the public key \
            with the one the authority publishes, or give that one with --key.

            Exit code 3 if one check fails, 65 if the file is no proof.
            """
    )

    @Argument(help: "The campaign.", completion: .campaigns) var campaign: String?
    @Option(help: ArgumentHelp("Check this proof instead.", valueName: "file"))
    var proof: String?
    @Option(
        help: ArgumentHelp("The public key the proof must be signed with.", valueName: "hex")
    )
    var key: String?
    @Flag(help: "With a campaign: the hashes, too, also in German.") var technical = false
    @OptionGroup var common: CommonOptions

    func validate() throws { try Usage.check(request) }

    func run() throws {
        switch try request() {
        case .campaign(let id):
            let (workspace, id) = try common.open(id)
            var verification = try Verification(of: id, in: workspace)
            verification.isTechnical = technical
            try Output.conclude(verification, as: common.format)
        case .proof(let file, let key):
            try Output.conclude(ProofVerification(of: file, expecting: key), as: common.format)
        }
    }

    private func request() throws -> VerificationRequest {
        try VerificationRequest(campaign: campaign, proof: proof, key: key)
    }
}

import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Proof: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a signed proof of a campaign, or of one message.",
        usage: """
            einzelpost proof <campaign> --output <file> [<options>]
            einzelpost proof [<campaign>] --message <id> [--output <file>] [<options>]
            """,
        discussion: """
            The proof of a campaign shows that every planned message went to one recipient and \
            was what had been approved. It holds no personal data: people are keyed hashes, and \
            the key stays in the journal. Whoever has the file checks it with “verify --proof”, \
            or with a program of their own; docs/proof.md says how.

            With --message a person who got a mail can be answered: this message was planned, this \
            is what became of it, and it had one recipient. It tells nothing of other people.

            The key is the file signing-key of the state directory, made on first use; “check” \
            shows its public half, for the office to publish. Keep a copy of the file. A new key \
            is made only when there is none; proofs that were signed before keep the old one.

            Nothing is written when a check of the campaign fails (exit code 3). A campaign that \
            is not finished is proven as it stands.
            """
    )

    @Argument(help: "The campaign; with --message it may be left out.") var campaign: String?
    @Option(
        help: ArgumentHelp("Only this message: its id, or its whole Message-ID.", valueName: "id")
    )
    var message: String?
    @Option(help: ArgumentHelp("Where to write the proof; a new file.", valueName: "file"))
    var output: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if message == nil && campaign == nil { throw ValidationError("say which campaign") }
        if message == nil && output == nil {
            throw ValidationError("say where to write the proof: --output FILE")
        }
    }

    func run() throws {
        if let output { try NewFile.check(output) }
        let workspace = try common.open()
        if let message { try prove(message, in: workspace) } else { try prove(in: workspace) }
    }

    private func prove(in workspace: Workspace) throws {
        let record = try workspace.journal.campaign(campaign ?? "")
        let proof = try Proving(workspace: workspace).proof(of: record)
        try show(proof.noted, as: common.format == .json ? .summary : .words)
    }

    private func prove(_ message: String, in workspace: Workspace) throws {
        let proof = try Proving(workspace: workspace)
            .proof(ofMessage: MessageName.id(in: message), in: campaign)
        try show(proof.noted, as: common.format == .json ? .itself : .words)
    }

    /// What appears on standard output.
    private enum Display { case words, summary, itself }

    private func show(_ document: SignedDocument, as display: Display) throws {
        if let output { try NewFile.write(document.octets, to: output) }
        let check = try ProofCheck(of: document.octets, expecting: document.publicKey)
        let report = ProofReport(check: check, name: output ?? "this proof", isKeyKnown: true)
        switch display {
        case .words: Terminal.show(report.text)
        case .summary: Terminal.show(report.json.formatted)
        case .itself: Terminal.show(String(decoding: document.octets.dropLast(), as: UTF8.self))
        }
    }
}

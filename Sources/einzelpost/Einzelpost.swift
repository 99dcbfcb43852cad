import MailCore
import ArgumentParser
import MailCampaign

/// The command and its subcommands.
@main
struct Einzelpost: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "einzelpost",
        abstract: "Cancels appointments by e-mail, one person at a time.",
        discussion: """
            Reads the raw export of a booking system, plans a campaign, shows it, waits for \
            approval, and sends one personalised message to one person at a time through the \
            authority's own mail relay. Whatever interrupts it, “resume” goes on: nobody is \
            forgotten and nobody is told twice.

            The usual way:
              einzelpost check                                  is everything ready?
              einzelpost cancel termine.csv --date 2021-03-16   plan, ask, confirm, send

            Before that, for a file nobody knows yet (needs no configuration):
              einzelpost inspect termine.csv                    what the file is

            Rather in the browser:
              einzelpost console                                pages that lead through all of it

            Step by step, for two people:
              einzelpost plan termine.csv --date 2021-03-16     prints its digest
              einzelpost decide CAMPAIGN --row N --phone        for rows in doubt
              einzelpost show CAMPAIGN                          shows all that matters
              einzelpost approve CAMPAIGN --digest HEX --by NAME
              einzelpost send CAMPAIGN

            After an interruption:
              einzelpost resume

            For whoever calls those without a message:
              einzelpost lists CAMPAIGN --output listen.csv     sorted by appointment

            Afterwards, for whoever asks:
              einzelpost proof CAMPAIGN --output proof.json     signed; names nobody

            Told something wrong, or must they be told again?
              einzelpost plan --follow-up CAMPAIGN --template berichtigung
              einzelpost incident CAMPAIGN --aware-at TIME      freezes it, drafts the report

            When it is over:
              einzelpost report CAMPAIGN --output vermerk.html  for the file
              einzelpost erase CAMPAIGN                         its people, for good

            Every night, and before an upgrade:
              einzelpost backup FILE                            the journal; names nobody

            Exit codes: \(Conclusion.overview)
            """,
        version: "0.1.0",
        subcommands: [
            Check.self, Lint.self, Inspect.self, Plan.self, Rows.self, Preview.self, Show.self,
            Approve.self, Send.self, Resume.self,
            Cancel.self, Status.self, Resolve.self, Decide.self, Withdraw.self, Lists.self,
            Verify.self, Proof.self, Stop.self, Person.self, Erase.self, HoldCommand.self,
            Incident.self, Report.self, PapersCommand.self,
            Keys.self, BackupCommand.self,
            ConsoleCommand.self, Serve.self, Demo.self,
        ]
    )

    static func main() async {
        Live.prepareProcess()
        if let missing = Live.missingLimit {
            end(with: ErrorReport(.system, message: missing, problems: []))
        }
        if OutputFormat.isJSONWanted, CommandLine.arguments.dropFirst().contains("--version") {
            return Output.show(Live.version, as: .json)
        }
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard let report = report(of: error) else { exit(withError: error) }
            end(with: report)
        }
    }

    private static func end(with report: ErrorReport) -> Never {
        if OutputFormat.isJSONWanted { Terminal.show(Printable(report.json)) }
        Terminal.complain(report.words, as: .error)
        exit(withError: ExitCode(report.conclusion.rawValue))
    }

    /// Nil for what is no failure: help, and a command that has said all there is to say.
    private static func report(of error: any Error) -> ErrorReport? {
        if let report = ErrorReport(error) { return report }
        switch exitCode(for: error) {
        case _ where error is ExitCode, .success: return nil
        case .validationFailure:
            return wrongUsage(error)
        default: return .fault(error)
        }
    }

    /// ArgumentParser quotes what it cannot understand, and its words have several lines: so it is
    /// asked again about the same arguments as they may be shown.
    private static func wrongUsage(_ error: any Error) -> ErrorReport {
        do {
            _ = try parseAsRoot(CommandLine.arguments.dropFirst().map { Printable($0).text })
        } catch {
            let hint = SplitName.found(in: Array(CommandLine.arguments.dropFirst())) {
                (try? parseAsRoot($0)) != nil
            }
            let advice = hint.map { Sentence(same: "\n\($0.words)") } ?? .empty
            let message = message(for: error)
            let told = Usage.flaw(message) ?? Sentence(same: "\(Printable(lines: message))")
            let words = Usage.words(message, in: fullMessage(for: error))
            return ErrorReport(
                .usage,
                message: Sentence(same: "\(told)\(advice)"),
                problems: [],
                words: Sentence(same: "\(words)\(advice)")
            )
        }
        return ErrorReport(
            .usage,
            message: Sentence(same: "\(message(for: error))"),
            problems: []
        )
    }
}

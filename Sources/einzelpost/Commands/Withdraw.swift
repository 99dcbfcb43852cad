import ArgumentParser
import MailCampaign
import MailCore
import MailJournal

struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes planned messages out of a campaign.",
        usage: "einzelpost withdraw <campaign> --row <n> ... [<options>]",
        discussion: """
            Also leaves out rows that need a decision. The digest changes, so the campaign must \
            be approved again. A message that answers several rows is withdrawn as a whole.
            """
    )

    @Argument(help: "The campaign.") var campaign: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The rows, as a spreadsheet numbers them.", valueName: "n")
    )
    var row: [Int]
    @OptionGroup var common: CommonOptions

    func run() throws {
        let workspace = try common.open()
        let record = try workspace.journal.campaign(campaign)
        let taken = try workspace.journal.withdraw(
            rows: row,
            from: record,
            at: workspace.surroundings.now()
        )
        let renewed = try workspace.journal.campaign(record.id)
        if taken.rows > 0 {
            Terminal.complain("\(taken.rows.with("row")) left out, to be reached another way.")
        }
        if taken.messages > 0 {
            Terminal.complain("\(taken.messages.with("message")) withdrawn.")
        }
        if renewed.digest != record.digest {
            Terminal.complain("The campaign has changed and must be approved again.")
            Terminal.complain("Its digest is now \(renewed.digest.hex)")
        }
        let status = try StatusReport(
            record.id,
            in: workspace.journal,
            zone: workspace.settings.timeZone
        )
        Terminal.show(common.format == .json ? json(status, renewed).formatted : status.text)
    }

    private func json(_ status: StatusReport, _ campaign: CampaignRecord) -> JSON {
        guard case .object(var object) = status.json else { return status.json }
        object["digest"] = .text(campaign.digest.hex)
        return .object(object)
    }
}

package import Foundation
package import MailCore
package import MailJournal

/// Everything that somebody must see before a campaign may be sent; an approval binds all of it
/// (decision 0007).
///
/// Personal data.
package struct CampaignView {
    package let report: PlanReport
    package let authority: Authority
    /// Of the template: its name and what it says of itself.
    package let template: String
    /// Where templates come from now; one that has changed since planning is told as a change.
    package let templates: TemplateFolder
    package let examples: [CampaignExample]
    package let domains: MailDomains
    /// Nil for the first campaign of a journal.
    package let differences: CampaignDifferences?
    package let isMasked: Bool
    /// Where messages go that a person has decided, as they may be shown, by their rows.
    package let decidedAddresses: [Int: String]
    /// The rows of other people who get a message at the address of a decided row, by its number.
    package let sharedWith: [Int: [Int]]
    /// What stands in the cells that a person found fine, by the number of the value.
    package let fineCells: [Int: [String]]
    /// How many addresses two or more messages go to, as things stand.
    package let sharedAddresses: Int
    /// When sending would end if it began now; in the campaign's own present.
    package let end: Date
    /// Now, as the campaign sees it.
    package let present: Date
    /// What the present [pace] would take, if it is not what was planned with.
    package let otherForecast: Int?
    /// What has changed since planning, so that it may not be sent; nil if nothing.
    package let change: AuthorityChange?

    package var campaign: CampaignRecord { report.campaign }

    init(of id: String, in workspace: Workspace, isMasked: Bool) throws {
        let journal = workspace.journal
        let report = try PlanReport(id, in: journal, zone: workspace.settings.timeZone)
        let preview = try MessagePreview(of: id, in: workspace)
        var choice = MessageChoice(messages: report.deliveries.live)
        var domains = MailDomains()
        let decided = Set(report.decisions.filter { $0.answer == .send }.map(\.row.row))
        var decidedAddresses: [Int: String] = [:]
        var fineCells = FineCells(report, isMasked: isMasked)
        var rows: [String: [[Int]]] = [:]
        try journal.forEachMessage(of: id) { message in
            choice.look(at: message)
            fineCells.look(at: message.recipient)
            let address = message.recipient.address
            if message.state.isLive {
                rows[address.comparisonKey, default: []].append(
                    message.recipient.appointments.map(\.row)
                )
            }
            for row in message.recipient.appointments.map(\.row) where decided.contains(row) {
                decidedAddresses[row] = isMasked ? address.masked : address.text
            }
            if message.state.isLive { domains.count(address.domain) }
        }
        let lines = Dictionary(uniqueKeysWithValues: report.rows.map { ($0.row, $0.line) })
        let facts = report.campaign.facts
        let settings = workspace.settings
        let forecast = PaceKeeper.forecast(
            messages: report.deliveries.live,
            pace: settings.pace,
            caution: settings.caution
        )
        self.report = report
        self.domains = domains
        self.decidedAddresses = decidedAddresses
        self.fineCells = fineCells.texts
        let shared = rows.values.filter { $0.count > 1 }
        sharedAddresses = shared.count
        sharedWith = Dictionary(
            uniqueKeysWithValues: decided.compactMap { row in
                shared.first { $0.contains { $0.contains(row) } }.map { messages in
                    (row, messages.filter { !$0.contains(row) }.joined().sorted())
                }
            }
        )
        self.isMasked = isMasked
        change = preview.change
        authority = report.campaign.letter.authority
        template = try preview.templateWords
        templates = workspace.templates
        examples = try choice.picks.map {
            CampaignExample(
                $0,
                view: try preview.view(of: $0.message),
                rowLines: lines,
                before: preview.before($0.message),
                isMasked: isMasked
            )
        }
        differences = try CampaignDifferences(of: report, in: journal)
        present = report.campaign.present(at: workspace.surroundings.now())
        end = present.addingTimeInterval(Double(facts.forecastSeconds))
        otherForecast = forecast > facts.forecastSeconds ? forecast : nil
    }

    /// Those of the plan, and those about time, hotline and the campaign before.
    package var warnings: [CampaignWarning] {
        report.campaign.facts.warnings.map { .planned($0) }
            + report.forgotten
            + [lateness, emptiness, otherPace, otherPart, hotline].compactMap(\.self)
            + (differences?.sizes ?? [])
    }

    private var lateness: CampaignWarning? {
        guard report.campaign.facts.endsWithAppointments else { return nil }
        return report.starts.first.flatMap { Lateness(end: end, first: $0.instant) }.map {
            .late($0)
        }
    }

    private var emptiness: CampaignWarning? { report.deliveries.live == 0 ? .nobody : nil }

    private var otherPace: CampaignWarning? { otherForecast.map { .otherPace(seconds: $0) } }

    private var otherPart: CampaignWarning? {
        examples.lazy.compactMap { $0.otherPart?.difference }.first.map { .otherPart($0) }
    }

    /// C-12: nothing but a person can know.
    private var hotline: CampaignWarning? {
        .hotline(phone: authority.hotlinePhone, hours: authority.hotlineHours)
    }

    /// What somebody must be able to answer before they approve.
    package var questions: [ConfirmationQuestion] {
        [.messages(report.deliveries.live)] + [lastDay.map { .lastDay($0) }].compactMap(\.self)
    }

    /// The day of the last appointment that is cancelled by e-mail.
    package var lastDay: LocalDay? { report.starts.last?.local.day }
}

import MailCampaign
import MailCore
import MailJournal

/// A campaign with everything that an approval binds, before it is given.
struct ApprovalView: ShapedReport {
    let view: CampaignView
    let status: StatusReport

    var text: Printable {
        let next: Printable? = view.command.map { " To approve exactly this:\n  \($0)" }
        return "\(view.text)\n\nDigest \(view.campaign.digest.hex)\nNothing has been approved."
            + (next ?? view.report.obstacle.map { "\n\($0)" } ?? "")
    }

    var json: JSON { status.json.with(["view": view.json]) }
}

/// An approval that was given; the view was shown before.
struct ApprovalReport: ShapedReport {
    let view: CampaignView
    let status: StatusReport

    var text: Printable { status.text }

    var json: JSON { status.json.with(["view": view.json]) }
}

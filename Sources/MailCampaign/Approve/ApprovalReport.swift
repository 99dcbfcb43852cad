package import MailCore
import MailJournal

/// A campaign with everything that an approval binds, before it is given.
package struct ApprovalView: JSONPresentable {
    package let view: CampaignView
    package let status: StatusReport

    package var text: Printable {
        "\(view.text)\n\nDigest \(view.campaign.digest.hex)\n" + standing
    }

    /// Who has approved it, or how it can be approved.
    private var standing: Printable {
        if let words = status.approvalWords { return words + " It is \(status.state.rawValue)." }
        let next: Printable? = view.command.map { " To approve exactly this:\n  \($0)" }
        return "Nothing has been approved." + (next ?? view.report.obstacle.map { "\n\($0)" } ?? "")
    }

    package var json: JSON {
        status.json.with([
            "view": view.json
        ])
    }

    package var conclusion: Conclusion { view.report.conclusion }
}

/// An approval that was given; the view was shown before.
package struct ApprovalReport: JSONPresentable {
    package let view: CampaignView
    package let status: StatusReport

    package var text: Printable { status.text }

    package var json: JSON { status.json.with(["view": view.json]) }

    /// The approval stands; a row that could not be read still waits.
    package var conclusion: Conclusion { status.conclusion }
}

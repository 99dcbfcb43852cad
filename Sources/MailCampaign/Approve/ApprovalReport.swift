package import MailCore
import MailJournal

/// A campaign with everything that an approval binds, before it is given.
package struct ApprovalView: JSONPresentable {
    package let view: CampaignView
    package let status: StatusReport

    package var text: Sentence {
        let digest = view.campaign.digest.hex
        return Sentence(
            en: "\(view.text)\n\nDigest \(digest)\n\(standing)",
            de: "\(view.text)\n\nPrüfsumme \(digest)\n\(standing)"
        )
    }

    /// Who has approved it, or how it can be approved.
    private var standing: Sentence {
        if let words = status.approvalWords {
            return Sentence(
                en: "\(words) It is \(status.state.name).",
                de: "\(words) Stand: \(status.state.name)."
            )
        }
        let next =
            view.command.map {
                Sentence(
                    en: " To approve exactly this:\n  \($0)",
                    de: " Genau das geben Sie frei mit:\n  \($0)"
                )
            } ?? view.report.obstacle.map { Sentence(same: "\n\($0)") } ?? .empty
        return Sentence(
            en: "Nothing has been approved.\(next)",
            de: "Es ist nichts freigegeben.\(next)"
        )
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

    package var text: Sentence { status.text }

    package var json: JSON { status.json.with(["view": view.json]) }

    /// The approval stands; a row that could not be read still waits.
    package var conclusion: Conclusion { status.conclusion }
}

import Foundation
import MailCore
import MailJournal

extension CampaignView {
    /// Who planned it, from what, and whom it goes through.
    var origin: Sentence {
        let (facts, sender) = (campaign.facts, authority.sender)
        let planned = campaign.plannedAt.moment(in: report.zone)
        let lines: [(Sentence, Sentence?)] = [
            (
                Sentence(en: "planned", de: "geplant"),
                Sentence(
                    en: "\(planned) by \(campaign.planner.text)",
                    de: "\(planned) von \(Sentence(stored: campaign.planner.text))"
                )
            ),
            (Sentence(en: "file", de: "Datei"), fileWords),
            (
                Sentence(en: "not rows", de: "ausgelassen"),
                facts.uncounted.map { Sentence(stored: $0) }
            ),
            (Sentence(en: "letter", de: "Schreiben"), Sentence(same: "\(template)")),
            (
                Sentence(en: "templates", de: "Vorlagen"),
                Sentence(same: "\(templates.path) (\(templates.origin.words))")
            ),
            (Sentence(en: "from", de: "Absender"), Sentence(same: "\(sender.from.words)")),
            (Sentence(en: "replies to", de: "Antworten an"), replies),
            (
                Sentence(en: "bounces to", de: "Rückläufer an"),
                Sentence(same: "\(sender.envelopeFrom.text)")
            ),
            (Sentence(en: "relay", de: "Mailserver"), Sentence(same: "\(facts.relay)")),
            (
                Sentence(en: "hotline", de: "Bürgertelefon"),
                Sentence(same: "\(authority.hotlinePhone), \(authority.hotlineHours)")
            ),
            (
                Sentence(en: "approval by", de: "Freigabe durch"),
                facts.approvers == 1
                    ? Sentence(en: "one person", de: "eine Person")
                    : Sentence(en: "a second person", de: "eine zweite Person")
            ),
        ]
        return lines.compactMap { name, value in
            value.map { Sentence(same: "  \(name.padded(en: 13, de: 16))\($0)") }
        }.lines
    }

    private var replies: Sentence {
        authority.sender.replyTo.map { Sentence(same: "\($0.text)") }
            ?? Sentence(
                en: "nobody: answers go to the sender",
                de: "niemand anderen: Antworten gehen an den Absender"
            )
    }

    private var fileWords: Sentence {
        let facts = campaign.facts
        let changed =
            facts.sourceChangedAt.map { seconds in
                let moment = Date(timeIntervalSince1970: Double(seconds)).moment(in: report.zone)
                return Sentence(en: ", last changed \(moment)", de: ", zuletzt geändert \(moment)")
            } ?? .empty
        let digest = String(facts.sourceDigest.hex.prefix(16))
        let form = Sentence(storedList: facts.sourceForm)
        return Sentence(
            en: "\(facts.source)\(changed), \(form), SHA-256 \(digest)…",
            de: "\(facts.source)\(changed), \(form), Prüfsumme \(digest)…"
        )
    }
}

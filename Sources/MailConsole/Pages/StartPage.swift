import MailCampaign
import MailCore

/// Where everybody begins: what has to go on, what can be begun, whether everything is ready.
struct StartPage {
    let index: CampaignIndex
    let readiness: ReadinessLook?
    let sending: String?
    let token: String

    var page: Page {
        Page(
            Sentence(en: "Cancel appointments", de: "Termine absagen"),
            interrupted + [begin, ready] + others
        )
    }

    private var begin: Node {
        .section(
            Sentence(en: "Begin", de: "Neu beginnen"),
            [
                .paragraph(
                    Sentence(
                        en:
                            "You need the list of appointments as your booking system exports it. Do not change it, and do not open it in a spreadsheet before.",
                        de:
                            "Sie brauchen die Terminliste so, wie Ihr Buchungssystem sie exportiert. Ändern Sie nichts daran, und öffnen Sie sie vorher nicht in einer Tabellenkalkulation."
                    )
                ),
                .wayOn("/datei", Sentence(en: "Cancel appointments", de: "Termine absagen")),
            ]
        )
    }

    /// First of all: some people of these days have been told, and others not.
    private var interrupted: [Node] {
        index.entries.map(\.status).filter {
            $0.state == .paused && $0.id != sending && $0.deliveries.open > 0
        }.map { status in
            Notice(
                kind: .danger,
                title: Sentence(
                    en: "Campaign \(status.id) was interrupted",
                    de: "Aktion \(status.id) ist unterbrochen"
                ),
                children: [
                    .paragraph(
                        Sentence(
                            en:
                                "\(status.deliveries[.accepted]) of \(status.deliveries.live, "message", "messages") have been accepted, \(status.deliveries.open) still have to go. Nobody is told twice when you go on.",
                            de:
                                "Von \(status.deliveries.live, "Nachricht", "Nachrichten") sind \(count: status.deliveries[.accepted]) angenommen, \(count: status.deliveries.open) noch zu senden. Wenn Sie fortsetzen, wird niemand doppelt benachrichtigt."
                        )
                    ),
                    .paragraph(.notOutlook),
                    .wayOn("/k/\(status.id)/versand", Sentence(en: "Resume", de: "Fortsetzen")),
                ]
            ).node
        }
    }

    private var others: [Node] {
        guard !index.entries.isEmpty else { return [] }
        return [
            Table(
                caption: Sentence(en: "Campaigns", de: "Aktionen"),
                columns: [
                    .init(Sentence(en: "Campaign", de: "Aktion")),
                    .init(Sentence(en: "Days", de: "Tage")),
                    .init(Sentence(en: "Messages", de: "Nachrichten"), isNumber: true),
                    .init(Sentence(en: "State", de: "Stand")),
                ],
                rows: index.entries.map { entry in
                    let status = entry.status
                    return [
                        .link("/k/\(status.id)\(path(of: entry))", Sentence(same: "\(status.id)")),
                        .words(status.days),
                        .number(status.deliveries.live),
                        .words(standing(of: entry)),
                    ]
                }
            ).node
        ]
    }

    /// Where somebody goes on with it.
    private func path(of entry: CampaignIndex.Entry) -> String {
        switch entry.status.state {
        case _ where entry.status.id == sending: "/versand"
        case .planned: entry.waiting > 0 ? "/zweifel" : ""
        case .approved, .sending, .paused: "/versand"
        case .finished, .erased: "/ergebnis"
        }
    }

    private func standing(of entry: CampaignIndex.Entry) -> Sentence {
        if entry.status.id == sending { return StatusReport.State.sending.name }
        guard entry.status.state == .planned, entry.waiting > 0 else {
            return entry.status.state.name
        }
        return Sentence(
            en: "planned, \(entry.waiting, "row waits", "rows wait") for a decision",
            de:
                "geplant, \(entry.waiting, "Zeile wartet", "Zeilen warten") auf eine Entscheidung"
        )
    }

    private var ready: Node {
        let button = Form(
            path: "/bereit",
            token: token,
            button: Sentence(en: "Check now", de: "Jetzt prüfen"),
            look: "kern-btn kern-btn--secondary"
        ).node
        return .section(
            Sentence(en: "Is everything ready?", de: "Ist alles bereit?"),
            (readiness?.nodes
                ?? [
                    .paragraph(
                        Sentence(
                            en: "Not checked yet.",
                            de: "Noch nicht geprüft."
                        )
                    )
                ]) + [button]
        )
    }
}

extension Sentence {
    /// What happened in 2021, when the first program had failed.
    static let notOutlook = Sentence(
        en: "Do not go on with your usual mail program.",
        de: "Machen Sie nicht mit Ihrem üblichen Mailprogramm weiter."
    )
}

/// What was found when everything was looked at last.
struct ReadinessLook: Sendable {
    let at: String
    let faults: [Sentence]
    let warnings: [Sentence]

    init(_ readiness: Readiness, at clock: String) {
        at = clock
        faults = readiness.faults.flatMap(\.lines)
        warnings = readiness.warnings
    }

    var nodes: [Node] {
        let warned: [Node] =
            warnings.isEmpty
            ? []
            : [
                .paragraph(Sentence(en: "For your IT:", de: "Für die Systembetreuung:")),
                .list(warnings),
            ]
        guard faults.isEmpty else {
            return [
                Notice(
                    kind: .danger,
                    title: Sentence(
                        en: "Not ready (checked at \(at)). Please call your IT:",
                        de:
                            "Nicht bereit (geprüft um \(at) Uhr). Bitte rufen Sie die Systembetreuung an:"
                    ),
                    children: [.list(faults)]
                ).node
            ] + warned
        }
        return [
            Notice(
                kind: .success,
                title: Sentence(
                    en: "The mail server answers (checked at \(at)).",
                    de: "Der Mailserver antwortet (geprüft um \(at) Uhr)."
                ),
                children: warned
            ).node
        ]
    }
}

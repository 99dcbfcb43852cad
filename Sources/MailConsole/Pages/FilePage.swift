import MailCampaign
import MailCore

/// What the file is, and what has to be said about it before it can be planned.
struct FilePage {
    let name: String
    let look: FileLook
    let token: String

    private var path: String { "/datei/\(name)" }

    var page: Page {
        Page(
            look.isPlannable
                ? Sentence(en: "Is this the right list?", de: "Ist das die richtige Liste?")
                : Sentence(en: "Something about the list is open", de: "Zur Liste ist etwas offen"),
            step: .file,
            look.questions.map(question) + [facts] + remarks + wayOn + columns
        )
    }

    private var wayOn: [Node] {
        let other = Node.paragraph([
            .link(
                "/datei",
                Sentence(en: "Hand over another file", de: "Eine andere Datei übergeben")
            )
        ])
        guard look.isPlannable else { return [other] }
        return [
            .wayOn(
                "\(path)/auswahl",
                Sentence(
                    en: "Yes, choose the appointments",
                    de: "Ja, weiter zur Auswahl der Termine"
                )
            ), other,
        ]
    }

    private func question(_ question: FileLook.Question) -> Node {
        let buttons = question.answers.map { answer in
            Form(
                path: "\(path)/antwort",
                token: token,
                fields: [
                    Field.hidden("option", answer.option), Field.hidden("wert", answer.value),
                ],
                button: answer.words,
                look: "kern-btn kern-btn--secondary"
            ).node
        }
        return Notice(
            kind: .warning,
            title: question.words,
            children: buttons.isEmpty
                ? [
                    .paragraph(
                        Sentence(
                            en: "Export the list again, and hand it over once more.",
                            de: "Exportieren Sie die Liste noch einmal, und übergeben Sie sie neu."
                        )
                    )
                ] : [.element("div", [.look("reihe")], buttons)]
        ).node
    }

    private var facts: Node {
        var facts: [(Sentence, [Node])] = [
            (Sentence(en: "File", de: "Datei"), [.words(Sentence(same: "\(look.name)"))]),
            (Sentence(en: "Rows", de: "Zeilen"), [.number(look.rows)]),
        ]
        if let first = look.days.first, let last = look.days.last {
            facts.append(
                (
                    Sentence(en: "Days", de: "Tage"),
                    [
                        .words(
                            Sentence(
                                en:
                                    "\(look.days.count, "day", "days"), \(first.day.words) to \(last.day.words)",
                                de:
                                    "\(look.days.count, "Tag", "Tage"), \(first.day.words) bis \(last.day.words)"
                            )
                        )
                    ]
                )
            )
        }
        facts += [
            (
                Sentence(en: "Addresses", de: "Adressen"),
                [
                    .words(
                        Sentence(
                            en:
                                "\(look.addresses.usable) usable, \(look.addresses.none) without, \(look.addresses.unusable) not usable",
                            de:
                                "\(count: look.addresses.usable) brauchbar, \(count: look.addresses.none) ohne, \(count: look.addresses.unusable) nicht brauchbar"
                        )
                    )
                ]
            ),
            (Sentence(en: "Read as", de: "Gelesen als"), [.words(look.form)]),
        ]
        return .facts(facts.map { (name: $0.0, value: $0.1) })
    }

    private var remarks: [Node] {
        var nodes: [Node] = []
        if !look.warnings.isEmpty {
            nodes.append(
                Notice(
                    kind: .warning,
                    title: Sentence(en: "About the file", de: "Zur Datei"),
                    children: [.list(look.warnings)]
                ).node
            )
        }
        if !look.doubts.isEmpty {
            nodes.append(
                Notice(
                    kind: .warning,
                    title: Sentence(
                        en: "Rows whose day or time is not certain",
                        de: "Zeilen, deren Tag oder Uhrzeit nicht sicher ist"
                    ),
                    children: [
                        .list(look.doubts.map { Sentence(same: "\(count: $0.rows): \($0.why)") })
                    ]
                ).node
            )
        }
        return nodes
    }

    private var columns: [Node] {
        guard !look.columns.isEmpty else { return [] }
        return [
            Table(
                caption: Sentence(
                    en: "Columns, with one example each, which is hidden in part",
                    de: "Spalten, mit je einem Beispiel, das teilweise verdeckt ist"
                ),
                columns: [
                    .init(Sentence(en: "Column", de: "Spalte")),
                    .init(Sentence(en: "What becomes of it", de: "Was daraus wird")),
                    .init(Sentence(en: "Example", de: "Beispiel")),
                ],
                rows: look.columns.map { column in
                    [
                        .words(Sentence(same: "\(column.header)")),
                        column.isUsed ? .strong(column.use) : .words(column.use),
                        .words(column.example.map { Sentence(same: "\($0)") } ?? .empty),
                    ]
                }
            ).node
        ]
    }
}

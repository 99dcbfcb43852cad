import MailCore

/// One page, before it is put into its frame.
struct Page: Sendable {
    /// What somebody does with a campaign, one after the other.
    enum Step: Int, CaseIterable, Sendable {
        case file, choice, rows, preview, check, approval, sending, result

        var name: Sentence {
            switch self {
            case .file: Sentence(en: "File", de: "Datei")
            case .choice: Sentence(en: "Choice", de: "Auswahl")
            case .rows: Sentence(en: "Rows", de: "Zeilen")
            case .preview: Sentence(en: "Preview", de: "Vorschau")
            case .check: Sentence(en: "Check", de: "Prüfen")
            case .approval: Sentence(en: "Approval", de: "Freigabe")
            case .sending: Sentence(en: "Sending", de: "Versand")
            case .result: Sentence(en: "Result", de: "Ergebnis")
            }
        }
    }

    var status = 200
    /// What the browser's tab says, and the page's heading.
    let title: Sentence
    var step: Step?
    var errors: [FieldError] = []
    /// Seconds after which it is fetched again; only where somebody chose that.
    var refresh: Int?
    let children: [Node]

    init(
        _ title: Sentence,
        step: Step? = nil,
        status: Int = 200,
        errors: [FieldError] = [],
        refresh: Int? = nil,
        _ children: [Node]
    ) {
        self.title = title
        self.step = step
        self.status = errors.isEmpty ? status : 422
        self.errors = errors
        self.refresh = refresh
        self.children = children
    }
}

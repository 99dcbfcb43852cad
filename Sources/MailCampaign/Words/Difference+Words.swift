package import MailCore

extension Difference {
    /// In plain words; more than one line for lines of a file.
    package var lines: [Printable] {
        switch self {
        case .value(let subject, let old, let new):
            ["\(subject.words): \(shown(old, subject)) → \(shown(new, subject))"]
        case .column(let column, let isKept, let isNew):
            ["column \(isKept ? "kept" : "not kept") \(isNew ? "now" : "no longer"): \(column)"]
        case .relayDetails: ["relay: its security, login or certificates are others"]
        case .lines(let file, let count, let shown):
            ["\(file): \(count) lines differ"] + shown.map { "    \($0)" }
                + (count > shown.count ? ["    … and \(count - shown.count) more"] : [])
        }
    }

    private func shown(_ value: String?, _ subject: Subject) -> Printable {
        value.map { Printable($0) } ?? subject.none
    }
}

extension Difference.Subject: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .rows: "rows"
        case .messages: "messages"
        case .days: "days"
        case .services: "services"
        case .sites: "sites"
        case .timeZone: "time zone"
        case .sourceForm: "file read as"
        case .people: "people who must agree"
        case .relay: "relay"
        case .template: "template"
        case .key(let key): Printable(key)
        }
    }

    /// What stands where there is no value.
    fileprivate var none: Printable {
        switch self {
        case .services, .sites: "all"
        case .key, .rows, .messages, .days, .timeZone, .sourceForm, .people, .relay, .template:
            "none"
        }
    }
}

extension CampaignDifferences {
    /// In plain words.
    package var lines: [Printable] { all.flatMap(\.lines) }
}

extension Difference {
    /// In plain words; more than one line for lines of a file.
    package var lines: [String] {
        switch self {
        case .value(let subject, let old, let new):
            ["\(subject): \(old ?? subject.none) → \(new ?? subject.none)"]
        case .column(let column, let isKept, let isNew):
            ["column \(isKept ? "kept" : "not kept") \(isNew ? "now" : "no longer"): \(column)"]
        case .relayDetails: ["relay: its security, login or certificate file is another"]
        case .lines(let file, let count, let shown):
            ["\(file): \(count) lines differ"] + shown.map { "    \($0)" }
                + (count > shown.count ? ["    … and \(count - shown.count) more"] : [])
        }
    }
}

extension Difference.Subject: CustomStringConvertible {
    package var description: String {
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
        case .key(let key): key
        }
    }

    /// What stands where there is no value.
    fileprivate var none: String {
        switch self {
        case .services, .sites: "all"
        case .key, .rows, .messages, .days, .timeZone, .sourceForm, .people, .relay, .template:
            "none"
        }
    }
}

extension CampaignDifferences {
    /// In plain words.
    package var lines: [String] { all.flatMap(\.lines) }
}

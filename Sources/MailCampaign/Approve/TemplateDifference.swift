package import MailCore

/// The lines in which two templates differ, a few of each file.
package struct TemplateDifference {
    /// So many lines of each file are shown.
    private static let most = 12

    package let lines: [String]

    package init(from old: TemplateSource, to new: TemplateSource) {
        let name = old.name == new.name ? [] : ["template: \(old.name) → \(new.name)"]
        let files = [
            ("template.toml", old.manifest, new.manifest), ("message.txt", old.text, new.text),
            ("message.html", old.html ?? "", new.html ?? ""),
        ]
        lines = name + files.flatMap { Self.lines(of: $0, $1, $2) }
    }

    private static func lines(of file: String, _ old: String, _ new: String) -> [String] {
        func split(_ text: String) -> [String] {
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map(String.init)
        }
        let changes = split(new).difference(from: split(old)).map { change in
            switch change {
            case .remove(let offset, let line, _): (offset, 0, "- \(line)")
            case .insert(let offset, let line, _): (offset, 1, "+ \(line)")
            }
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        guard !changes.isEmpty else { return [] }
        let shown = changes.prefix(most).map { "    \($0.2.prefix(96))" }
        let rest = changes.count - shown.count
        return ["\(file): \(changes.count) lines differ"] + shown
            + (rest > 0 ? ["    … and \(rest) more"] : [])
    }
}

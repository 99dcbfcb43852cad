import MailCore

/// The lines in which two templates differ, a few of each file.
enum TemplateDifference {
    /// So many lines of each file are shown.
    private static let most = 12

    static func between(_ old: TemplateSource, _ new: TemplateSource) -> [Difference] {
        let name: [Difference] =
            old.name == new.name ? [] : [.value(.template, from: old.name, to: new.name)]
        let files = [
            ("template.toml", old.manifest, new.manifest), ("message.txt", old.text, new.text),
            ("message.html", old.html ?? "", new.html ?? ""),
        ]
        return name + files.compactMap { lines(of: $0, $1, $2) }
    }

    private static func lines(of file: String, _ old: String, _ new: String) -> Difference? {
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
        guard !changes.isEmpty else { return nil }
        return .lines(
            file: file,
            count: changes.count,
            shown: changes.prefix(most).map { String($0.2.prefix(96)) }
        )
    }
}

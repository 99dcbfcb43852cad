import MailCore

/// docs/configuration.md, written from the table of keys.
enum ConfigurationReference {
    static let text: String = {
        let sections = SettingsKey.table.map(\.key.section).reduce(into: [String]()) {
            if $0.last != $1 { $0.append($1) }
        }
        return beginning + sections.map(section).joined(separator: "\n")
    }()

    private static let beginning = """
        # Configuration

        The program reads one file in TOML: the one named with `--config`, or else the first that is there of
        `./einzelpost.toml`, `$XDG_CONFIG_HOME/einzelpost/einzelpost.toml` (mostly `~/.config/…`) and
        `/etc/einzelpost/einzelpost.toml`. Unknown keys, missing keys and values of another kind are errors
        (exit code 78), told all at once, each with its line. A service account (the program runs as another account
        than the login, or as one that is no person's: below 1000 or above 60000) takes none of these but
        `/etc/einzelpost/einzelpost.toml`, or the file that the variable `EINZELPOST_CONFIG` of its unit names.
        `Examples/einzelpost.toml` shows every key.

        `einzelpost check` says whether the configuration is complete, and tries the relay without sending anything.

        <!-- Written by `make docs` from Sources/MailCore/Settings/SettingsKey+Table.swift; edit it there. -->


        """

    private static func section(_ name: String) -> String {
        let entries = SettingsKey.table.filter { $0.key.section == name }
        return """
            ## [\(name)]

            | Key | Value | If left out | Meaning | Example |
            | --- | --- | --- | --- | --- |
            \(entries.map(line).joined(separator: "\n"))

            """
    }

    private static func line(_ entry: SettingsKey.Entry) -> String {
        let cells = [
            "`\(entry.key.name)`", form(entry.form), absence(entry.absence), entry.meaning,
            "`\(entry.example)`",
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func form(_ form: SettingsKey.Form) -> String {
        switch form {
        case .text: "text"
        case .address: "`local@domain`"
        case .mailbox: "`Name <local@domain>` or `local@domain`"
        case .page: "address beginning with `https://`"
        case .number(let bounds): "number, \(bounds.lowerBound) to \(bounds.upperBound)"
        case .choice(let words): words.map { "`\"\($0)\"`" }.joined(separator: " or ")
        case .texts: "list of texts"
        case .lists(let words):
            "names, each with a list of " + words.map { "`\"\($0)\"`" }.joined(separator: ", ")
        }
    }

    private static func absence(_ absence: SettingsKey.Absence) -> String {
        switch absence {
        case .refused: "an error"
        case .number(let number): "`\(number)`"
        case .text(let text): "`\"\(text)\"`"
        case .none(let words): words
        }
    }
}

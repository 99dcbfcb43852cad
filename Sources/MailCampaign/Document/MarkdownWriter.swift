import Foundation
import MailCore

/// A document as Markdown, without its pictures: their numbers stand in tables.
enum MarkdownWriter {
    static func text(of document: Document) -> String {
        (["# \(plain(document.title))"] + document.sections.flatMap(lines))
            .joined(separator: "\n\n") + "\n"
    }

    private static func lines(of section: Document.Section) -> [String] {
        ["## \(plain(section.title))"] + section.blocks.compactMap(text)
    }

    private static func text(of block: Document.Block) -> String? {
        switch block {
        case .paragraph(let text): plain(text)
        case .list(let items): items.map { "- \(plain($0))" }.joined(separator: "\n")
        case .facts(let facts):
            facts.map { "- **\(plain($0.name)):** \(plain($0.value))" }.joined(separator: "\n")
        case .table(let table): self.table(table)
        case .chart: nil
        }
    }

    private static func table(_ table: Document.Table) -> String {
        let rules = table.header.indices.map { table.isNumeric($0) ? "---:" : "---" }
        let last = table.rows.indices.last
        let rows = table.rows.enumerated().map { index, row in
            row.map { table.hasSum && index == last ? "**\(plain($0))**" : plain($0) }
        }
        let lines = ([table.header.map(plain), rules] + rows).map {
            "| \($0.joined(separator: " | ")) |"
        }
        return "\(plain(table.caption)):\n\n\(lines.joined(separator: "\n"))"
    }

    /// Nothing that came from outside can become markup, or a command of a terminal.
    private static func plain(_ text: String) -> String {
        Printable(text).text.reduce(into: "") { out, character in
            if "\\`*_<>|#".contains(character) { out.append("\\") }
            out.append(character)
        }
    }
}

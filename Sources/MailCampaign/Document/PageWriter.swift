import Foundation
import MailCore

/// A document as one page of HTML that needs nothing else, and prints on A4.
enum PageWriter {
    static func text(of document: Document) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(document.language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(escaped(document.title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        <h1>\(escaped(document.title))</h1>
        \(document.sections.enumerated().map(section).joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    /// Dark on white, also where somebody prefers dark pages: it goes on paper.
    private static let style = """
        :root { color-scheme: light; }
        body { margin: 0 auto; padding: 1.5em; max-width: 46em; background: #fff; color: #1a1a1a;
          font: 1em/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; }
        h1 { font-size: 1.6em; line-height: 1.25; }
        h2 { font-size: 1.2em; margin-top: 1.8em; border-bottom: 1px solid #767676; }
        table { border-collapse: collapse; width: 100%; margin: 1em 0; }
        caption { text-align: left; font-weight: bold; padding-bottom: .3em; }
        th, td { text-align: left; vertical-align: top; padding: .2em .6em .2em 0; border-bottom: 1px solid #c4c4c4; }
        tbody th { font-weight: normal; }
        th.number, td.number { text-align: right; padding-right: 0; white-space: nowrap; }
        tr.sum > * { font-weight: bold; border-top: 2px solid #1a1a1a; }
        dl { display: grid; grid-template-columns: minmax(9em, 1fr) 3fr; gap: .2em 1em; margin: 1em 0; }
        dt { font-weight: bold; }
        dd { margin: 0; overflow-wrap: anywhere; }
        svg { display: block; width: 100%; height: auto; margin: 1em 0; }
        @media (max-width: 30em) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5em; } }
        @page { size: A4; margin: 20mm 20mm 22mm 25mm; }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          h2 { break-after: avoid; }
          table, svg, dl { break-inside: avoid; }
        }
        """

    private static func section(_ number: Int, _ section: Document.Section) -> String {
        """
        <section aria-labelledby="s\(number)">
        <h2 id="s\(number)">\(escaped(section.title))</h2>
        \(section.blocks.enumerated().map { block($1, "s\(number)-\($0)") }.joined(separator: "\n"))
        </section>
        """
    }

    private static func block(_ block: Document.Block, _ id: String) -> String {
        switch block {
        case .paragraph(let text): "<p>\(escaped(text))</p>"
        case .list(let items): "<ul>\n\(items.map { "<li>\(escaped($0))</li>\n" }.joined())</ul>"
        case .facts(let facts):
            "<dl>\n"
                + facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>\n" }
                .joined() + "</dl>"
        case .table(let table): self.table(table)
        // One number is no picture.
        case .chart(let chart): chart.bars.count > 1 ? chart.svg(id: id, escaped: escaped) : ""
        }
    }

    private static func table(_ table: Document.Table) -> String {
        let head = table.header.enumerated().map { column, cell in
            "<th scope=\"col\"\(mark(table, column))>\(escaped(cell))</th>"
        }.joined()
        let last = table.rows.indices.last
        let rows = table.rows.enumerated().map { index, row in
            let cells = row.enumerated().map { column, cell in
                column == 0
                    ? "<th scope=\"row\">\(escaped(cell))</th>"
                    : "<td\(mark(table, column))>\(escaped(cell))</td>"
            }
            let isSum = table.hasSum && index == last
            return "<tr\(isSum ? " class=\"sum\"" : "")>\(cells.joined())</tr>"
        }
        return """
            <table>
            <caption>\(escaped(table.caption))</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private static func mark(_ table: Document.Table, _ column: Int) -> String {
        table.isNumeric(column) ? " class=\"number\"" : ""
    }

    /// Nothing that came from outside can become markup.
    static func escaped(_ text: String) -> String {
        Printable(text).text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

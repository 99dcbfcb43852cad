import MailCore

/// A table with its caption and headers; the last row may be the sum of the others.
struct Table {
    struct Column {
        let title: Sentence
        var isNumber = false

        init(_ title: Sentence, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    let caption: Sentence
    let columns: [Column]
    /// The first cell of each names its row.
    let rows: [[Node]]
    var sum: [Node] = []

    var node: Node {
        let head = columns.map { column in
            Node.element(
                "th",
                [Attribute("scope", "col"), .look(Self.look(column, "kern-table__header"))],
                [.words(column.title)]
            )
        }
        let foot =
            sum.isEmpty
            ? [] : [Node.element("tfoot", [.look("kern-table__footer")], [row(sum)])]
        let table = Node.element(
            "table",
            [.look("kern-table")],
            [
                .element("caption", [.look("kern-title")], [.words(caption)]),
                .element("thead", [.look("kern-table__head")], [.element("tr", [], head)]),
                .element("tbody", [.look("kern-table__body")], rows.map(row)),
            ] + foot
        )
        // A wide table moves by itself, also with the keyboard; the page does not.
        return .element(
            "div",
            [
                .look("kern-table-responsive"), Attribute("role", "region"),
                Attribute("aria-label", caption), Attribute("tabindex", "0"),
            ],
            [table]
        )
    }

    private func row(_ cells: [Node]) -> Node {
        .element(
            "tr",
            [.look("kern-table__row")],
            zip(columns, cells).enumerated().map { place, cell in
                place == 0
                    ? .element(
                        "th",
                        [Attribute("scope", "row"), .look(Self.look(cell.0, "kern-table__cell"))],
                        [cell.1]
                    )
                    : .element("td", [.look(Self.look(cell.0, "kern-table__cell"))], [cell.1])
            }
        )
    }

    private static func look(_ column: Column, _ name: String) -> String {
        column.isNumber ? "\(name) kern-table__cell--numeric" : name
    }
}

extension Node {
    static func number(_ value: Int) -> Node { .words(Sentence(same: "\(count: value)")) }
}

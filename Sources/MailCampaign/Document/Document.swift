/// A paper for the file, before it becomes Markdown or a page.
struct Document {
    let title: String
    /// RFC 5646: the language of all its words.
    let language: String
    let sections: [Section]

    struct Section {
        let title: String
        let blocks: [Block]

        init(_ title: String, _ blocks: [Block?]) {
            self.title = title
            self.blocks = blocks.compactMap(\.self)
        }
    }

    enum Block {
        case paragraph(String)
        case list([String])
        /// Names and what they are, a line each.
        case facts([(name: String, value: String)])
        case table(Table)
        /// A picture of numbers that stand in a table, too.
        case chart(BarChart)
    }

    /// The last row is the sum of the others where `hasSum` says so.
    struct Table {
        let caption: String
        let header: [String]
        let rows: [[String]]
        var hasSum = false

        /// Whether a column holds numbers alone, which stand on the right.
        func isNumeric(_ column: Int) -> Bool {
            !rows.isEmpty
                && rows.allSatisfy { row in
                    row.indices.contains(column) && !row[column].isEmpty
                        && row[column].allSatisfy { $0.isNumber || $0 == "." }
                }
        }
    }
}

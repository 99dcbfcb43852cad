/// What is odd about the end of a file, from which an export that died is known.
package enum ExportEnd: Hashable, Sendable {
    /// The last row has fewer cells than the header, or its quotes are not closed.
    case shortRow(line: Int)
    /// Lines below the list are words, not a row: a program's last ones, perhaps.
    case words(line: Int)

    var words: String {
        switch self {
        case .shortRow(let line): "The last row, line \(line), has fewer cells than the header."
        case .words(let line):
            "Below the list, from line \(line) on, stand words that are no row."
        }
    }
}

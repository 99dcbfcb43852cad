import MailCore

/// How a profile names a column: one header, or several of which a file has one.
///
/// Written `submitdate | Datum Abgeschickt`, because many systems translate their headers.
package struct HeaderName: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    private let keys: [String]

    init(parsing text: String) {
        description = text
        keys = text.split(separator: " | ").map { Synonym.key(of: String($0)) }
    }

    /// Whether a header is one of these, spelled exactly or without case and punctuation.
    func names(_ header: String) -> Bool { keys.contains(Synonym.key(of: header)) }

    /// All columns with one of the headers, spelled exactly or without case and punctuation.
    func columns(among headers: [String]) -> [Int] {
        headers.indices.filter { keys.contains(Synonym.key(of: headers[$0])) }
    }

    /// The column with one of the headers; nil without one.
    ///
    /// - Parameters:
    ///   - headers: Of all columns.
    ///   - ignored: Columns that the operator wants used for nothing.
    /// - Returns: Its index.
    /// - Throws: `ScheduleError` if there are several.
    func column(
        among headers: [String],
        except ignored: Set<Int>
    ) throws(ScheduleError) -> Int? {
        let columns = columns(among: headers).filter { !ignored.contains($0) }
        guard columns.count > 1 else { return columns.first }
        let numbers = columns.map { "column \($0 + 1)" }
        throw ScheduleError(
            message: Sentence(
                en:
                    "Several columns could be \"\(description)\" of the layout: \(numbers.joined(separator: " and ")). Leave out those "
                    + "that are not meant, e.g. --ignore \"column \(columns[1] + 1)\".",
                de:
                    "Mehrere Spalten könnten „\(description)“ des Profils sein: \(numbers.joined(separator: " und ")). Lassen Sie weg, was nicht "
                    + "gemeint ist, z. B. --ignore \"column \(columns[1] + 1)\"."
            )
        )
    }
}

import MailCore

/// How many rows a table has, and whether all are as wide as its header.
struct TableShape {
    private(set) var rows = 0
    private(set) var ragged = 0
    private var firstRagged: (line: Int, row: Int)?
    private var isEachShorter = true

    /// Counts the next data row.
    mutating func add(_ record: CSVRecord, width: Int) {
        rows += 1
        guard record.count != width else { return }
        ragged += 1
        firstRagged = firstRagged ?? (record.line, record.row)
        isEachShorter = isEachShorter && record.count < width
    }

    /// Why the file as a whole is not what it should be, after the last row; nil if it is.
    var problem: ScheduleError? {
        guard rows > 0 else {
            return ScheduleError(
                message: Sentence(
                    en: "The file has a header but no rows. Export the schedule again.",
                    de:
                        "Die Datei hat Überschriften, aber keine Zeilen. Exportieren Sie die Terminliste noch einmal."
                )
            )
        }
        // Shifted columns are the classic way to mail the wrong person. More than one row in a
        // hundred is no slip in a cell but a broken export.
        guard let firstRagged, ragged >= 2, ragged * 100 > rows else { return nil }
        return ScheduleError(
            line: firstRagged.line,
            row: firstRagged.row,
            message: Sentence(
                en:
                    "\(ragged) rows have another number of fields than the header; this is the first. Export the schedule again.",
                de:
                    "\(ragged) Zeilen haben nicht so viele Felder, wie es Überschriften gibt; das ist die erste. Exportieren Sie die "
                    + "Terminliste noch einmal."
            )
                + (isEachShorter
                    ? Sentence(
                        en:
                            " If the export leaves out last cells that are empty, say --short-rows.",
                        de: " Lässt der Export leere letzte Zellen weg, nehmen Sie --short-rows."
                    ) : .empty)
        )
    }
}

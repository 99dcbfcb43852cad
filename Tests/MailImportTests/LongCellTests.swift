import Foundation
import MailCore
import MailImport
import TestSupport
import Testing

/// A cell may have 64 KiB, and whoever fills in a booking form decides what stands in it.
struct LongCellTests {
    private static let usual: [(header: String, cell: String)] = [
        ("Buchungs-ID", "E-4711"), ("Nachname", "Muster"), ("Vorname", "Anna"),
        ("E-Mail", "anna.muster@example.org"), ("Telefon", "0221 4710012"),
        ("Termin", "16.03.2021"), ("Uhrzeit", "09:10"), ("Status", "gebucht"),
        ("Dienstleistung", "Impfung"), ("Dosis", "1"), ("Ort", "Halle"),
        ("2. Termin", "06.04.2021 09:10"), ("Bemerkung", "keine"), ("Farbe", "gelb"),
    ]

    /// What stands at both ends of a cell, and what is repeated between them until it is full.
    private static let cells: [(front: String, filler: String, back: String)] = [
        ("a", " ", "b"), ("", "1", ""), ("", "a", ""), ("", "@", ""), ("a@example.org", ".", ""),
        ("(", " at ", ")"), ("a@", "ü", ".example"), ("e", "\u{301}", ""),
    ]

    /// Every cell in every column; the sample has two cells for each column, and each cell in three
    /// columns or more.
    private static let places = usual.indices.flatMap { column in
        cells.indices.filter { LongRun.isOn || (column + $0).isMultiple(of: 4) }
            .map { (usual[column].header, $0) }
    }

    /// What grows with the square of a cell's length takes ten seconds and more.
    @Test(arguments: places)
    func `a cell as long as may be takes no longer to read than so many short ones`(
        header: String,
        index: Int
    ) throws {
        let (front, filler, back) = Self.cells[index]
        let count = (65_000 - front.utf8.count - back.utf8.count) / filler.utf8.count
        let cell = front + String(repeating: filler, count: count) + back
        let row = Self.usual.map(\.cell).joined(separator: ";")
        let long = Self.usual.map { $0.header == header ? "\"\(cell)\"" : $0.cell }
            .joined(separator: ";")
        let lines = [Self.usual.map(\.header).joined(separator: ";"), row, long, row]
        let source = ScheduleSource(bytes: Array(lines.joined(separator: "\n").utf8))
        let start = Self.secondsOfThisThread
        let schedule = try ScheduleImport.read(source: source, selection: Schedules.selection())
        let found = try ScheduleInspection.read(
            source: source,
            asOf: Date(timeIntervalSince1970: 1_615_820_400),
            zone: Schedules.berlin()
        )
        #expect(Self.secondsOfThisThread - start < 4)
        #expect(schedule.rowCount == 3 && found.rows == 3)
    }

    /// What it has computed: other tests do not count.
    private static var secondsOfThisThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

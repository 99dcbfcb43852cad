import Foundation
import MailCore
import MailImport

private let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
private let asOf = Date(timeIntervalSince1970: 1_615_820_400)

/// Any lines as the cells of one column with dates, a tab between day and time.
func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = UnsafeBufferPointer(start: bytes, count: count)
    guard let text = String(validating: input, as: UTF8.self) else { return 0 }
    let cells = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40).map {
        let parts = $0.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return (start: String(parts[0]), time: parts.count > 1 ? String(parts[1]) : "")
    }
    var column = DateColumn(asOf: asOf, zone: zone)
    for (index, cell) in cells.enumerated() {
        column.add(cell.start, time: cell.time, row: index + 2)
    }
    // A column that is refused as a whole is still read by readers that know nothing of it.
    let formats = [.unproven, try? column.format(chosen: nil)].compactMap(\.self)
    for format in formats {
        var reader = StartReader(zone: zone, format: format)
        for cell in cells {
            guard case .at(let start) = reader.read(start: cell.start, time: cell.time) else {
                continue
            }
            check(start)
        }
    }
    return 0
}

/// A moment that the calendar and the wall have, and that is read back as it is shown.
private func check(_ start: AppointmentTime) {
    let local = start.local
    let day = local.day
    precondition(LocalDay(year: day.year, month: day.month, day: day.day) == day, "a real day")
    precondition((0..<24).contains(local.hour) && (0..<60).contains(local.minute), "a real time")
    let instant = Date(timeIntervalSince1970: Double(start.epochSeconds))
    precondition(zone.secondsFromGMT(for: instant) == start.offset, "the offset of that moment")
    precondition(LocalDay(daysSinceEpoch: day.daysSinceEpoch) == day, "days count both ways")
    var reader = StartReader(zone: zone, format: .unproven)
    let time = "\(two(local.hour)):\(two(local.minute))"
    let offset = "\(start.offset < 0 ? "-" : "+")\(two(abs(start.offset) / 3600)):00"
    let shown = [(day.description, time), ("\(day)T\(time):00\(offset)", "")]
    for (index, cells) in shown.enumerated() {
        switch reader.read(start: cells.0, time: cells.1) {
        case .at(let again): precondition(again == start, "read back as shown")
        // An hour that the wall has twice is certain only with its offset.
        case .unclear: precondition(index == 0 && local.hour == 2, "readable as shown")
        }
    }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

package import MailCore

/// The day that a file's name tells, as in `Tagesuebersicht_Halle_16.03.2021.xlsx`.
///
/// A name is no proof: the operator confirms the day.
package enum DayInFileName {
    /// The one day written as `dd.mm.yyyy` or `yyyy-mm-dd`; nil without one, or with several.
    package static func day(in name: String) -> LocalDay? {
        let days = Set(candidates(in: Array(name.utf8)).compactMap(LocalDay.init(iso8601:)))
        return days.count == 1 ? days.first : nil
    }

    /// Says that the operator's day is another than that of the name; nil where both agree, or one
    /// is missing.
    static func warning(name: LocalDay?, given: LocalDay?) -> PlanWarning? {
        guard let name, let given, name != given else { return nil }
        return .otherDayInName(given: "\(given)", name: "\(name)")
    }

    /// Each place where a day is written, in the form `yyyy-mm-dd`.
    private static func candidates(in bytes: [UInt8]) -> [String] {
        bytes.indices.compactMap { start in
            let rest = bytes[start...].prefix(10)
            let isWhole =
                rest.count == 10 && !isDigit(bytes[..<start].last)
                && !isDigit(bytes[rest.endIndex...].first)
            guard isWhole else { return nil }
            let text = String(decoding: rest, as: UTF8.self)
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.map(\.utf8.count) == [2, 2, 4] else { return text }
            return parts.reversed().joined(separator: "-")
        }
    }

    private static func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
}

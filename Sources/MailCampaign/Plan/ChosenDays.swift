package import MailCore

/// The days whose appointments are cancelled, as somebody named them.
package enum ChosenDays {
    /// - Parameters:
    ///   - date: The only one.
    ///   - from: The first one.
    ///   - to: The last one.
    /// - Returns: All of them.
    /// - Throws: `UnclearRequest` if it is neither one day nor a first and a last one.
    package static func read(
        date: String?,
        from: String?,
        to: String?
    ) throws(UnclearRequest) -> ClosedRange<LocalDay> {
        switch (date, from, to) {
        case (let date?, nil, nil):
            let day = try WrittenMoment.day(date, option: "--date")
            return day...day
        case (nil, let from?, let to?):
            let first = try WrittenMoment.day(from, option: "--from")
            let last = try WrittenMoment.day(to, option: "--to")
            guard first <= last else { throw .fromBehindTo }
            return first...last
        case (nil, nil, nil), (_?, _?, _), (_?, nil, _?), (nil, _?, nil), (nil, nil, _?):
            throw .days
        }
    }
}

extension Planning.Choice {
    /// - Parameter rows: How many somebody expects, if they say so.
    /// - Throws: `UnclearRequest` if no file can have as many.
    package static func check(expected rows: Int?) throws(UnclearRequest) {
        guard let rows, !RowExpectation.allowed.contains(rows) else { return }
        throw .expectation
    }
}

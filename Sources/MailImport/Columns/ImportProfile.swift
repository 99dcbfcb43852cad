/// The layout of one booking system, or of one authority: what its columns mean.
///
/// A profile only says what the synonyms cannot know. The operator's `--map` wins over it, and
/// the deny list over both.
package struct ImportProfile: Hashable, Sendable {
    /// The word for `--profile`.
    package let name: String
    /// For people: which export this is.
    package let description: String
    /// The headers that a file of this layout has, all of them.
    let recognisedBy: [HeaderName]
    let columns: [ScheduleField: [HeaderName]]
    /// Columns that a synonym would take and must not, such as the day of booking.
    let ignored: [HeaderName]
    /// Columns for further people: a row that fills one is not the row of one person.
    let guests: [HeaderName]
    /// The column that stays empty until a form is sent.
    let completeWhen: HeaderName?
    /// Nil where the file itself shows the order.
    package let dateOrder: DateOrder?
    /// Whether the day stands in the file's name only, as `dd.mm.yyyy`.
    package let dayIsInFileName: Bool
    package let statusWords: StatusWords

    /// Whether a header row is one of this layout.
    ///
    /// A profile that names no headers is never recognised; it is only chosen.
    package func recognises(_ headers: [String]) -> Bool {
        !recognisedBy.isEmpty && recognisedBy.allSatisfy { !$0.columns(among: headers).isEmpty }
    }

    /// The profile that a header row fits, or nil; the one that asks for most, if several do.
    package static func recognised(
        in headers: [String],
        among profiles: [ImportProfile] = builtIn
    ) -> ImportProfile? {
        let fitting = profiles.filter { $0.recognises(headers) }
        let most = fitting.map(\.recognisedBy.count).max()
        let best = fitting.filter { $0.recognisedBy.count == most }
        // Two that fit alike are no recognition.
        return best.count == 1 ? best.first : nil
    }
}

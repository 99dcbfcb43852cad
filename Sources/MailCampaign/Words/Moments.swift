import Foundation
import MailCore

extension Date {
    /// `2026-12-02 18:52`, `02.12.2026, 18:52 Uhr`, in the authority's time zone.
    func moment(in zone: TimeZone) -> Sentence {
        let clock = clock(in: zone)
        return Sentence(
            en: "\(day(in: zone)) \(clock)",
            de: "\(germanDay(in: zone)), \(clock) Uhr"
        )
    }

    /// `18:52`, `18:52 Uhr`; with its day where that is not today.
    func moment(in zone: TimeZone, asOf now: Date) -> Sentence {
        guard day(in: zone) == now.day(in: zone) else { return moment(in: zone) }
        let clock = clock(in: zone)
        return Sentence(en: "\(clock)", de: "\(clock) Uhr")
    }

    /// ISO 8601 with offset, `02.12.2026, 18:52 Uhr`.
    func exactMoment(in zone: TimeZone) -> Sentence {
        Sentence(en: "\(iso8601(in: zone))", de: "\(moment(in: zone).de)")
    }

    private func germanDay(in zone: TimeZone) -> String {
        LocalDay(iso8601: day(in: zone)).map(German.day) ?? day(in: zone)
    }
}

extension Sentence {
    /// ISO 8601 as it is, `02.12.2026, 18:52 Uhr`.
    init(moment iso8601: String) {
        let parts = iso8601.split(separator: "T")
        guard parts.count == 2, let day = LocalDay(iso8601: String(parts[0])) else {
            self.init(same: "\(iso8601)")
            return
        }
        self.init(en: "\(iso8601)", de: "\(day), \(String(parts[1].prefix(5))) Uhr")
    }

    /// A day as the journal keeps it, or another text as it is.
    init(day text: String) {
        guard let day = LocalDay(iso8601: text) else {
            self.init(same: "\(text)")
            return
        }
        self.init(en: "\(text)", de: "\(day)")
    }
}

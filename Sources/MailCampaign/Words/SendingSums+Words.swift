package import Foundation
package import MailCore
import MailJournal
import MailSending

extension SendingSums {
    /// That sending begins.
    package var beginning: Printable {
        "Sending \(campaign.id): \(open) of \(total) messages still have to go."
    }

    /// How far it has come, in one line: `12/60, 11 accepted, 1 refused, 2.0/s, ends about 20:14`.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - width: How many characters there is room for; what matters most stands first. Nil for any number.
    /// - Returns: As many parts of it as fit, at least the first.
    package func progress(at now: Date, within width: Int? = nil) -> Printable {
        var line: Printable = ""
        for part in progressParts(at: now) {
            let longer = line.text.isEmpty ? part : line + ", " + part
            if let width, longer.text.count > width { break }
            line = longer
        }
        return line
    }

    private func progressParts(at now: Date) -> [Printable] {
        var parts: [Printable] = ["\(gone)/\(total)"]
        for state in DeliveryState.allCases where state.isLive && !state.isUnderWay {
            if counts[state] > 0 { parts.append("\(counts[state]) \(state.rawValue)") }
        }
        parts.append("\(String(format: "%.1f/s", rate(at: now)))")
        if let end = expectedEnd(at: now) {
            parts.append("ends about \(end.clock(in: zone, asOf: now))")
        }
        return parts + [pause(at: now)].compactMap(\.self) + course.words(in: zone, at: now)
    }

    /// `pausing 28 s after the first 10, all accepted`.
    private func pause(at now: Date) -> Printable? {
        guard let pause = course.pause, now < pause.until else { return nil }
        let left = Int(pause.until.timeIntervalSince(now).rounded(.up))
        let all: Printable =
            counts[.accepted] == gone && gone >= pause.first ? ", all accepted" : ""
        return "pausing \(left) s after the first \(pause.first)\(all)"
    }
}

extension SendingCourse {
    /// Why it is not faster, each reason in a few words; none if nothing holds it up.
    fileprivate func words(in zone: TimeZone, at now: Date) -> [Printable] {
        var words: [Printable] = []
        if deferred > 0 {
            let reply = lastDeferral.map { " (\($0))" } ?? ""
            let next = nextAttempt.map { ", next try at \($0.clock(in: zone, asOf: now))" } ?? ""
            words.append("\(deferred) deferred\(reply)\(next)")
        }
        words += rates.map { $0.words(in: zone, at: now) }
        if let pacedUntil, now < pacedUntil {
            let isSoon = pacedUntil.timeIntervalSince(now) < 60
            words.append(
                isSoon
                    ? "waiting for [pace]"
                    : "waiting for [pace] until \(pacedUntil.clock(in: zone, asOf: now))"
            )
        }
        if let relayIsAwayUntil {
            words.append(
                "relay away, asked again at \(relayIsAwayUntil.clock(in: zone, asOf: now))"
            )
        }
        if clockMoved != 0 {
            let way = clockMoved < 0 ? "back" : "ahead"
            let seconds = String(format: "%.0f s", abs(clockMoved))
            words.append("the clock was set \(way) by \(seconds), waiting times are kept")
        }
        if attemptsFromTheFuture > 0 {
            words.append(
                "\(attemptsFromTheFuture.with("earlier attempt")) with a time to come counted as just made"
            )
        }
        return words
    }
}

extension Brakes.Rate {
    /// `relay takes 9.7 a minute`, `gmx.de takes 3.0 a minute`.
    fileprivate func words(in zone: TimeZone, at now: Date) -> Printable {
        let rate = String(format: "%.1f", perMinute)
        let hold = heldUntil.map { ", next at \($0.clock(in: zone, asOf: now))" } ?? ""
        return Printable("\(group ?? "relay") takes \(rate) a minute\(hold)")
    }
}

extension Sending.Result {
    package var notes: [Printable] {
        if case .stopped(let reason) = outcome { return ["Stopped: \(reason.text)"] }
        return hadWork ? [] : ["Nothing is left to send."]
    }
}

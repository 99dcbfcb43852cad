package import Foundation
package import MailCore
import MailJournal
import MailSending

extension SendingSums {
    /// That sending begins.
    package var beginning: Sentence {
        Sentence(
            en: "Sending \(campaign.id): \(open) of \(total) messages still have to go.",
            de:
                "Versand von \(campaign.id): Von \(total, "Nachricht", "Nachrichten") sind noch \(count: open) zu senden."
        )
    }

    /// How far it has come, in one line: `12/60, 11 accepted, 1 refused, 2.0/s, ends about 20:14`.
    ///
    /// - Parameters:
    ///   - now: The time.
    ///   - width: How many characters there is room for; what matters most stands first. Nil for any number.
    /// - Returns: As many parts of it as fit, at least the first.
    package func progress(at now: Date, within width: Int? = nil) -> Sentence {
        let parts = progressParts(at: now)
        return Sentence(
            en: "\(Self.line(parts.map(\.en), within: width))",
            de: "\(Self.line(parts.map(\.de), within: width))"
        )
    }

    private static func line(_ parts: [Printable], within width: Int?) -> Printable {
        var line: Printable = ""
        for part in parts {
            let longer = line.isEmpty ? part : line + ", " + part
            if let width, longer.count > width { break }
            line = longer
        }
        return line
    }

    private func progressParts(at now: Date) -> [Sentence] {
        var parts = [Sentence(same: "\(count: gone)/\(count: total)")]
        for state in DeliveryState.allCases where state.isLive && !state.isUnderWay {
            if counts[state] > 0 {
                parts.append(Sentence(same: "\(count: counts[state]) \(state.name)"))
            }
        }
        let rate = String(format: "%.1f/s", rate(at: now))
        parts.append(Sentence(en: "\(rate)", de: "\(rate.replacing(".", with: ","))"))
        return parts + waits(at: now)
    }

    /// When it ends, and why not sooner.
    func waits(at now: Date) -> [Sentence] {
        let end = expectedEnd(at: now).map { end in
            let clock = end.moment(in: zone, asOf: now)
            return Sentence(en: "ends about \(clock)", de: "fertig gegen \(clock)")
        }
        return [end, pause(at: now)].compactMap(\.self) + course.words(in: zone, at: now)
    }

    /// `pausing 28 s after the first 10, all accepted`.
    private func pause(at now: Date) -> Sentence? {
        guard let pause = course.pause, now < pause.until else { return nil }
        let left = Int(pause.until.timeIntervalSince(now).rounded(.up))
        let all =
            counts[.accepted] == gone && gone >= pause.first
            ? Sentence(en: ", all accepted", de: ", alle angenommen") : .empty
        return Sentence(
            en: "pausing \(left) s after the first \(pause.first)\(all)",
            de: "Pause von \(left) s nach den ersten \(count: pause.first)\(all)"
        )
    }
}

extension SendingCourse {
    /// Why it is not faster, each reason in a few words; none if nothing holds it up.
    fileprivate func words(in zone: TimeZone, at now: Date) -> [Sentence] {
        var words: [Sentence] = []
        if deferred > 0 {
            let reply =
                lastDeferral.map {
                    Sentence(en: " (\($0))", de: " (\(Sentence(stored: $0)))")
                } ?? .empty
            let clock = nextAttempt?.moment(in: zone, asOf: now)
            let next =
                clock.map {
                    Sentence(en: ", next try at \($0)", de: ", nächster Versuch um \($0)")
                } ?? .empty
            words.append(
                Sentence(
                    en: "\(deferred) deferred\(reply)\(next)",
                    de: "\(count: deferred) zurückgestellt\(reply)\(next)"
                )
            )
        }
        words += rates.map { $0.words(in: zone, at: now) }
        words += [pacing(in: zone, at: now)].compactMap(\.self)
        if let relayIsAwayUntil {
            let clock = relayIsAwayUntil.moment(in: zone, asOf: now)
            words.append(
                Sentence(
                    en: "relay away, asked again at \(clock)",
                    de: "Mailserver nicht erreichbar, nächster Versuch um \(clock)"
                )
            )
        }
        return words + clockWords
    }

    private func pacing(in zone: TimeZone, at now: Date) -> Sentence? {
        guard let pacedUntil, now < pacedUntil else { return nil }
        let clock = pacedUntil.moment(in: zone, asOf: now)
        return pacedUntil.timeIntervalSince(now) < 60
            ? Sentence(en: "waiting for [pace]", de: "wartet wegen [pace]")
            : Sentence(
                en: "waiting for [pace] until \(clock)",
                de: "wartet wegen [pace] bis \(clock)"
            )
    }

    private var clockWords: [Sentence] {
        var words: [Sentence] = []
        if clockMoved != 0 {
            let seconds = String(format: "%.0f s", abs(clockMoved))
            words.append(
                Sentence(
                    en:
                        "the clock was set \(clockMoved < 0 ? "back" : "ahead") by \(seconds), waiting times are kept",
                    de:
                        "die Uhr wurde um \(seconds) \(clockMoved < 0 ? "zurückgestellt" : "vorgestellt"), Wartezeiten bleiben"
                )
            )
        }
        if attemptsFromTheFuture > 0 {
            words.append(
                Sentence(
                    en:
                        "\(attemptsFromTheFuture, "earlier attempt", "earlier attempts") with a time to come counted as just made",
                    de:
                        "\(attemptsFromTheFuture, "früherer Versuch", "frühere Versuche") mit einer Zeit in der Zukunft: zählt als eben erst gemacht"
                )
            )
        }
        return words
    }
}

extension Brakes.Rate {
    /// `relay takes 9.7 a minute`, `gmx.de takes 3.0 a minute`.
    fileprivate func words(in zone: TimeZone, at now: Date) -> Sentence {
        let rate = String(format: "%.1f", perMinute)
        let next = heldUntil?.moment(in: zone, asOf: now)
        let hold = next.map { Sentence(en: ", next at \($0)", de: ", weiter um \($0)") } ?? .empty
        return Sentence(
            en: "\(group ?? "relay") takes \(rate) a minute\(hold)",
            de:
                "\(group ?? "der Mailserver") nimmt \(rate.replacing(".", with: ",")) je Minute\(hold)"
        )
    }
}

extension Sending.Result {
    package var notes: [Sentence] {
        if case .stopped(let reason) = outcome {
            let why = reason.words
            return [Sentence(en: "Stopped: \(why)", de: "Angehalten: \(why)")]
        }
        return hadWork
            ? []
            : [Sentence(en: "Nothing is left to send.", de: "Es ist nichts mehr zu senden.")]
    }
}

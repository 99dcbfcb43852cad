import Foundation
package import MailCore

extension RunningReport {
    package var text: Sentence {
        let sums = deliveries.filter { $0.value > 0 }.sorted { $0.key < $1.key }
            .map { state, count in
                Sentence(
                    same:
                        "\(count: count) \(DeliveryState(rawValue: state)?.name ?? Sentence(same: "\(state)"))"
                )
            }.commas
        let head = Sentence(
            en:
                "\(campaign): another process is sending, \(messages, "message", "messages"): \(sums)",
            de:
                "\(campaign): Der Versand läuft in einem anderen Prozess, \(messages, "Nachricht", "Nachrichten"): \(sums)"
        )
        return ([head] + course).commas
    }

    /// What holds it up, and when it ends.
    private var course: [Sentence] {
        [
            lastDeferral.map {
                Sentence(
                    en: "last deferred with \($0)",
                    de: "zuletzt zurückgestellt mit \(Sentence(stored: $0))"
                )
            },
            perMinute.map {
                Sentence(
                    en: "relay takes \($0) a minute",
                    de: "der Mailserver nimmt \(count: $0) je Minute"
                )
            },
            relayAwayUntil.map {
                Sentence(
                    en: "relay away, asked again at \($0)",
                    de: "Mailserver nicht erreichbar, nächster Versuch um \(Sentence(moment: $0))"
                )
            },
            expectedEnd.map {
                Sentence(en: "ends about \($0)", de: "fertig gegen \(Sentence(moment: $0))")
            },
        ].compactMap(\.self)
    }
}

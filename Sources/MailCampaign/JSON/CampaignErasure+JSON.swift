package import MailCore

extension CampaignErasure.Result: JSONPresentable {
    package var json: JSON {
        status.json.with(["notified_until": .text(notifiedUntil.map { "\($0)" })])
    }
}

extension DueErasure.Result: JSONPresentable {
    package var conclusion: Conclusion { .done(!unsettled.isEmpty) }

    package var json: JSON {
        [
            "erased": .list(erased.map { .text($0) }),
            "forgotten": .list(forgotten.map { .text($0) }),
            "held": .list(held.map { .text($0) }),
            "unsettled": .list(unsettled.map { .text($0) }),
        ]
    }
}

extension Hold.Result: JSONPresentable {
    package var json: JSON {
        ["campaign": .text(campaign), "held_because": .text(heldBecause)]
    }
}

package import MailCore

extension KeyCare.Result: JSONPresentable {
    package var conclusion: Conclusion {
        .done(!isNoticeKeyThere || campaigns.contains { !$0.isKeyThere })
    }

    package var json: JSON {
        [
            "file": .text(file), "sealed": .bool(isSealed),
            "campaigns": .list(
                campaigns.map { ["campaign": .text($0.id), "key": .bool($0.isKeyThere)] }
            ),
            "notice_key": .bool(isNoticeKeyThere),
        ]
    }
}

extension Stopping.Result: JSONPresentable {
    package var json: JSON { status.json.with(["was_sending": .bool(wasRunning)]) }
}

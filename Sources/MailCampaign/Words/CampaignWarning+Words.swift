package import MailCore

extension CampaignWarning: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .planned(let text): Printable(text)
        case .late(.tooLate):
            "sending ends after the first appointment has begun: phone those people first"
        case .late(.hoursBefore(let hours)):
            "sending ends only \(hours) h before the first appointment: phone the first ones"
        case .nobody: "nobody in this selection gets a message"
        case .otherPace(let seconds):
            "with [pace] as it is now, sending takes about \(seconds.spokenSeconds)"
        case .hotline(let phone, let hours):
            "hotline \(phone), \(hours): is it staffed now? Call it once."
        case .otherPart(let difference):
            "the HTML part says something else than the text part: \(difference)"
        case .size(let size, let now, let before, let other):
            "\(now) \(size), where \(other) had \(before): is it the right file?"
        }
    }
}

extension CampaignWarning.Size: CustomStringConvertible {
    package var description: String { words.text }

    package var words: Printable {
        switch self {
        case .rows: "rows"
        case .messages: "messages"
        }
    }
}

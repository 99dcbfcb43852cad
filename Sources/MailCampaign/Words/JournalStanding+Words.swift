import MailCore
import MailJournal

extension JournalStanding {
    /// What somebody must know before anything is done with the journal; nil for the newest.
    var note: Printable? {
        switch self {
        case .newest: nil
        case .unwitnessed, .behind, .replaced: "\(words) Nothing can be sent from it as it is."
        }
    }

    /// What a check says of it; nil where the journal may be all there is.
    var failure: String? {
        switch self {
        case .newest, .unwitnessed: nil
        case .behind, .replaced: words.text
        }
    }

    var words: Printable {
        switch self {
        case .newest: "This journal is the newest there is."
        case .unwitnessed: "This journal comes from another machine or account."
        case .behind(let missing): missing.words
        case .replaced(let told):
            "Another journal lay in this state directory and is gone; \(told.with("person has", "people have")) "
                + "been told from it, or may have been, and nothing is known of them here."
        }
    }
}

extension JournalStanding.MissingPart {
    var words: Printable {
        "This journal is older than what was sent from it: it was restored from a backup, or another copy "
            + "of it was used. \(openWords)\(elsewhereWords)"
    }

    private var openWords: Printable {
        let doubt: Printable =
            isExact ? "" : " (all of them, since the machine went down while they were sent)"
        return
            "\(open.with("message", "messages")) that it calls open may have been sent since\(doubt)"
    }

    private var elsewhereWords: Printable {
        elsewhere == 0
            ? "."
            : ", and \(elsewhere.with("message", "messages")) of campaigns that it does not know."
    }
}

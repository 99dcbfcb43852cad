import MailCore

/// What the status of a row says about its appointment.
package enum StatusCell: Hashable, Sendable {
    /// Nothing, or that it stands.
    case active
    case cancelled
    /// Known, but what it means for a cancellation is for a person to say.
    case doubtful
    case unknown

    /// Reads a cell of a status column.
    ///
    /// Some systems have a column per status (`storniert`,
    /// `erschienen`) with yes or no in it, so the header counts.
    package init(parsing cell: String, header: String, words own: StatusWords? = nil) {
        guard DeniedColumn(header: header) != .remark else {
            self.init(remark: cell, words: own)
            return
        }
        let text = cell.folded
        if let known = own?.meaning(of: text) {
            self = known
        } else if let said = StatusFlag(header: header)?.reading(text) {
            self = said
        } else if let known = Self.words[text] {
            self = known
        } else if let column = Self.words[Synonym.key(of: header)], Self.yes.contains(text) {
            self = column
        } else {
            self = Self.isCancellation(text, own) ? .cancelled : .unknown
        }
    }

    /// What a single word means, whatever the column; nil for an unknown one.
    static func word(_ folded: String) -> StatusCell? { words[folded] }

    private static let yes: Set = ["x", "ja", "j", "yes", "y", "1", "true", "wahr"]

    private static let words: [String: Self] = {
        var table: [String: Self] = [:]
        for (meaning, list) in lists {
            for word in list { table[word] = meaning }
        }
        return table
    }()

    private static let lists: [(Self, [String])] = [
        (
            .active,
            [
                "", "-", "nein", "n", "no", "0", "false", "falsch", "gebucht", "bestaetigt",
                "termin bestaetigt", "offen", "aktiv", "geplant", "vereinbart", "vergeben", "neu",
                "reserviert", "vorgemerkt", "booked", "confirmed", "accepted", "active",
                "scheduled", "open", "ok",
            ]
        ),
        (
            .cancelled,
            [
                "storniert", "abgesagt", "geloescht", "cancelled", "canceled", "deleted",
                "rejected", "abgelehnt", "termin abgesagt", "termin storniert", "storno",
            ]
        ),
        (
            .doubtful,
            [
                "no-show", "noshow", "nicht erschienen", "erschienen", "geimpft", "wahrgenommen",
                "verschoben", "umgebucht", "warteliste", "rescheduled", "completed", "erledigt",
                "pending", "abgeschlossen", "draft", "entwurf", "awaiting_host", "preconfirmed",
                "finished", "missed",
            ]
        ),
    ]
}

import Foundation
package import MailCore
import MailJournal

/// A message of which somebody asks whose data it shows, from a file.
package struct SuspectMessage: Sendable {
    let message: ForeignMessage

    /// - Throws: `FileError`, or `NotAMessage`.
    package init(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError.missing(path)
        }
        message = ForeignMessage(Array(data))
        guard message.hasHeader, !message.recipientFields.isEmpty || !message.senderFields.isEmpty
        else { throw NotAMessage(path: path) }
    }
}

/// A file that holds no message (exit code 65).
package struct NotAMessage: PrintableError, Hashable, Sendable {
    let path: String

    package var words: Sentence {
        Sentence(
            en:
                "\(path) is no message: it has neither “From” nor “To”. Save the whole message as a file (.eml) and give that",
            de:
                "\(path) ist keine Nachricht: Sie hat weder „Von“ noch „An“. Speichern Sie die ganze Nachricht als Datei (.eml), "
                + "und nennen Sie diese"
        )
    }
}

/// How many people's data a message shows; nobody is named.
package struct MessageExposure: JSONPresentable {
    package let people: Int
    /// Different addresses in `To`, `Cc` and the like; the authority's own are not counted.
    package let recipients: Int
    /// Different addresses anywhere in it.
    package let addresses: Int
    /// Addresses of the authority's own mail domain in the text, which are not counted.
    package let ownDomain: Int
    /// How many of the people of each campaign are shown.
    package let known: [(campaign: String, people: Int)]
    /// Parts that nobody has looked into.
    package let attachments: Int
    /// Campaigns whose people could not be compared, because they are erased or their key is missing.
    package let unknown: Int

    package init(of suspect: SuspectMessage, in workspace: Workspace) throws {
        let journal = workspace.journal
        var shown = ShownPeople(
            in: suspect.message,
            besides: workspace.settings.authority.addresses
        )
        var known: [(campaign: String, people: Int)] = []
        var unknown = 0
        for campaign in try journal.campaigns() {
            guard campaign.erasedAt == nil, journal.hasKey(of: campaign.id) else {
                unknown += 1
                continue
            }
            var found = ShownPeople.Recognised()
            try journal.forEachContact(of: campaign.id) { shown.look(for: $0, &found) }
            shown.add(found)
            if found.count > 0 { known.append((campaign.id, found.count)) }
        }
        people = shown.people
        recipients = shown.addressesInFields
        addresses = shown.allAddresses
        ownDomain = shown.ownDomain
        attachments = suspect.message.attachments
        self.known = known
        self.unknown = unknown
    }
}

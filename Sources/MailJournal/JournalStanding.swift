/// How a journal stands to what its witness knows of it.
package enum JournalStanding: Hashable, Sendable {
    /// It is the newest there is, as far as this account and machine know.
    case newest
    /// It has been used before, and no witness of that is here: it comes from another machine or account, or
    /// the witness was taken away.
    case unwitnessed
    /// It is older than what has been sent, or another copy of it was used.
    case behind(MissingPart)
    /// Another journal lay in this state directory, which is gone; how many of its messages may have
    /// told somebody.
    case replaced(told: Int)

    /// What an older journal does not know.
    package struct MissingPart: Hashable, Sendable {
        /// Messages that it calls open and whose people may have been told.
        package let open: Int
        /// Messages that may have told somebody, of campaigns that it does not know.
        package let elsewhere: Int
        /// Whether exactly these; after a power cut in a run, every open message counts.
        package let isExact: Bool

        package init(open: Int, elsewhere: Int, isExact: Bool) {
            self.open = open
            self.elsewhere = elsewhere
            self.isExact = isExact
        }
    }
}

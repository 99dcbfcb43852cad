/// Writes header fields as folded ASCII lines of at most 76 octets where the field allows it.
struct HeaderWriter {
    private(set) var bytes: [UInt8] = []

    /// A field whose value is ASCII made by this program or by a checked type.
    mutating func add(_ name: String, token: String) {
        write(name, words: [token])
    }

    /// A field of free text: plain ASCII, or encoded words (RFC 2047).
    mutating func add(_ name: String, text: HeaderText) {
        write(name, words: EncodedWord.words(for: text, in: name))
    }

    /// `Name <address>`; the name always as encoded words or a quoted string, so that a comma in
    /// it cannot begin a second mailbox.
    mutating func add(_ name: String, mailbox: NamedMailbox) {
        guard let display = mailbox.name else {
            return add(name, token: mailbox.address.text)
        }
        let words = EncodedWord.phrase(for: display, in: name)
        write(name, words: words + ["<\(mailbox.address.text)>"])
    }

    /// The empty line behind the last field.
    mutating func end() {
        bytes += [0x0D, 0x0A]
    }

    /// Folds only between words, at our own blanks (RFC 5322 section 2.2.3).
    private mutating func write(_ name: String, words: [String]) {
        var line = name + ":"
        for (index, word) in words.enumerated() {
            if index > 0 && line.utf8.count + 1 + word.utf8.count > 76 {
                finish(line)
                line = ""
            }
            line += " " + word
        }
        finish(line)
    }

    private mutating func finish(_ line: String) {
        bytes += line.utf8
        bytes += [0x0D, 0x0A]
    }
}

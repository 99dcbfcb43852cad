import MailCore

/// The words of a text file that hold bytes beyond ASCII, each once: what tells its code page.
///
/// Words rather than bytes, because a byte is a letter of names under several code pages, and what
/// stands beside it often is possible under one alone.
struct ForeignWords {
    /// One word as bytes, with the byte in front of it and the one behind it; a line feed where there
    /// is none.
    struct Word: Hashable {
        let bytes: [UInt8]
        let before: UInt8
        let after: UInt8
    }

    private(set) var words: Set<Word> = []
    private var bytes: [UInt8] = []
    private var before = UInt8(ascii: "\n")
    private var last = UInt8(ascii: "\n")
    private var isForeign = false

    /// So many different words leave nothing open.
    private static let limit = 4_096
    /// A longer run of letters is no word.
    private static let longest = 64

    init() {}

    /// Whether more words would say nothing new.
    var isFull: Bool { words.count >= Self.limit }

    mutating func take(_ chunk: some Sequence<UInt8>) {
        for byte in chunk {
            if byte >= 0x80 || byte.isLetter {
                if bytes.isEmpty { before = last }
                if bytes.count < Self.longest { bytes.append(byte) }
                isForeign = isForeign || byte >= 0x80
            } else if !bytes.isEmpty {
                end(before: byte)
            }
            last = byte
        }
    }

    /// Must run after the last chunk.
    mutating func finish() { end(before: UInt8(ascii: "\n")) }

    private mutating func end(before byte: UInt8) {
        if isForeign, bytes.count < Self.longest, !isFull {
            words.insert(Word(bytes: bytes, before: before, after: byte))
        }
        bytes.removeAll(keepingCapacity: true)
        isForeign = false
    }
}

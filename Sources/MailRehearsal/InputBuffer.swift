/// Bytes that arrived and are not yet understood.
struct InputBuffer {
    enum Line: Equatable {
        /// A command line without its CRLF.
        case text(String)
        case tooLong
        /// Holds something else than printable ASCII.
        case unreadable
    }

    /// RFC 5321 section 4.5.3.1.4 asks for 512 octets with the CRLF, extensions for more.
    private static let lineLimit = 1000

    private var bytes: [UInt8] = []
    private var position = 0
    private var isDiscarding = false

    mutating func append(_ arrived: some Collection<UInt8>) {
        bytes.removeFirst(position)
        position = 0
        bytes.append(contentsOf: arrived)
    }

    /// The next whole command line, or nil until its CRLF is here.
    mutating func nextLine() -> Line? {
        guard let end = endOfLine() else {
            discardTooLongLine()
            return nil
        }
        let line = bytes[position..<end]
        let isTooLong = isDiscarding || line.count + 2 > Self.lineLimit
        position = end + 2
        isDiscarding = false
        guard !isTooLong else { return .tooLong }
        guard line.allSatisfy({ 0x20...0x7E ~= $0 }) else { return .unreadable }
        return .text(String(decoding: line, as: UTF8.self))
    }

    /// Gives the rest to `body`, which takes as much as belongs to the message.
    mutating func feed(_ body: inout MessageBody) {
        position += bytes[position...].withUnsafeBufferPointer { body.take($0) }
    }

    /// Only CR and LF together end a line (RFC 5321 section 2.3.8).
    private func endOfLine() -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = position
            while index + 1 < bytes.count {
                if bytes[index] == .carriageReturn, bytes[index + 1] == .lineFeed { return index }
                index += 1
            }
            return nil
        }
    }

    /// Keeps an endless line from filling the memory; its end is still looked for.
    private mutating func discardTooLongLine() {
        guard bytes.count - position > Self.lineLimit else { return }
        isDiscarding = true
        // The last octet stays: it may be the CR of the CRLF to come.
        position = bytes.count - 1
    }
}

extension UInt8 {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")
    static let dot = UInt8(ascii: ".")
}

/// Collects what follows DATA, takes stuffed dots off, and finds the end.
///
/// The end is CRLF.CRLF and nothing else. A lone LF or CR ends no line, so a dot behind it is
/// data: a server that is more generous here lets a second message be smuggled in the first
/// (RFC 5321 sections 2.3.8, 4.1.1.4, and 4.5.2).
struct MessageBody {
    private enum Place {
        case lineStart, inLine, afterReturn, afterDot, afterDotReturn, end
    }

    private(set) var bytes: [UInt8] = []
    private(set) var isTooBig = false
    private let maximumSize: Int
    // The CRLF of the DATA command itself begins the first line.
    private var place = Place.lineStart

    init(maximumSize: Int, expectedSize: Int) {
        self.maximumSize = maximumSize
        // The announced size is only a hint; a false one must not cost memory.
        bytes.reserveCapacity(min(expectedSize, 65_536))
    }

    var isComplete: Bool { place == .end }

    /// Takes octets up to the end of the message and returns how many they were.
    mutating func take(_ arrived: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        while index < arrived.count, !isComplete {
            if place == .inLine {
                let start = index
                while index < arrived.count, arrived[index] != .carriageReturn { index += 1 }
                keep(UnsafeBufferPointer(rebasing: arrived[start..<index]))
                guard index < arrived.count else { break }
            }
            take(arrived[index])
            index += 1
        }
        return index
    }

    private mutating func take(_ byte: UInt8) {
        switch (place, byte) {
        case (.end, _):
            preconditionFailure("take(_:) stops at the end of the message")
        case (.lineStart, .dot):
            place = .afterDot
        case (.afterDot, .carriageReturn):
            place = .afterDotReturn
        case (.afterDotReturn, .lineFeed):
            place = .end
        case (.afterReturn, .lineFeed):
            keep(byte)
            place = .lineStart
        case (.afterDotReturn, _):
            // The line was more than a dot: only the dot is dropped, its CR is data.
            keep(.carriageReturn)
            keepInLine(byte)
        case (.lineStart, _), (.inLine, _), (.afterReturn, _), (.afterDot, _):
            keepInLine(byte)
        }
    }

    private mutating func keepInLine(_ byte: UInt8) {
        keep(byte)
        place = byte == .carriageReturn ? .afterReturn : .inLine
    }

    private mutating func keep(_ byte: UInt8) {
        if hasRoom(for: 1) { bytes.append(byte) }
    }

    private mutating func keep(_ run: UnsafeBufferPointer<UInt8>) {
        if hasRoom(for: run.count) { bytes.append(contentsOf: run) }
    }

    /// A message that is too big is still read to its end (RFC 1870 section 6.3), not stored.
    private mutating func hasRoom(for count: Int) -> Bool {
        if bytes.count + count > maximumSize {
            isTooBig = true
            bytes = []
        }
        return !isTooBig
    }
}

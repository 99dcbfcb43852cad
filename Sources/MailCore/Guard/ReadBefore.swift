import Foundation

/// What the guard has read in earlier messages of a campaign and found to hold nobody's value, whoever's
/// message it stood in: the letter's own lines, which are the same a million times.
///
/// It holds what was read and not what the composer says it wrote, and compares octet by octet, so no hash
/// can let a line pass. Lines with somebody's value are never in it.
struct ReadBefore {
    /// More than a letter has lines and a week has times; beyond it nothing more is remembered.
    private static let most = 50_000

    private var numbers: [Octets: UInt32] = [:]
    /// Each remembered line with those behind it that a value beginning there could reach, as a path from one to the
    /// next: its own place and the next line's number give the next place.
    private var places: [UInt64: UInt32] = [:]
    private var texts: Set<Octets> = []

    /// Which of these windows hold a line that must be read, as ranges of lines.
    func unread(in text: TextWindows) -> [Range<Int>] {
        let known = text.lines.map { numbers[Octets(text.octets[$0])] }
        var unread: [Range<Int>] = []
        for line in text.lines.indices where !isKnown(text.window(from: line), of: text, known) {
            if let last = unread.last, last.upperBound == line {
                unread[unread.count - 1] = last.lowerBound..<(line + 1)
            } else {
                unread.append(line..<(line + 1))
            }
        }
        return unread
    }

    private func isKnown(
        _ window: Range<Int>,
        of text: TextWindows,
        _ known: [UInt32?]
    ) -> Bool {
        var place: UInt32 = 0
        for line in window {
            guard let number = known[line], let next = places[Self.step(place, number)] else {
                return false
            }
            place = next
        }
        return window.upperBound < text.lines.count || places[Self.step(place, Self.end)] != nil
    }

    /// Remembers the window that begins with this line.
    mutating func note(_ window: Range<Int>, of text: TextWindows) {
        guard places.count < Self.most else { return }
        var place: UInt32 = 0
        for line in window {
            let octets = Octets(Array(text.octets[text.lines[line]])[...])
            let number = numbers[octets] ?? UInt32(numbers.count + 1)
            numbers[octets] = number
            place = next(place, number)
        }
        if window.upperBound == text.lines.count { _ = next(place, Self.end) }
    }

    /// Whether such a text was noted.
    func knows(_ text: some Collection<UInt8>, as use: Use) -> Bool {
        texts.contains(Octets(text, use))
    }

    /// Remembers a text in which nothing was found, whoever's message it stands in.
    mutating func note(_ text: some Collection<UInt8>, as use: Use) {
        guard texts.count < Self.most else { return }
        texts.insert(Octets(text, use))
    }

    /// What a text was looked at for.
    enum Use: UInt8 {
        /// Addresses, in what a reader sees, and in source with its tags.
        case addresses, addressesInSource
        /// Whatever an escape or base64 hides.
        case disguises
        /// A field of the header: everything but its moments.
        case field
    }

    /// The place behind the last line of a text; lines are counted from 1.
    private static let end: UInt32 = 0

    private static func step(_ place: UInt32, _ number: UInt32) -> UInt64 {
        UInt64(place) << 32 | UInt64(number)
    }

    private mutating func next(_ place: UInt32, _ number: UInt32) -> UInt32 {
        let step = Self.step(place, number)
        if let next = places[step] { return next }
        let next = UInt32(places.count + 1)
        places[step] = next
        return next
    }
}

/// Octets as a key: hashed in one piece, and compared in full.
private struct Octets: Hashable {
    private let octets: ArraySlice<UInt8>
    private let use: UInt8

    init(_ octets: ArraySlice<UInt8>) {
        self.octets = octets
        use = .max
    }

    init(_ octets: some Collection<UInt8>, _ use: ReadBefore.Use) {
        self.octets = octets as? ArraySlice<UInt8> ?? Array(octets)[...]
        self.use = use.rawValue
    }

    func hash(into hasher: inout Hasher) {
        octets.withUnsafeBytes { hasher.combine(bytes: $0) }
        hasher.combine(use)
    }

    static func == (left: Octets, right: Octets) -> Bool {
        guard left.use == right.use, left.octets.count == right.octets.count else { return false }
        return left.octets.withUnsafeBytes { first in
            right.octets.withUnsafeBytes { second in
                guard let first = first.baseAddress, let other = second.baseAddress else {
                    return true
                }
                return memcmp(first, other, second.count) == 0
            }
        }
    }
}

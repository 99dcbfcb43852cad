/// A relay's own name for a message, as it stands in its log.
package enum QueueID {
    /// Whether it has the form that a usual server gives such names.
    ///
    /// Any other one may be made of anything, the recipient's address included.
    package static func isUsual(_ text: String) -> Bool {
        forms.contains { $0.fits(text.utf8) }
    }

    /// Characters in a row; only the last part may have more than one length.
    private struct Form: Sendable {
        let parts: [(alphabet: Set<UInt8>, count: ClosedRange<Int>)]

        init(_ parts: (alphabet: String, count: ClosedRange<Int>)...) {
            self.parts = parts.map { (Set($0.alphabet.utf8), $0.count) }
        }

        func fits(_ text: String.UTF8View) -> Bool {
            var rest = text[...]
            for (alphabet, count) in parts {
                let found = rest.prefix(count.upperBound).prefix(while: alphabet.contains)
                guard count.contains(found.count) else { return false }
                rest = rest.dropFirst(found.count)
            }
            return rest.isEmpty
        }
    }

    private static let digits = "0123456789"
    private static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    private static let small = "abcdefghijklmnopqrstuvwxyz"
    private static let all = digits + capitals + small
    private static let upToX = digits + capitals + "abcdefghijklmnopqrstuvwx"
    private static let noVowels = digits + "BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxy"

    private static let forms = [
        // Postfix: microseconds and an inode.
        Form((digits + "ABCDEF", 6...20)),
        // Postfix with enable_long_queue_ids: seconds, microseconds, a z, an inode.
        Form((noVowels, 10...10), ("z", 1...1), (noVowels + "z", 1...13)),
        // Exim: seconds since 1970, process, fraction; before and since version 4.97.
        Form(
            (digits, 1...1),
            (all, 5...5),
            ("-", 1...1),
            (all, 6...6),
            ("-", 1...1),
            (all, 2...2)
        ),
        Form(
            (digits, 1...1),
            (all, 5...5),
            ("-", 1...1),
            (all, 11...11),
            ("-", 1...1),
            (all, 4...4)
        ),
        // sendmail: year, month, day, hour, then minute, second and a number; the process.
        Form(
            (upToX, 1...1),
            (digits + "AB", 1...1),
            (digits + "ABCDEFGHIJKLMNOPQRSTUV", 1...1),
            (digits + "ABCDEFGHIJKLMN", 1...1),
            (upToX, 4...4),
            (digits, 6...8)
        ),
        // OpenSMTPD.
        Form((digits + "abcdef", 8...8)), Form((digits + "abcdef", 16...16)),
    ]
}

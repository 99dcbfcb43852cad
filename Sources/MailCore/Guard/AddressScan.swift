/// Finds everything in a text that could be read as a mail address.
enum AddressScan {
    /// Whether every address in the text is an allowed one, spelled in lower case.
    static func isClean(_ text: String, allowed: Set<String>) -> Bool {
        candidates(in: text).allSatisfy(allowed.contains)
    }

    /// Each candidate in lower case.
    ///
    /// Wide on purpose: whatever stands around an `@` without a blank or a bracket counts, with
    /// punctuation at its ends taken off.
    static func candidates(in text: String) -> [String] {
        let units = Array(text.lowercased().utf8)
        return units.indices.compactMap { at in
            guard units[at] == UInt8(ascii: "@") else { return nil }
            return candidate(in: units, around: at)
        }
    }

    private static func candidate(in units: [UInt8], around at: Int) -> String? {
        var start = at
        while start > 0, isAddressOctet(units[start - 1]) { start -= 1 }
        var end = at + 1
        while end < units.count, isAddressOctet(units[end]) { end += 1 }
        while start < at, isPunctuation(units[start]) { start += 1 }
        while end > at + 1, isPunctuation(units[end - 1]) { end -= 1 }
        guard start < at, end > at + 1 else { return nil }
        return String(decoding: units[start..<end], as: UTF8.self)
    }

    private static func isAddressOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case 0..<0x21, 0x7F: false
        default: !"<>()[]\",;:\\@".utf8.contains(octet)
        }
    }

    private static func isPunctuation(_ octet: UInt8) -> Bool {
        ".!?'`*_".utf8.contains(octet)
    }
}

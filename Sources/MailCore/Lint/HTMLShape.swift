/// Whether a text can be read as HTML in a time that grows with its length alone.
///
/// libxml2 compares every attribute of an element with all others, and every end tag with all open
/// elements; no honest page has so many.
enum HTMLShape {
    private static let attributes = 1_000
    private static let open = 6_000
    /// Their end may be left out, so that many of them are not inside each other; or they have none.
    private static let endless: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "td", "th", "tr", "option", "dt", "dd",
    ]
    /// What stands inside has no tags.
    private static let raw: Set<String> = ["script", "style"]

    static func isReadable(_ source: [UInt8]) -> Bool {
        var place = 0
        var depth = 0
        while let begin = source[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = begin + 1
            if source[place...].starts(with: "!--".utf8) {
                place = end(of: "-->", in: source, from: place + 3)
                continue
            }
            let isEnd = place < source.count && source[place] == UInt8(ascii: "/")
            let name = source[(isEnd ? place + 1 : place)...].prefix { $0.isLetter || $0.isDigit }
            guard let first = name.first, first.isLetter else { continue }
            var tag = Tag()
            place = tag.read(source, from: name.endIndex)
            guard tag.attributes <= attributes else { return false }
            let text = String(decoding: name, as: UTF8.self).lowercased()
            if isEnd { depth = max(0, depth - 1) }
            if !isEnd && !endless.contains(text) { depth += 1 }
            guard depth <= open else { return false }
            if !isEnd && raw.contains(text) {
                place = end(of: "</\(text)", in: source, from: place)
            }
        }
        return true
    }

    /// Behind the next of these; the end if there is none.
    private static func end(of mark: String, in source: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= source.count {
            let isHere = mark.indices.allSatisfy { source[place + $0] | 0x20 == mark[$0] | 0x20 }
            if isHere { return mark[0] == UInt8(ascii: "<") ? place : place + mark.count }
            place += 1
        }
        return source.count
    }

    /// Counts the attributes of one tag.
    private struct Tag {
        private(set) var attributes = 0

        /// - Returns: Where the tag ends.
        mutating func read(_ source: [UInt8], from start: Int) -> Int {
            var place = start
            var isInName = false
            while place < source.count {
                let octet = source[place]
                place += 1
                switch octet {
                case UInt8(ascii: ">"): return place
                case 0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: "/"): isInName = false
                case UInt8(ascii: "="):
                    place = value(source, from: place)
                    isInName = false
                default:
                    if !isInName { attributes += 1 }
                    isInName = true
                }
            }
            return place
        }

        /// Behind a value, in quotes or not.
        private func value(_ source: [UInt8], from start: Int) -> Int {
            let begin = source[start...].firstIndex { $0 > 0x20 } ?? source.count
            guard begin < source.count else { return begin }
            let quote = source[begin]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                return source[begin...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
                    ?? source.count
            }
            return source[(begin + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? source.count
        }
    }
}

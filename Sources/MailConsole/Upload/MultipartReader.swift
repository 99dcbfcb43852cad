import Foundation

/// Reads `multipart/form-data` as it comes in (RFC 7578), holding no more of it than a delimiter and the
/// header of one part.
package struct MultipartReader {
    /// What the octets so far have brought.
    package enum Event: Equatable {
        /// A part begins.
        case part(name: String, file: String?)
        case octets([UInt8])
        case partEnds
    }

    /// Why a body is not what it says.
    package enum Flaw: Error, Equatable {
        case noBoundary, notMultipart, tooManyParts, headerTooLong, cutOff
    }

    private enum Place { case preamble, delimiterSeen, header, body, end }

    private static let mostParts = 20
    private static let longestHeader = 8 * 1_024

    /// With the line end before it, which belongs to it.
    private let delimiter: [UInt8]
    private var place = Place.preamble
    private var held: [UInt8]
    private var parts = 0

    /// - Parameter contentType: The header's value.
    /// - Throws: `Flaw.noBoundary`.
    package init(contentType: String) throws(Flaw) {
        let words = contentType.split(separator: ";").map { $0.drop { $0 == " " } }
        guard words.first?.lowercased() == "multipart/form-data",
            let word = words.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { throw .noBoundary }
        let boundary = word.dropFirst("boundary=".count).filter { $0 != "\"" }
        guard (1...70).contains(boundary.utf8.count) else { throw .noBoundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line end before it.
        held = Array("\r\n".utf8)
    }

    /// Takes what has come in.
    ///
    /// - Returns: What it brings.
    /// - Throws: `Flaw`.
    package mutating func read(_ octets: some Collection<UInt8>) throws(Flaw) -> [Event] {
        held.append(contentsOf: octets)
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Must be called when nothing more comes.
    package func end() throws(Flaw) {
        guard place == .end else { throw .cutOff }
    }

    /// - Returns: Whether there may be more in what is held.
    private mutating func step(_ events: inout [Event]) throws(Flaw) -> Bool {
        switch place {
        case .preamble:
            guard held.count >= delimiter.count else { return false }
            guard held.starts(with: delimiter) else { throw .notMultipart }
            held.removeFirst(delimiter.count)
            place = .delimiterSeen
            return true
        case .delimiterSeen:
            guard held.count >= 2 else { return false }
            let mark = held.prefix(2)
            if mark.elementsEqual("--".utf8) {
                place = .end
                held = []
                return false
            }
            guard mark.elementsEqual("\r\n".utf8) else { throw .notMultipart }
            held.removeFirst(2)
            place = .header
            return true
        case .header: return try readHeader(&events)
        case .body: return readBody(&events)
        case .end:
            held = []
            return false
        }
    }

    private mutating func readHeader(_ events: inout [Event]) throws(Flaw) -> Bool {
        let blank = Array("\r\n\r\n".utf8)
        guard let end = Self.place(of: blank, in: held) else {
            guard held.count <= Self.longestHeader else { throw .headerTooLong }
            return false
        }
        guard end <= Self.longestHeader else { throw .headerTooLong }
        parts += 1
        guard parts <= Self.mostParts else { throw .tooManyParts }
        let header = String(decoding: held.prefix(end), as: UTF8.self)
        held.removeFirst(end + blank.count)
        place = .body
        events.append(Self.part(header))
        return true
    }

    /// Everything that cannot be the beginning of a delimiter goes on.
    private mutating func readBody(_ events: inout [Event]) -> Bool {
        if let end = Self.place(of: delimiter, in: held) {
            if end > 0 { events.append(.octets(Array(held.prefix(end)))) }
            events.append(.partEnds)
            held.removeFirst(end + delimiter.count)
            place = .delimiterSeen
            return true
        }
        let sure = held.count - (delimiter.count - 1)
        if sure > 0 {
            events.append(.octets(Array(held.prefix(sure))))
            held.removeFirst(sure)
        }
        return false
    }

    private static func place(of wanted: [UInt8], in octets: [UInt8]) -> Int? {
        guard octets.count >= wanted.count, let first = wanted.first else { return nil }
        return octets.withUnsafeBufferPointer { octets in
            let last = octets.count - wanted.count
            var index = 0
            while index <= last {
                if octets[index] == first,
                    wanted.indices.allSatisfy({ octets[index + $0] == wanted[$0] })
                {
                    return index
                }
                index += 1
            }
            return nil
        }
    }

    private static func part(_ header: String) -> Event {
        let line =
            header.split(whereSeparator: \.isNewline).first {
                $0.lowercased().hasPrefix("content-disposition:")
            } ?? ""
        return .part(name: value("name", in: line) ?? "", file: value("filename", in: line))
    }

    /// `; name="datei"`; browsers write a quotation mark inside it as `%22`.
    private static func value(_ key: String, in line: some StringProtocol) -> String? {
        guard let start = line.range(of: "; \(key)=\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
    }
}

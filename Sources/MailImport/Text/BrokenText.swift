import MailCore

/// Why the bytes of a file are no text of its encoding, seen before there are records.
struct BrokenText: Error {
    enum Flaw {
        case holdsNUL, isCutOff
    }

    private let flaw: Flaw
    private let encoding: ScheduleEncoding

    /// - Parameters:
    ///   - flaw: What is wrong.
    ///   - encoding: How the lines are to be counted; UTF-8 does for all but UTF-16.
    init(_ flaw: Flaw, in encoding: ScheduleEncoding) {
        self.flaw = flaw
        self.encoding = encoding
    }

    /// The same for people, with the line.
    ///
    /// Reads the file once more up to that line, which only a refused file costs.
    func error(in source: ScheduleSource) throws -> ScheduleError {
        ScheduleError(line: try line(in: source), message: message)
    }

    private var message: Sentence {
        switch flaw {
        case .holdsNUL:
            Sentence(
                en:
                    "The file holds NUL bytes, so it is no text. Export the schedule again, as \"CSV UTF-8\".",
                de:
                    "Die Datei enthält Nullzeichen und ist kein Text. Exportieren Sie die Terminliste noch einmal, als „CSV UTF-8“."
            )
        case .isCutOff:
            Sentence(
                en:
                    "The file ends in the middle of a character; a part of it is missing. Export the schedule again.",
                de:
                    "Die Datei endet mitten in einem Zeichen; ein Teil fehlt. Exportieren Sie die Terminliste noch einmal."
            )
        }
    }

    /// The line of the first NUL, or the last one.
    private func line(in source: ScheduleSource) throws -> Int {
        var text = DecodedText(encoding)
        var lines = LineCount()
        let next = try source.open()
        while let chunk = try next() {
            let isFound = chunk.withUnsafeBufferPointer { bytes in
                text.decode(bytes) { lines.take($0) }
            }
            if isFound || text.holdsNUL { break }
        }
        return lines.line
    }
}

/// Counts lines up to the first NUL.
private struct LineCount {
    private(set) var line = 1
    private var isAfterReturn = false

    /// Says whether a NUL was met.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes {
            if byte == 0 { return true }
            let isReturn = byte == UInt8(ascii: "\r")
            let isFeed = byte == UInt8(ascii: "\n")
            if isReturn || (isFeed && !isAfterReturn) { line += 1 }
            isAfterReturn = isReturn
        }
        return false
    }
}

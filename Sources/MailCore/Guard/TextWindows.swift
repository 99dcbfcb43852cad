/// A text cut into lines, and how far a value that begins in one of them can reach.
///
/// A name or number has at most `WordList.longest` words, so its line and the lines that hold the next words
/// decide about it; whatever stands further on changes nothing.
struct TextWindows {
    let octets: [UInt8]
    /// Without their line ends.
    let lines: [Range<Int>]
    /// How many words stand in front of each line, and in all: not more than there are.
    private let words: [Int]

    init(_ octets: [UInt8]) {
        self.octets = octets
        var lines: [Range<Int>] = []
        var words = [0]
        octets.withUnsafeBufferPointer { octets in
            var (start, count) = (0, 0)
            var isBetween = true
            for (index, octet) in octets.enumerated() {
                if octet == 0x0A {
                    lines.append(start..<index)
                    words.append(count)
                    start = index + 1
                    isBetween = true
                } else if octet.isLetter || octet.isDigit {
                    if isBetween { count += 1 }
                    isBetween = false
                } else {
                    // Whether anything else ends a word need not be known: it begins none here.
                    isBetween = octet == 0x20
                }
            }
            lines.append(start..<octets.count)
            words.append(count)
        }
        self.lines = lines
        self.words = words
    }

    /// The lines of a text, without their ends.
    static func lines(of octets: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        octets.withUnsafeBufferPointer { octets in
            var start = 0
            for (index, octet) in octets.enumerated() where octet == 0x0A {
                lines.append(start..<index)
                start = index + 1
            }
            lines.append(start..<octets.count)
        }
        return lines
    }

    /// The line and those that a value beginning in it can reach.
    func window(from line: Int) -> Range<Int> {
        var end = line + 1
        while end < lines.count, words[end] - words[line + 1] < WordList.longest { end += 1 }
        return line..<end
    }

    /// The octets of these lines.
    func octets(of lines: Range<Int>) -> ArraySlice<UInt8> {
        octets[
            self.lines[lines.lowerBound].lowerBound..<self.lines[lines.upperBound - 1].upperBound
        ]
    }
}

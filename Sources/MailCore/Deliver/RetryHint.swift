/// Reads from a reply when the relay wants to be asked again.
///
/// `try again in 300 seconds`, `greylisted for 5 minutes`, `please come back in 00:05:00`: a number and
/// its unit behind “in”, “for” or “after”.
enum RetryHint {
    static func seconds(in line: String) -> Int? {
        let words = line.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != ":" }
        for (index, word) in words.enumerated() where ["in", "for", "after"].contains(word) {
            let behind = words.dropFirst(index + 1)
            guard let first = behind.first else { continue }
            if let seconds = clock(first) { return seconds }
            let unit = behind.dropFirst().first.flatMap { Self.unit(String($0)) }
            if let number = Int(first), let unit, (1...86_400).contains(number) {
                return number * unit
            }
        }
        return nil
    }

    /// Postgrey, milter-greylist and the others name themselves.
    static func isGreylisting(_ line: String) -> Bool {
        let line = line.lowercased()
        return line.contains("greylist") || line.contains("graylist")
    }

    /// Such as `00:05:00`.
    private static func clock(_ word: Substring) -> Int? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, numbers.allSatisfy((0..<60).contains) else {
            return nil
        }
        return numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    }

    private static func unit(_ word: String) -> Int? {
        switch word {
        case "s", "sec", "secs", "second", "seconds": 1
        case "m", "min", "mins", "minute", "minutes": 60
        case "h", "hour", "hours": 3_600
        default: nil
        }
    }
}

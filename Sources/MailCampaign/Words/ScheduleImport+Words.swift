package import MailImport

/// How a file was read, for whoever plans and approves.
extension ScheduleImport {
    /// Form, layout, header and dates, and what options said.
    ///
    /// - Parameter options: What was said about the file.
    /// - Returns: Half a sentence; the same for another export of the same kind.
    package func words(_ options: ReadingOptions) -> String {
        let ignored = options.ignored.map { "column “\($0)” not used (as chosen)" }
        let words = [
            form.description,
            profile.map { "layout \($0)" },
            headerLine.map { "header in line \($0)" } ?? "no header (as chosen)",
            dates(options),
            options.day.map { "all rows on \($0) (as chosen)" },
            real(options.realRows.sorted()),
        ]
        return (words.compactMap(\.self) + ignored).joined(separator: ", ")
    }

    /// `lines 1, 2 and 845 not counted (titles, sums, repeated headers)`; nil if every line counts.
    ///
    /// Whoever stands on such a line is on no list, so it has to be looked at.
    package var uncounted: String? {
        let reason = "not counted (titles, sums, repeated headers)"
        guard let last = skippedLines.last else { return nil }
        guard skippedLines.count > 1 else { return "line \(last) \(reason)" }
        let most = 10
        let rest = skippedLines.count - most
        let first = skippedLines.prefix(rest > 0 ? most : skippedLines.count - 1)
        let end = rest > 0 ? "\(rest) more" : "\(last)"
        return "lines \(first.map { "\($0)" }.joined(separator: ", ")) and \(end) \(reason)"
    }

    private func dates(_ options: ReadingOptions) -> String? {
        if let chosen = options.dateOrder { return "dates as \(chosen.spoken) (as chosen)" }
        return switch dateOrder {
        case .notNeeded, .open: nil
        case .chosen(let order): "dates as \(order.spoken) (as chosen)"
        case .proven(let order): "dates as \(order.spoken) (proven by the rows)"
        case .layout(let order): "dates as \(order.spoken) (by the layout)"
        }
    }

    private func real(_ rows: [Int]) -> String? {
        guard let first = rows.first else { return nil }
        if rows.count == 1 { return "row \(first) taken for a real person (as chosen)" }
        let numbers = rows.map { "\($0)" }.joined(separator: ", ")
        return "rows \(numbers) taken for real people (as chosen)"
    }
}

extension DateOrder {
    fileprivate var spoken: String {
        switch self {
        case .dmy: "day/month"
        case .mdy: "month/day"
        }
    }
}

import Foundation

/// Numbers as bars, drawn without any program but the reader's.
///
/// Whoever does not see it hears its description; the numbers stand in a table, too.
struct BarChart {
    struct Bar {
        let label: String
        let value: Int
        /// As it is written beside the bar.
        let words: String
    }

    enum Form { case lying, standing }

    let title: String
    /// What the picture shows, in a sentence.
    let description: String
    let form: Form
    let bars: [Bar]

    private static let ink = "#1a1a1a"
    /// 6.6 to 1 against white.
    private static let fill = "#1f5f8b"

    func svg(id: String, escaped: (String) -> String) -> String {
        let (size, marks) = form == .lying ? lying(escaped) : standing(escaped)
        return """
            <svg role="img" aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 640 \(size)" \
            font-family="Liberation Sans, Arial, sans-serif" font-size="13" fill="\(Self.ink)">
            <title id="\(id)-t">\(escaped(title))</title>
            <desc id="\(id)-d">\(escaped(description))</desc>
            \(marks.joined(separator: "\n"))
            </svg>
            """
    }

    private var most: Int { max(1, bars.map(\.value).max() ?? 1) }

    /// One line for each, its name in front and its number behind.
    private func lying(_ escaped: (String) -> String) -> (Int, [String]) {
        let marks = bars.enumerated().map { index, bar in
            let (top, width) = (index * 26 + 4, bar.value == 0 ? 0 : max(2, bar.value * 270 / most))
            return """
                <text x="285" y="\(top + 15)" text-anchor="end">\(escaped(bar.label))</text>\
                <rect x="295" y="\(top)" width="\(width)" height="20" fill="\(Self.fill)"/>\
                <text x="\(301 + width)" y="\(top + 15)">\(escaped(bar.words))</text>
                """
        }
        return (bars.count * 26 + 8, marks)
    }

    /// One column for each, the first and the last named, and each number that has room.
    private func standing(_ escaped: (String) -> String) -> (Int, [String]) {
        let step = min(60, 600 / max(1, bars.count))
        let marks = bars.enumerated().map { index, bar in
            let height = bar.value == 0 ? 0 : max(2, bar.value * 140 / most)
            let (left, top) = (20 + index * step, 165 - height)
            let width = max(2, step - 3)
            let number =
                step >= 34
                ? "<text x=\"\(left + width / 2)\" y=\"\(top - 4)\" text-anchor=\"middle\">\(escaped(bar.words))</text>"
                : ""
            return
                "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(Self.fill)\"/>"
                + number
        }
        let axis = "<line x1=\"20\" y1=\"165\" x2=\"620\" y2=\"165\" stroke=\"\(Self.ink)\"/>"
        let first = bars.first.map { "<text x=\"20\" y=\"183\">\(escaped($0.label))</text>" }
        let last = bars.count > 1 ? bars.last : nil
        // Under its column, unless it would run into the first one's.
        let place = max(300, min(620, 20 + bars.count * step))
        let end = last.map {
            "<text x=\"\(place)\" y=\"183\" text-anchor=\"end\">\(escaped($0.label))</text>"
        }
        return (190, marks + [axis] + [first, end].compactMap(\.self))
    }
}

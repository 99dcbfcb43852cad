import MailCore

/// Numbers as bars, drawn by the browser; whoever does not see them hears what they say, and the numbers
/// stand beside them.
struct Picture {
    struct Bar {
        let value: Int
        /// A class of the stylesheet.
        var look = "balken"
    }

    let title: Sentence
    let bars: [Bar]

    /// One bar in parts that add up.
    func whole(id: String) -> Node {
        let sum = max(1, bars.reduce(0) { $0 + $1.value })
        var left = 0
        let parts = bars.map { bar -> Node in
            // Places are rounded, not widths: so the parts end where the bar ends.
            let (from, to) = (left * 1_000 / sum, (left + bar.value) * 1_000 / sum)
            left += bar.value
            return .element(
                "rect",
                [
                    Attribute("x", from), Attribute("y", 0), Attribute("width", to - from),
                    Attribute("height", 40), .look(bar.look),
                ],
                []
            )
        }
        return drawn(id, width: 1_000, height: 40, parts)
    }

    /// A column for each.
    func columns(id: String) -> Node {
        let most = max(1, bars.map(\.value).max() ?? 1)
        let step = 1_000 / max(1, bars.count)
        let columns = bars.enumerated().map { place, bar -> Node in
            let height = bar.value == 0 ? 0 : max(4, bar.value * 120 / most)
            return .element(
                "rect",
                [
                    Attribute("x", place * step + step / 10), Attribute("y", 120 - height),
                    Attribute("width", step * 8 / 10), Attribute("height", height),
                    .look(bar.look),
                ],
                []
            )
        }
        return drawn(id, width: 1_000, height: 124, columns, look: "bild hoch")
    }

    private func drawn(
        _ id: String,
        width: Int,
        height: Int,
        _ marks: [Node],
        look: String = "bild"
    ) -> Node {
        .element(
            "svg",
            [
                Attribute("role", "img"), Attribute("aria-labelledby", id),
                Attribute("viewBox", "0 0 \(width) \(height)"), .look(look),
                Attribute("preserveAspectRatio", "none"),
            ],
            [.element("title", [.id(id)], [.words(title)])] + marks
        )
    }
}

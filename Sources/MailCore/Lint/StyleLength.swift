import func Foundation.pow

/// A number with its unit, in small letters.
struct StyleLength {
    let number: Double
    let unit: String

    init?(_ text: String) {
        guard let match = text.wholeMatch(of: /([0-9]{1,4}(?:\.[0-9]{1,4})?)(px|em|pt|%)/),
            let number = Double(match.output.1)
        else { return nil }
        self.number = number
        unit = String(match.output.2)
    }

    private func isWithin(_ limits: [String: ClosedRange<Double>]) -> Bool {
        limits[unit]?.contains(number) ?? false
    }

    /// Of letters: never smaller than around them, nor smaller than small print.
    var isReadable: Bool {
        isWithin(["px": 12...32, "pt": 9...24, "em": 1...2, "%": 100...200])
    }

    /// Between things; too little to move anything out of sight.
    var isSpace: Bool { isWithin(["px": 0...64, "pt": 0...48, "em": 0...4]) }

    /// Of a column that words fit into.
    var isWidth: Bool { isWithin(["px": 80...900, "em": 8...60, "%": 20...100]) }

    var isLine: Bool { isWithin(["px": 0...8]) }
}

/// A colour, as `#rgb`, `#rrggbb`, or by one of two names.
struct StyleColour {
    /// Relative luminance, from 0 to 1 (WCAG 2.2).
    private let luminance: Double

    init?(_ text: String) {
        let names = ["black": "#000000", "white": "#ffffff"]
        let text = names[text.lowercased()] ?? text
        let digits = text.dropFirst().compactMap(\.hexDigitValue)
        guard text.first == "#", digits.count == text.count - 1, [3, 6].contains(digits.count)
        else {
            return nil
        }
        let channels: [Int] =
            digits.count == 3
            ? digits.map { $0 * 17 }
            : [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
        let light = channels.map { Self.linear(Double($0) / 255) }
        luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    }

    /// Letters of such a colour stand out against every background that is light, as people with weak
    /// eyes need it (WCAG 2.2, 1.4.3: 4.5 to 1).
    var isDark: Bool { luminance <= 0.138 }

    var isLight: Bool { luminance >= 0.8 }

    private static func linear(_ value: Double) -> Double {
        value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}

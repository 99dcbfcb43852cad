/// A number as a workbook stores it, written the way a person would read it.
struct StoredNumber {
    /// Whole numbers of up to 15 digits without point and exponent (`4.92215E+11` is
    /// `492215000000`); every other number just as it is stored.
    ///
    /// Spreadsheets know no more than 15 digits: a longer number has lost some, and what is left
    /// must not look whole.
    let text: String
    let value: Double

    /// Nil if this is no number.
    init?(parsing stored: String) {
        guard let number = Decimal(stored), let value = Double(stored), value.isFinite else {
            return nil
        }
        self.value = value
        text = number.whole ?? stored
    }
}

/// The digits of a number such as `-12.50E+3`.
private struct Decimal {
    private var isNegative = false
    private var digits: [UInt8] = []
    /// How many of the digits stand behind the point, the exponent counted.
    private var places = 0
    private var isPlain = true

    init?(_ text: String) {
        var rest = text.utf8[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        digits = Self.takeDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            let fraction = Self.takeDigits(&rest)
            digits += fraction
            places = fraction.count
            isPlain = false
        }
        guard !digits.isEmpty else { return nil }
        guard let mark = rest.popFirst() else { return }
        guard mark | 0x20 == UInt8(ascii: "e"), rest.count <= 4, let exponent = Int(Substring(rest))
        else { return nil }
        places -= exponent
        isPlain = false
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> [UInt8] {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest[digits.endIndex...]
        return Array(digits)
    }

    /// The number without point and exponent; nil if it has none, or is not whole, or too long.
    var whole: String? {
        guard !isPlain else { return nil }
        var digits = digits[...]
        var places = places
        while places > 0, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            places -= 1
        }
        digits = digits.drop { $0 == UInt8(ascii: "0") }
        guard !digits.isEmpty else { return "0" }
        guard places <= 0, digits.count - places <= 15 else { return nil }
        digits += [UInt8](repeating: UInt8(ascii: "0"), count: -places)
        return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
    }
}

/// The fields of a form or of an address's query (`application/x-www-form-urlencoded`).
package struct FormFields: Sendable {
    private let values: [String: [String]]

    package init(_ encoded: some StringProtocol) {
        var values: [String: [String]] = [:]
        for pair in encoded.split(separator: "&") {
            let parts = pair.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
            values[Self.decoded(parts[0]), default: []].append(value)
        }
        self.values = values
    }

    package init(_ values: [String: [String]]) {
        self.values = values
    }

    /// The first value; blank if there is none.
    package subscript(name: String) -> String { values[name]?.first ?? "" }

    package func all(_ name: String) -> [String] { values[name] ?? [] }

    private static func decoded(_ text: some StringProtocol) -> String {
        var octets: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let octet = rest.popFirst() {
            switch octet {
            case UInt8(ascii: "+"): octets.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                if digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                    octets.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    octets.append(octet)
                }
            default: octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

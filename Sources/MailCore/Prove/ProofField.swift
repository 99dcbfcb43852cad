/// A value of a proof with the path it stands at, so that what does not fit can be named.
struct ProofField {
    let value: JSON
    let path: String

    func failure(_ reason: String) -> ProofFormatError {
        ProofFormatError(path: path, reason: reason)
    }

    /// Its members, which must be exactly these.
    func members(_ names: String...) throws(ProofFormatError) -> [String: ProofField] {
        try members(names)
    }

    func members(_ names: [String]) throws(ProofFormatError) -> [String: ProofField] {
        guard case .object(let values) = value, Set(values.keys) == Set(names) else {
            throw failure("must have exactly: \(names.sorted().joined(separator: ", "))")
        }
        var members: [String: ProofField] = [:]
        for (name, value) in values {
            members[name] = ProofField(value: value, path: "\(path).\(name)")
        }
        return members
    }

    func has(_ name: String) -> Bool {
        if case .object(let values) = value { values[name] != nil } else { false }
    }

    func list() throws(ProofFormatError) -> [ProofField] {
        guard case .list(let values) = value else { throw failure("must be a list") }
        return values.enumerated().map { ProofField(value: $1, path: "\(path)[\($0)]") }
    }

    func text() throws(ProofFormatError) -> String {
        guard case .text(let text) = value else { throw failure("must be a text") }
        return text
    }

    func textOrNull() throws(ProofFormatError) -> String? {
        if case .null = value { nil } else { try text() }
    }

    func integer() throws(ProofFormatError) -> Int {
        guard case .number(let integer) = value else { throw failure("must be a whole number") }
        return integer
    }

    /// So many octets in lower-case hexadecimal digits.
    func hex(_ count: Int) throws(ProofFormatError) -> String {
        let text = try text()
        guard Hexadecimal.octets(text, count: count) != nil else {
            throw failure("must be \(2 * count) hexadecimal digits")
        }
        return text
    }
}

extension [String: ProofField] {
    /// A member that `members` has found to be there.
    func field(_ name: String) throws(ProofFormatError) -> ProofField {
        guard let field = self[name] else {
            throw ProofFormatError(path: name, reason: "is missing")
        }
        return field
    }
}

/// Why a document is no proof of this version.
///
/// It names the place and nothing of what stands there.
package struct ProofFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { "\(path) \(reason)" }
}

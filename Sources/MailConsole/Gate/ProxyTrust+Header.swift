import HTTPTypes
import MailCore

extension ProxyTrust {
    /// Who has signed in, as the proxy says.
    ///
    /// A header that only looks like it, or comes twice, is one that a browser has sent and the proxy has let through: then
    /// nobody is believed. Web servers read `_` as `-`, and no case.
    ///
    /// - Parameter fields: Of the request.
    /// - Returns: The name as it is compared, in lower case; nil without one.
    /// - Throws: `Gate.Refused` where it is not clear.
    func person(in fields: HTTPFields) throws(Gate.Refused) -> String? {
        let wanted = Self.plain(header)
        let alike = fields.filter { Self.plain($0.name.rawName) == wanted }
        guard let only = alike.first else { return nil }
        guard alike.count == 1, only.name.rawName == header else { throw .doubtfulHeader }
        return try Self.name(only.value)
    }

    /// Letters and digits alone, in lower case.
    private static func plain(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0.isLetter || $0.isDigit }, as: UTF8.self).lowercased()
    }

    /// One name, with nothing in it that could be two, or that nobody sees.
    private static func name(_ value: String) throws(Gate.Refused) -> String? {
        guard !value.isEmpty else { return nil }
        let isName = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isName, value.utf8.count <= 200, !value.contains(where: { ",;\"".contains($0) })
        else { throw .doubtfulHeader }
        return value.lowercased()
    }
}

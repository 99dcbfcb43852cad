/// How the pages look, who may come to them through a reverse proxy, and what each of them may do there.
package struct ConsoleSettings: Hashable, Sendable {
    /// Where people reach the pages: `https://termine.kreis.example`; nil if the configuration names none.
    package let address: String?
    /// The account that the proxy runs as; nil if the configuration names none.
    package let proxyUser: String?
    /// The header in which the proxy says who it is.
    package let userHeader: String
    /// The folder with the office's own copy of KERN; nil if the configuration names none.
    package let theme: String?
    /// By their names at the proxy, in lower case.
    private let rights: [String: Set<ConsoleRight>]

    package init(
        address: String? = nil,
        proxyUser: String? = nil,
        userHeader: String = "X-Remote-User",
        theme: String? = nil,
        rights: [String: Set<ConsoleRight>] = [:]
    ) {
        self.address = address
        self.proxyUser = proxyUser
        self.userHeader = userHeader
        self.theme = theme
        self.rights = rights
    }

    /// Whether anybody may do anything.
    package var knowsNobody: Bool { rights.isEmpty }

    /// What somebody may do; nothing for whoever is not listed.
    ///
    /// - Parameter name: At the proxy; upper and lower case are one, as they are to whoever signs in there.
    /// - Returns: Their rights.
    package func rights(of name: String) -> Set<ConsoleRight> { rights[name.lowercased()] ?? [] }
}

/// What somebody may do in the pages; to look, with people masked, any of them is enough.
package enum ConsoleRight: String, CaseIterable, Hashable, Sendable {
    /// Hand over a file, plan, and decide about rows.
    case plan
    /// Approve; the rule about the second person comes on top.
    case approve
    /// Send, also test mails, stop and resume.
    case send
    /// See people in full, and save the lists that name them.
    case lists
    /// Save proof and report, and check everything again.
    case audit
}

extension ConsoleSettings {
    init(reading table: SettingsTable) {
        let known = Set(ConsoleRight.allCases.map(\.rawValue))
        var rights: [String: Set<ConsoleRight>] = [:]
        for (name, words) in table.lists(.consolePeople) ?? [] {
            let isName = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            guard isName, known.isSuperset(of: words), rights[name.lowercased()] == nil else {
                table.report(.consolePeople, .notRights(known.sorted()))
                continue
            }
            rights[name.lowercased()] = Set(words.compactMap(ConsoleRight.init))
        }
        let header = table.text(.consoleUserHeader) ?? ""
        if !header.isEmpty,
            !header.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        {
            table.report(.consoleUserHeader, .notHeaderName)
        }
        let address = table.optionalPage(.consoleAddress)
        if let address, !address.dropFirst("https://".count).allSatisfy({ !"/?#@".contains($0) }) {
            table.report(.consoleAddress, .notOrigin)
        }
        self.init(
            address: address?.lowercased(),
            proxyUser: table.text(.consoleProxyUser),
            userHeader: header,
            theme: table.text(.consoleTheme),
            rights: rights
        )
    }
}

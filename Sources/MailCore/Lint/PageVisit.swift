/// A page of the authority that every message links to.
package enum PageKind: String, CaseIterable, Hashable, Sendable {
    case imprint, privacy

    /// The configuration's key of its address.
    package var key: String { "authority.\(rawValue)" }

    /// For sentences.
    package var name: String {
        switch self {
        case .imprint: "imprint"
        case .privacy: "privacy page"
        }
    }
}

/// What a web server answered to one request.
package struct PageAnswer: Hashable, Sendable {
    /// One header line.
    package struct Field: Hashable, Sendable {
        /// In lower case.
        package let name: String
        package let value: String

        /// Nil for a line that is no field, such as the status line.
        package init?(line: String) {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...]
            name = line[..<colon].lowercased()
            self.value = String(value.drop(while: \.isWhitespace).prefix { !$0.isNewline })
        }
    }

    package let url: String
    package let status: Int
    /// Where it redirects to, as an absolute address; nil if it does not.
    package let redirect: String?
    package let fields: [Field]
    package let body: [UInt8]
    /// Whether `body` is all of it.
    package let isWhole: Bool

    package init(
        url: String,
        status: Int,
        redirect: String?,
        fields: [Field],
        body: [UInt8],
        isWhole: Bool
    ) {
        self.url = url
        self.status = status
        self.redirect = redirect
        self.fields = fields
        self.body = body
        self.isWhole = isWhole
    }

    /// The page as browsers read it: they ignore NUL, at which a parser may stop.
    var text: String { String(decoding: body.filter { $0 != 0 }, as: UTF8.self) }

    /// The values of all fields of that name.
    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

/// Why a page could not be fetched.
package enum PageFailure: Error, Hashable, Sendable {
    case hostUnknown
    case cannotConnect
    case timeout
    /// The certificate is not to be trusted, or there is no common TLS.
    case notEncrypted
    /// It ended in the middle, or what came is not HTTP.
    case broken
}

/// The requests that were made for one page, and how they ended.
package struct PageVisit: Hashable, Sendable {
    package let kind: PageKind
    /// The address as configured.
    package let address: String
    /// In order; the last one is the page, or where the way ended.
    package private(set) var answers: [PageAnswer] = []
    /// Nil if every request was answered.
    package private(set) var failure: PageFailure?

    /// How many redirects are followed.
    package static let redirectLimit = 5

    package init(of kind: PageKind, at address: String) {
        self.kind = kind
        self.address = address
    }

    package mutating func note(_ answer: PageAnswer) { answers.append(answer) }

    package mutating func note(_ failure: PageFailure) { self.failure = failure }

    /// What to fetch next; nil when the visit is over.
    ///
    /// Another host must not be contacted, and nothing may be fetched in clear text.
    package var next: String? {
        guard failure == nil else { return nil }
        guard let last = answers.last else { return address }
        guard answers.count <= Self.redirectLimit, let redirect = last.redirect,
            let here = PageLocation(of: last.url), let there = PageLocation(of: redirect)
        else { return nil }
        return there == here && there.scheme == "https" ? redirect : nil
    }
}

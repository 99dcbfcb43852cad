/// What a browser fetches, contacts or sends to by itself, or with a form, when it shows a page.
///
/// Links that a person has to follow are not among it.
struct PageReferences {
    /// As they stand on the page, relative ones included.
    private(set) var addresses: [String] = []
    /// The first `base`: what relative addresses begin at.
    private(set) var base: String?
    /// Addresses that scripts on the page name; whether they are contacted only running would tell.
    private(set) var namedByScripts: [String] = []

    /// Attributes whose whole value is an address, on whatever element.
    private static let plain: Set<String> = [
        "src", "background", "poster", "action", "formaction", "codebase", "classid", "manifest",
        "lowsrc", "dynsrc",
    ]
    /// What makes a `link` load something or open a connection.
    private static let loading: Set<String> = [
        "stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch",
        "prerender", "manifest", "import", "apple-touch-icon", "apple-touch-icon-precomposed",
        "apple-touch-startup-image", "mask-icon",
    ]
    /// Elements whose `href` loads.
    private static let referring: Set<String> = ["use", "image", "feimage", "script"]

    init(in answer: PageAnswer) {
        for value in answer.values("link") { note(linkHeader: value) }
        for value in answer.values("refresh") { note(refresh: value) }
        let text = answer.text
        note(HTMLDocument(text), depth: 0)
        // A browser ends a comment here that libxml2 believes to go on (HTML, section 13.2.6,
        // “abrupt-closing-of-empty-comment”): what stands behind counts as well.
        if text.contains(/<!---?>/) {
            note(HTMLDocument(text.replacing(/<!---?>/, with: "")), depth: 0)
        }
    }

    private mutating func note(_ document: HTMLDocument, depth: Int) {
        for element in document.elements {
            note(element)
            for attribute in element.attributes { note(attribute, of: element, depth: depth) }
        }
    }

    private mutating func note(_ element: HTMLDocument.Element) {
        switch element.name {
        case "base": if base == nil { base = element.value("href") }
        case "style": addresses += StyleReferences.all(in: element.text)
        case "script" where isProgram(element):
            namedByScripts += element.text.matches(
                of: /(?:https?:)?\/\/[A-Za-z0-9.-]+\.[A-Za-z]{2,}/
            )
            .filter { isQuoted($0.range.lowerBound, in: element.text) }
            .map { String($0.output) }
        case "meta" where element.value("http-equiv")?.lowercased() == "refresh":
            note(refresh: element.value("content") ?? "")
        case "link":
            let kinds = element.value("rel")?.lowercased().split(whereSeparator: \.isWhitespace)
            if (kinds ?? []).contains(where: { Self.loading.contains(String($0)) }) {
                addresses.append(element.value("href") ?? "")
            }
        default: break
        }
    }

    private mutating func note(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element,
        depth: Int
    ) {
        let value = attribute.value
        switch attribute.name {
        case let name where Self.plain.contains(name): addresses.append(value)
        case "data" where element.name == "object": addresses.append(value)
        case "href" where Self.referring.contains(element.name): addresses.append(value)
        case "xlink:href" where element.name != "a": addresses.append(value)
        case "srcset", "imagesrcset": addresses += Self.candidates(in: value)
        case "ping", "archive":
            addresses += value.split { $0.isWhitespace || $0 == "," }.map(String.init)
        case "style": addresses += StyleReferences.all(in: value)
        // A page within the page; pages within that one are as deep as anybody means it.
        case "srcdoc" where depth < 3: note(HTMLDocument(value), depth: depth + 1)
        default: break
        }
    }

    /// `Link: <https://example.org/a.css>; rel=preload, …` (RFC 8288).
    private mutating func note(linkHeader value: String) {
        for match in value.matches(of: /<([^>]*)>([^<]*)/) {
            let words = match.output.2.lowercased().split { !($0.isLetter || $0 == "-") }
            if words.contains(where: { Self.loading.contains(String($0)) }) {
                addresses.append(String(match.output.1))
            }
        }
    }

    /// `5; url='https://example.org/'`.
    private mutating func note(refresh value: String) {
        let pattern = /[\s\d.]*[;,\s]?\s*(?:url\s*=\s*)?["']?([^"']*)/.ignoresCase()
        if let match = value.prefixMatch(of: pattern) { addresses.append(String(match.output.1)) }
    }

    /// Addresses of a `srcset` (HTML, “parse a srcset attribute”).
    private static func candidates(in value: String) -> [String] {
        var rest = value[...]
        var found: [String] = []
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard !rest.isEmpty else { return found }
            let address = rest.prefix { !$0.isWhitespace }
            rest = rest.dropFirst(address.count)
            found.append(String(address.reversed().drop { $0 == "," }.reversed()))
            if address.last != "," { rest = rest.drop { $0 != "," } }
        }
    }

    /// Data in a script element, such as JSON-LD, is not run.
    private func isProgram(_ element: HTMLDocument.Element) -> Bool {
        let type = element.value("type")?.lowercased() ?? ""
        return type.isEmpty || type == "module" || type.contains("javascript")
            || type.contains("ecmascript")
    }

    /// Not in a comment of the script, which begins the same way.
    private func isQuoted(_ place: String.Index, in text: String) -> Bool {
        guard place > text.startIndex else { return false }
        return "\"'`".contains(text[text.index(before: place)])
    }
}

/// C-08: reading the message loads nothing, runs nothing, sends nothing.
enum RemoteContentRules {
    /// Elements that load, run or send by themselves, that change where links lead, or in which
    /// two programs read different things.
    private static let forbidden: Set<String> = [
        "applet", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist", "dialog",
        "embed", "fieldset", "form", "frame", "frameset", "iframe", "ilayer", "image", "img",
        "input", "isindex", "keygen", "label", "layer", "link", "listing", "map", "marquee", "math",
        "menuitem", "noembed", "noframes", "noscript", "object", "optgroup", "option", "output",
        "param", "picture", "plaintext", "portal", "script", "select", "slot", "source", "svg",
        "template", "textarea", "track", "video", "xml", "xmp",
    ]
    /// Attributes that name something to load, run or report to, wherever they stand.
    private static let addressed: Set<String> = [
        "action", "archive", "attributionsrc", "background", "cite", "classid", "code", "codebase",
        "data", "datasrc", "dynsrc", "formaction", "icon", "imagesrcset", "itemid", "longdesc",
        "lowsrc", "manifest", "ping", "poster", "profile", "src", "srcdoc", "srcset", "usemap",
        "xlink:href", "xml:base",
    ]
    private static let schemes = [
        "javascript", "vbscript", "livescript", "data", "cid", "mid", "http", "https", "ftp",
        "file", "blob", "about", "ws", "wss", "res", "jar", "mhtml", "view-source",
    ]
    /// What `meta http-equiv` may say: nothing that loads or leads away.
    private static let equivalents: Set<String> = [
        "content-type", "content-language", "x-ua-compatible",
    ]

    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        guard let html = sheets.html, let document = sheets.document else { return [] }
        guard document.isReadable else {
            return [finding(html.file, 1, .tooDeep)]
        }
        return document.elements.flatMap { element in
            let own = elementFindings(element, file: html.file)
            guard own.isEmpty else { return own }
            return element.attributes.flatMap { attribute($0, of: element, file: html.file) }
        } + commented(html) + doubled(html)
    }

    /// Whether an element is found here by itself.
    static func isForbidden(_ element: HTMLDocument.Element) -> Bool {
        !elementFindings(element, file: "").isEmpty
    }

    /// Whether an attribute is found here.
    static func isForbidden(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element
    ) -> Bool {
        problem(attribute, of: element) != nil
    }

    private static func elementFindings(
        _ element: HTMLDocument.Element,
        file: String
    ) -> [LintFinding] {
        if forbidden.contains(element.name) {
            return [finding(file, element.line, .element(name: element.name))]
        }
        if element.name == "meta", let equivalent = element.value("http-equiv"),
            !equivalents.contains(LinkTarget(equivalent).text.lowercased())
        {
            return [finding(file, element.line, .httpEquivalent)]
        }
        if element.name == "style", StyleReading.loads(element.text) {
            return [finding(file, element.line, .styleSheet)]
        }
        return []
    }

    private static func attribute(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element,
        file: String
    ) -> [LintFinding] {
        problem(attribute, of: element).map { [finding(file, element.line, $0)] } ?? []
    }

    private static func problem(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element
    ) -> LintFault.LoadingFault? {
        let (name, value) = (attribute.name, attribute.value)
        if name.hasPrefix("on") { return .script(attribute: name) }
        if name == "style" { return StyleReading.loads(value) ? .style : nil }
        if name == "ping" || name.hasPrefix("data-") {
            return .tracking(attribute: name)
        }
        if addressed.contains(name) { return .attribute(name: name) }
        if name == "href" {
            return element.name == "a" || element.name == "area"
                ? nil : .href(element: element.name)
        }
        if name.hasPrefix("xmlns") { return namespace(value) }
        let target = LinkTarget(value)
        if let scheme = target.scheme, schemes.contains(scheme) {
            return .scheme(attribute: name)
        }
        return value.contains("//") ? .address(attribute: name) : nil
    }

    /// A namespace is a name and never loaded; XHTML and Word write it into every document.
    private static func namespace(_ value: String) -> LintFault.LoadingFault? {
        ["http://www.w3.org/", "urn:schemas-microsoft-com:", "http://schemas.microsoft.com/"]
            .contains(where: value.hasPrefix) ? nil : .namespace
    }

    /// What the parser does not tell: comments, which can hold conditions that some readers obey
    /// (`<!--[if mso]>`, `<![if !mso]>`), instructions (`<?import`), and elements with a prefix,
    /// which draw or load (VML); Word leaves empty `o:p` behind.
    private static func commented(_ html: TemplateSheet) -> [LintFinding] {
        html.lines.filter { hides($0.text) }.map { number, _ in
            finding(
                html.file,
                number,
                .comment
            )
        }
    }

    private static func hides(_ line: String) -> Bool {
        line.split(separator: "<", omittingEmptySubsequences: false).dropFirst().contains { tag in
            if tag.first == "?" { return true }
            if tag.first == "!" { return !tag.lowercased().hasPrefix("!doctype") }
            let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let isPrefix = !name.isEmpty && tag.dropFirst(name.count).first == ":"
            return isPrefix && tag.prefix(3).lowercased() != "o:p"
        }
    }

    /// Browsers add the attributes of a second `body` to the first; the parser leaves them out.
    private static func doubled(_ html: TemplateSheet) -> [LintFinding] {
        ["<html", "<head", "<body"].flatMap { tag -> [LintFinding] in
            let places = html.lines.flatMap { number, text in
                text.lowercased().ranges(of: tag).filter { range in
                    // Not `<header`.
                    text.lowercased()[range.upperBound...].first?.isLetter != true
                }.map { _ in number }
            }
            return places.dropFirst().map {
                finding(html.file, $0, .second(tag: tag))
            }
        }
    }

    private static func finding(_ file: String, _ line: Int, _ fault: LintFault.LoadingFault)
        -> LintFinding
    {
        LintFinding(
            .remoteContent,
            file: file,
            line: line,
            .loads(fault: fault)
        )
    }
}

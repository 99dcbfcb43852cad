/// C-08: reading the message loads nothing, runs nothing, sends nothing.
enum RemoteContentRules {
    /// Elements that load, run or send by themselves, or change where links lead.
    private static let forbidden: Set<String> = [
        "applet", "audio", "base", "bgsound", "button", "canvas", "dialog", "embed", "form",
        "frame", "frameset", "iframe", "img", "image", "input", "isindex", "link", "map", "math",
        "noscript", "object", "picture", "portal", "script", "select", "source", "svg", "template",
        "textarea", "track", "video",
    ]
    /// Attributes that may hold an address, because a person has to follow it.
    private static let followed: Set<String> = ["href"]

    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        guard let html = sheets.html, let document = sheets.document else { return [] }
        return document.elements.flatMap { element in
            let own = elementFindings(element, file: html.file)
            guard own.isEmpty else { return own }
            return element.attributes.flatMap { attribute($0, of: element, file: html.file) }
        } + commented(html)
    }

    private static func elementFindings(
        _ element: HTMLDocument.Element,
        file: String
    ) -> [LintFinding] {
        if forbidden.contains(element.name) {
            return [finding(file, element.line, "the element \(element.name) is not allowed.")]
        }
        let refreshes =
            element.name == "meta" && element.value("http-equiv") != nil
            && element.value("http-equiv")?.lowercased() != "content-type"
        if refreshes { return [finding(file, element.line, "meta http-equiv is not allowed.")] }
        if element.name == "style", loads(element.text) {
            return [finding(file, element.line, "the style sheet loads something (url, @import).")]
        }
        return []
    }

    private static func attribute(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element,
        file: String
    ) -> [LintFinding] {
        let (name, value) = (attribute.name, attribute.value)
        if name.hasPrefix("on") {
            return [finding(file, element.line, "the attribute \(name) runs a script.")]
        }
        if name == "style" {
            return loads(value) ? [finding(file, element.line, "a style loads something.")] : []
        }
        if name == "ping" || name.hasPrefix("data-") {
            return [finding(file, element.line, "the attribute \(name) serves tracking.")]
        }
        if name == "href", !["a", "area"].contains(element.name) {
            return [finding(file, element.line, "\(element.name) with href loads something.")]
        }
        let scheme = value.trimmingPrefix(while: \.isWhitespace).lowercased()
        if ["javascript:", "data:", "vbscript:", "cid:"].contains(where: scheme.hasPrefix) {
            return [
                finding(file, element.line, "\(name) begins with a scheme that is not allowed.")
            ]
        }
        if !followed.contains(name), value.contains("//") {
            return [finding(file, element.line, "the attribute \(name) holds an address.")]
        }
        return []
    }

    /// Comments can hold conditions that some readers obey (`<!--[if mso]>`), and addresses.
    private static func commented(_ html: TemplateSheet) -> [LintFinding] {
        html.lines.filter { $0.text.contains("<!--") }.map { number, _ in
            finding(html.file, number, "comments are not allowed in what is sent.")
        }
    }

    private static func loads(_ style: String) -> Bool {
        // Escapes and comments can hide a word from a search, not from a browser.
        let plain = style.lowercased().replacing(/\/\*.*?\*\//, with: "")
        return plain.contains("\\")
            || [
                "url(", "@import", "@font-face", "image(", "image-set(",
                "expression(", "behavior:", "-moz-binding",
            ].contains(where: plain.contains)
    }

    private static func finding(_ file: String, _ line: Int, _ message: String) -> LintFinding {
        LintFinding(
            .remoteContent,
            file: file,
            line: line,
            message,
            advice: "Remove it: the message must be complete by itself."
        )
    }
}

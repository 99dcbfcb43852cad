/// C-18: a letter's HTML is made of a few elements, attributes and styles that every mail reader shows
/// alike, and with which nothing can be hidden.
enum PlainMarkup {
    private static let page: Set<String> = ["html", "head", "meta", "title", "body"]
    private static let shown: Set<String> = [
        "main", "header", "footer", "section", "article", "div", "span", "address", "p", "h1", "h2",
        "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tbody", "tr", "td", "th", "a", "strong",
        "b", "em", "i", "u", "small", "br", "hr",
    ]
    /// Where these may stand: elsewhere one program moves them, and another one does not.
    private static let parents: [String: Set<String?>] = [
        "html": [nil], "head": ["html"], "body": ["html"], "title": ["head"], "meta": ["head"],
        "li": ["ul", "ol"], "tbody": ["table"], "tr": ["table", "tbody"], "td": ["tr"],
        "th": ["tr"],
    ]
    /// What may stand in these, and no text of their own.
    private static let children: [String: Set<String>] = [
        "html": ["head", "body"], "head": ["title", "meta"], "ul": ["li"], "ol": ["li"],
        "table": ["tbody", "tr"], "tbody": ["tr"], "tr": ["td", "th"],
    ]
    /// Those that make letters smaller: one inside the other would make them vanish.
    private static let shrinking: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "small"]
    /// How much letters may grow through all the elements around them.
    private static let growth = 3.0

    static func findings(in sheets: LetterSheets) -> [LintFinding] {
        guard let html = sheets.html, let document = sheets.document else { return [] }
        let found = document.elements.indices.flatMap { problems(of: $0, in: document) }
        let texts = document.pieces.filter { $0.parent.map { isBare($0, in: document) } ?? true }
            .filter { $0.text.contains { !$0.isWhitespace } }
            .map { piece in
                let around = piece.parent.map { document.elements[$0] }
                return (around?.line ?? 1, LintFault.MarkupFault.text(in: around?.name))
            }
        return (found + texts + TagForm.problems(in: html.filled)).map { line, problem in
            LintFinding(
                .plainMarkup,
                file: html.file,
                line: line,
                .markup(fault: problem)
            )
        }
    }

    private static func isBare(_ index: Int, in document: HTMLDocument) -> Bool {
        children[document.elements[index].name] != nil
    }

    private static func problems(of index: Int, in document: HTMLDocument) -> [(
        Int, LintFault.MarkupFault
    )] {
        let element = document.elements[index]
        let name = element.name
        // C-08 has spoken.
        guard !RemoteContentRules.isForbidden(element) else { return [] }
        guard shown.contains(name) || page.contains(name) else {
            return [(element.line, .element(name: name))]
        }
        let attributes = element.attributes.compactMap { attribute in
            PlainAttributes.problem(attribute, of: element)
        }
        let place = misplaced(index, in: document).map { [$0] } ?? []
        return (place + attributes).map { (element.line, $0) }
    }

    private static func misplaced(_ index: Int, in document: HTMLDocument) -> LintFault.MarkupFault?
    {
        let element = document.elements[index]
        let around = element.parent.map { document.elements[$0].name }
        if let parents = parents[element.name], !parents.contains(around) {
            return .place(element: element.name, in: around)
        }
        if let around, let children = children[around], !children.contains(element.name) {
            return .place(element: element.name, in: around)
        }
        let ancestors = document.ancestors(of: index)
        if shrinking.contains(element.name) || element.name == "a" {
            let others = element.name == "a" ? ["a"] : shrinking
            if ancestors.contains(where: { others.contains($0.name) }) {
                return .nested(element: element.name)
            }
        }
        let own = element.value("style").flatMap(PlainStyle.growth)
        guard let own, own != 1 else { return nil }
        let whole = ancestors.compactMap { $0.value("style").flatMap(PlainStyle.growth) }
            .reduce(own, *)
        return whole > growth ? .growth : nil
    }
}

/// The attributes a letter may use, and what may stand in them.
private enum PlainAttributes {
    static func problem(
        _ attribute: HTMLDocument.Attribute,
        of element: HTMLDocument.Element
    ) -> LintFault.MarkupFault? {
        guard !RemoteContentRules.isForbidden(attribute, of: element) else { return nil }
        let (name, value) = (attribute.name, attribute.value)
        if name == "style" {
            let refused = PlainStyle.refused(in: value)
            return refused.isEmpty
                ? nil : .style(text: String(refused[0].prefix(60)))
        }
        let isAllowed = (everywhere[name] ?? own[element.name]?[name])?(value) ?? false
        return isAllowed
            ? nil : .attribute(name: name, element: element.name)
    }

    private typealias Check = @Sendable (String) -> Bool

    private static let everywhere: [String: Check] = [
        "lang": { $0.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil },
        "dir": ["ltr", "rtl"].contains,
        "id": { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]*/) != nil },
    ]

    private static let cell: [String: Check] = [
        "align": ["left", "right", "center"].contains,
        "valign": ["top", "middle", "bottom", "baseline"].contains, "bgcolor": isBackground,
        "width": isWidth, "colspan": isNumber(1...20),
        "scope": ["col", "row"].contains,
    ]

    private static let own: [String: [String: Check]] = [
        "html": ["xmlns": { $0 == "http://www.w3.org/1999/xhtml" }],
        "body": ["bgcolor": isBackground],
        "a": [
            // Where it leads is for C-07.
            "href": { _ in true }, "target": { $0 == "_blank" },
            "rel": ["noopener", "noreferrer", "noopener noreferrer"].contains,
        ],
        "meta": [
            "charset": { $0.lowercased() == "utf-8" },
            "name": ["viewport", "color-scheme", "supported-color-schemes"].contains,
            "http-equiv": { _ in true },
            "content": { value in
                [
                    "width=device-width, initial-scale=1", "width=device-width, initial-scale=1.0",
                    "width=device-width,initial-scale=1", "light", "light only", "ie=edge",
                    "text/html; charset=utf-8", "text/html;charset=utf-8",
                ].contains(value.lowercased()) || value.wholeMatch(of: /[A-Za-z]{2}/) != nil
            },
        ],
        "table": [
            "role": ["presentation", "none"].contains,
            "align": ["left", "right", "center"].contains,
            "bgcolor": isBackground, "width": isWidth, "border": isNumber(0...8),
            "cellpadding": isNumber(0...40), "cellspacing": isNumber(0...40),
        ],
        "tr": ["align": ["left", "right", "center"].contains, "bgcolor": isBackground],
        "td": cell, "th": cell,
    ]

    private static let isBackground: Check = { StyleColour($0)?.isLight ?? false }

    private static let isWidth: Check = { value in
        value == "100%" || Int(value).map((80...900).contains) ?? false
            || StyleLength(value)?.isWidth ?? false
    }

    private static func isNumber(_ range: ClosedRange<Int>) -> Check {
        { Int($0).map(range.contains) ?? false }
    }
}

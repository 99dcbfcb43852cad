import MailCore

/// Words with what they are.
extension Node {
    static func heading(_ words: Sentence) -> Node {
        .element("h1", [.look("kern-heading-large")], [.words(words)])
    }

    static func section(_ words: Sentence, _ children: [Node]) -> Node {
        .element(
            "section",
            [],
            [.element("h2", [.look("kern-heading-medium")], [.words(words)])] + children
        )
    }

    static func paragraph(_ words: Sentence) -> Node { paragraph([.words(words)]) }

    static func paragraph(_ children: [Node]) -> Node {
        .element("p", [.look("kern-body")], children)
    }

    /// A text of several lines, as it stands.
    static func lines(_ words: Sentence) -> Node {
        .element("pre", [.look("nachricht")], [.words(words)])
    }

    static func strong(_ words: Sentence) -> Node { .element("strong", [], [.words(words)]) }

    static func list(_ items: [[Node]]) -> Node {
        .element("ul", [.look("kern-list")], items.map { .element("li", [], $0) })
    }

    static func list(_ items: [Sentence]) -> Node { list(items.map { [.words($0)] }) }

    /// Names and what they are.
    static func facts(_ facts: [(name: Sentence, value: [Node])]) -> Node {
        .element(
            "dl",
            [.look("kern-description-list")],
            facts.map { name, value in
                .element(
                    "div",
                    [.look("kern-description-list-item")],
                    [
                        .element(
                            "dt",
                            [.look("kern-description-list-item__key")],
                            [.words(name)]
                        ),
                        .element("dd", [.look("kern-description-list-item__value")], value),
                    ]
                )
            }
        )
    }

    static func link(_ path: String, _ words: Sentence) -> Node {
        .element("a", [.href(path), .look("kern-link")], [.words(words)])
    }

    /// A link that looks like a button, for the way on.
    static func wayOn(_ path: String, _ words: Sentence) -> Node {
        paragraph([
            .button(words, [.href(path), .look("kern-btn kern-btn--primary")], "a")
        ])
    }

    /// Heard, and not seen.
    static func heard(_ words: Sentence) -> Node {
        .element("span", [.look("nur-vorgelesen")], [.words(words)])
    }
}

/// A box that says something by itself.
struct Notice {
    enum Kind: String { case info, success, warning, danger }

    let kind: Kind
    let title: Sentence
    var children: [Node] = []

    var node: Node {
        .element(
            "div",
            [.look("kern-alert kern-alert--\(kind.rawValue)")],
            [
                .element(
                    "div",
                    [.look("kern-alert__header")],
                    [
                        .element(
                            "p",
                            [.look("kern-title kern-alert__title")],
                            [.element("strong", [], [.words(mark), .words(title)])]
                        )
                    ]
                )
            ] + (children.isEmpty ? [] : [.element("div", [.look("kern-alert__body")], children)])
        )
    }

    /// Said, since colour alone is not seen by everybody.
    private var mark: Sentence {
        switch kind {
        case .info: Sentence(en: "Note: ", de: "Hinweis: ")
        case .success: Sentence(en: "In order: ", de: "In Ordnung: ")
        case .warning: Sentence(en: "Please check: ", de: "Bitte prüfen: ")
        case .danger: Sentence(en: "Attention: ", de: "Achtung: ")
        }
    }
}

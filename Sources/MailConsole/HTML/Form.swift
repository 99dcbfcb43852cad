import MailCore

/// What is wrong with one field, said at the field and above the page.
struct FieldError: Sendable {
    /// The field's id.
    let field: String
    let words: Sentence
}

/// A form that changes something; it carries the session's token.
struct Form {
    let path: String
    let token: String
    var isUpload = false
    var fields: [Node] = []
    let button: Sentence
    var look = "kern-btn kern-btn--primary"
    /// What the button says besides, where there are several of them.
    var name: (name: String, value: String)?

    var node: Node {
        let encoding =
            isUpload ? [Attribute("enctype", "multipart/form-data")] : []
        let value =
            name.map { [Attribute("name", $0.name), Attribute("value", $0.value)] } ?? []
        return .element(
            "form",
            [Attribute("method", "post"), Attribute("action", path), .set("novalidate")]
                + encoding,
            [Field.hidden("zeichen", token)] + fields + [
                .button(button, [Attribute("type", "submit"), .look(look)] + value)
            ]
        )
    }
}

extension Node {
    /// A button of any kind, or what looks like one.
    static func button(
        _ words: Sentence,
        _ attributes: [Attribute],
        _ element: StaticString = "button"
    ) -> Node {
        .element(
            element,
            attributes,
            [.element("span", [.look("kern-label")], [.words(words)])]
        )
    }
}

/// Fields of forms, each with its label, hint and error.
enum Field {
    static func hidden(_ name: String, _ value: String) -> Node {
        .element(
            "input",
            [Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value)],
            []
        )
    }

    static func text(
        _ name: String,
        label: Sentence,
        hint: Sentence? = nil,
        value: String = "",
        error: Sentence? = nil,
        attributes: [Attribute] = []
    ) -> Node {
        wrapped(
            name,
            label: label,
            hint: hint,
            error: error,
            .element(
                "input",
                [
                    Attribute("type", "text"), .id(name), Attribute("name", name),
                    Attribute("value", value), .look("kern-form-input__input"),
                    Attribute("autocomplete", "off"),
                ] + described(name, hint, error) + attributes,
                []
            )
        )
    }

    static func file(_ name: String, label: Sentence, hint: Sentence, error: Sentence?) -> Node {
        wrapped(
            name,
            label: label,
            hint: hint,
            error: error,
            .element(
                "input",
                [
                    Attribute("type", "file"), .id(name), Attribute("name", name),
                    Attribute("accept", ".csv,.txt,.tsv,.xlsx"),
                    .look("kern-form-input__input"),
                ] + described(name, hint, error),
                []
            )
        )
    }

    static func choice(
        _ name: String,
        label: Sentence,
        options: [(value: String, words: Sentence)],
        chosen: String,
        error: Sentence?
    ) -> Node {
        let none = Node.element(
            "option",
            [Attribute("value", "")],
            [.words(Sentence(en: "please choose", de: "bitte wählen"))]
        )
        let rest = options.map { value, words in
            Node.element(
                "option",
                [Attribute("value", value)] + (value == chosen ? [.set("selected")] : []),
                [.words(words)]
            )
        }
        return wrapped(
            name,
            label: label,
            hint: nil,
            error: error,
            .element(
                "div",
                [.look("kern-form-input__select-wrapper")],
                [
                    .element(
                        "select",
                        [.id(name), Attribute("name", name), .look("kern-form-input__select")]
                            + described(name, nil, error),
                        [none] + rest
                    )
                ]
            )
        )
    }

    /// Several to tick, or one of several, under one question.
    static func group(
        _ name: String,
        legend: Sentence,
        hint: Sentence? = nil,
        error: Sentence?,
        _ children: [Node]
    ) -> Node {
        .element(
            "fieldset",
            [.look("kern-fieldset\(error == nil ? "" : " kern-fieldset--error")"), .id(name)]
                + described(name, hint, error) + [Attribute("tabindex", "-1")],
            [.element("legend", [.look("kern-label")], [.words(legend)])]
                + remarks(name, hint, error) + children
        )
    }

    enum Kind: String { case checkbox, radio }

    static func tick(
        _ kind: Kind,
        _ name: String,
        value: String,
        id: String,
        words: Sentence,
        isTicked: Bool
    ) -> Node {
        .element(
            "div",
            [.look("kern-form-check")],
            [
                .element(
                    "input",
                    [
                        Attribute("type", kind.rawValue), .id(id), Attribute("name", name),
                        Attribute("value", value),
                        .look("kern-form-check__\(kind.rawValue)"),
                    ] + (isTicked ? [.set("checked")] : []),
                    []
                ),
                .element("label", [Attribute("for", id), .look("kern-label")], [.words(words)]),
            ]
        )
    }

    private static func wrapped(
        _ name: String,
        label: Sentence,
        hint: Sentence?,
        error: Sentence?,
        _ field: Node
    ) -> Node {
        .element(
            "div",
            [.look("kern-form-input\(error == nil ? "" : " kern-form-input--error")")],
            [.element("label", [Attribute("for", name), .look("kern-label")], [.words(label)])]
                + remarks(name, hint, error) + [field]
        )
    }

    private static func remarks(_ name: String, _ hint: Sentence?, _ error: Sentence?) -> [Node] {
        [
            hint.map { .element("p", [.id("\(name)-hilfe"), .look("kern-hint")], [.words($0)]) },
            error.map { words in
                .element(
                    "p",
                    [.id("\(name)-fehler"), .look("kern-error")],
                    [
                        .element(
                            "strong",
                            [],
                            [.words(Sentence(en: "Error: ", de: "Fehler: ")), .words(words)]
                        )
                    ]
                )
            },
        ].compactMap(\.self)
    }

    private static func described(
        _ name: String,
        _ hint: Sentence?,
        _ error: Sentence?
    ) -> [Attribute] {
        let ids = [hint.map { _ in "\(name)-hilfe" }, error.map { _ in "\(name)-fehler" }]
            .compactMap(\.self)
        return (ids.isEmpty ? [] : [Attribute("aria-describedby", ids.joined(separator: " "))])
            + (error == nil ? [] : [Attribute("aria-invalid", "true")])
    }
}

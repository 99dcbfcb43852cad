import MailCore

/// A piece of a page: an element with its children, or words.
///
/// A page is a tree of these and nothing else. Names of elements and attributes are literals, words are
/// `Sentence`, and there is no way to write markup down: what came from outside can only be words.
indirect enum Node: Sendable {
    case element(StaticString, [Attribute], [Node])
    case words(Sentence)
    case group([Node])

    static let nothing = Node.group([])
}

/// An attribute with its value; nil for one that stands alone, such as `checked`.
struct Attribute: Sendable {
    let name: StaticString
    let value: Sentence?

    init(_ name: StaticString, _ value: Sentence?) {
        self.name = name
        self.value = value
    }

    /// A value that has no language: a name, a path, a number.
    init(_ name: StaticString, _ value: some CustomStringConvertible) {
        self.init(name, Sentence(same: "\(value)"))
    }

    static func set(_ name: StaticString) -> Attribute { Attribute(name, nil as Sentence?) }

    static func href(_ path: String) -> Attribute { Attribute("href", path) }
    static func id(_ name: String) -> Attribute { Attribute("id", name) }
    /// One class or several, from the stylesheet.
    static func look(_ names: String) -> Attribute { Attribute("class", names) }
}

extension Node {
    /// As it goes to the browser, in one language.
    func html(in language: Language) -> String {
        var text = ""
        write(into: &text, language)
        return text
    }

    private func write(into text: inout String, _ language: Language) {
        switch self {
        case .words(let sentence): text += HTMLText.escaped(sentence[language].text)
        case .group(let nodes): for node in nodes { node.write(into: &text, language) }
        case .element(let name, let attributes, let children):
            text += "<\(name)"
            for attribute in attributes {
                text += " \(attribute.name)"
                if let value = attribute.value {
                    text += "=\"\(HTMLText.escaped(value[language].text))\""
                }
            }
            text += ">"
            for child in children { child.write(into: &text, language) }
            if !Self.isVoid(name) { text += "</\(name)>" }
        }
    }

    /// Elements that have no end (HTML Living Standard, 13.1.2).
    private static func isVoid(_ name: StaticString) -> Bool {
        ["input", "meta", "link", "br", "hr"].contains("\(name)")
    }
}

import CHTML

/// The elements of an HTML text, as a real parser reads them.
struct HTMLDocument {
    struct Attribute: Hashable {
        /// In lower case.
        let name: String
        /// Entities read.
        let value: String
    }

    struct Element: Hashable {
        /// In lower case.
        let name: String
        let line: Int
        /// The index of the element around it; nil for an outermost one.
        let parent: Int?
        /// The text directly inside, such as a style sheet; of a link, all the text inside.
        var text = ""
        var attributes: [Attribute] = []

        func value(_ name: String) -> String? {
            attributes.first { $0.name == name }?.value
        }
    }

    /// A piece of text, and where it stands.
    struct Piece {
        /// The index of the element it stands directly in; nil outside of all.
        let parent: Int?
        let text: String
        /// How many elements begin in front of it.
        let elementsBefore: Int
    }

    private(set) var elements: [Element] = []
    /// The text in the order of the document, without comments.
    private(set) var pieces: [Piece] = []
    /// Whether it was read; false if reading it would take too long (`HTMLShape`).
    let isReadable: Bool
    /// The open elements while it is read.
    private var open: [Int] = []

    init(_ source: String) {
        let bytes = Array(source.utf8)
        isReadable = HTMLShape.isReadable(bytes)
        guard isReadable else { return }
        let calls = einzelpost_html_calls(
            element: { context, name, line, depth in
                guard let name else { return }
                let element = String(cString: name).lowercased()
                Self.from(context)?.pointee.begin(element, line: line, depth: depth)
            },
            attribute: { context, name, value in
                guard let name, let value else { return }
                let attribute = Attribute(
                    name: String(cString: name).lowercased(),
                    value: String(cString: value)
                )
                Self.from(context)?.pointee.note(attribute)
            },
            text: { context, depth, text in
                guard let text else { return }
                Self.from(context)?.pointee.note(String(cString: text), depth: depth)
            }
        )
        // The parser calls back during this call only, on this thread.
        withUnsafeMutablePointer(to: &self) { document in
            bytes.withUnsafeBytes {
                let start = $0.assumingMemoryBound(to: CChar.self).baseAddress
                _ = einzelpost_html_read(start, Int32($0.count), document, calls)
            }
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Self>? {
        context?.assumingMemoryBound(to: HTMLDocument.self)
    }

    /// The elements around one, the nearest first.
    func ancestors(of index: Int) -> some Sequence<Element> {
        sequence(first: index) { elements[$0].parent }.dropFirst().lazy.map { elements[$0] }
    }

    private mutating func begin(_ name: String, line: Int, depth: Int) {
        open.removeLast(max(0, open.count - depth))
        elements.append(Element(name: name, line: line, parent: open.last))
        open.append(elements.count - 1)
    }

    /// Attributes follow their element.
    private mutating func note(_ attribute: Attribute) {
        guard !elements.isEmpty else { return }
        elements[elements.count - 1].attributes.append(attribute)
    }

    private mutating func note(_ text: String, depth: Int) {
        open.removeLast(max(0, open.count - depth))
        pieces.append(Piece(parent: open.last, text: text, elementsBefore: elements.count))
        guard let parent = open.last else { return }
        elements[parent].text += text
        // What is read as a link is all that stands in it, however it is marked up.
        for index in open.suffix(Self.markup).dropLast() where elements[index].name == "a" {
            elements[index].text += text
        }
    }

    /// Deeper inside a link nobody marks up its words.
    private static let markup = 32
}

/// The libxml2 that runs.
package enum DocumentLibrary {
    /// It writes 20914 for 2.9.14.
    package static var version: String {
        let digits = String(cString: einzelpost_html_version()).prefix(while: \.isNumber)
        guard let number = Int(digits) else { return String(digits) }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}

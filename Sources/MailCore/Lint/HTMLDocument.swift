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
        /// The text directly inside, such as a style sheet; of a link, all the text inside.
        let text: String
        var attributes: [Attribute] = []

        func value(_ name: String) -> String? {
            attributes.first { $0.name == name }?.value
        }
    }

    private(set) var elements: [Element] = []

    init(_ source: String) {
        let bytes = source.utf8.map { CChar(bitPattern: $0) }
        // The parser calls back during this call only, on this thread.
        withUnsafeMutablePointer(to: &self) { document in
            _ = einzelpost_html_read(
                bytes,
                Int32(bytes.count),
                document,
                { context, name, line, text in
                    guard let name, let text else { return }
                    context?.assumingMemoryBound(to: HTMLDocument.self).pointee.elements.append(
                        Element(
                            name: String(cString: name).lowercased(),
                            line: line,
                            text: String(cString: text)
                        )
                    )
                },
                { context, name, value in
                    guard let name, let value else { return }
                    let attribute = Attribute(
                        name: String(cString: name).lowercased(),
                        value: String(cString: value)
                    )
                    context?.assumingMemoryBound(to: HTMLDocument.self).pointee.note(attribute)
                }
            )
        }
    }

    /// Attributes follow their element.
    private mutating func note(_ attribute: Attribute) {
        guard !elements.isEmpty else { return }
        elements[elements.count - 1].attributes.append(attribute)
    }
}

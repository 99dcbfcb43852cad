/// Finds what is wrong with a template's tags before anything is rendered.
///
/// Mustache itself renders an unknown name as nothing; here it is an error with its line. Only
/// plain values, sections and comments are allowed: no unescaped tags, partials, lambdas,
/// delimiters or pragmas.
struct TemplateScanner {
    private let file: String
    private var problems: [TemplateProblem] = []
    private var openSections: [OpenSection] = []

    private struct OpenSection {
        let name: String
        let line: Int
    }

    /// Every problem in the text, which begins at a line of its file.
    static func problems(in text: String, file: String, from line: Int = 1) -> [TemplateProblem] {
        var scanner = Self(file: file)
        scanner.scan(text, from: line)
        return scanner.problems
    }

    private init(file: String) {
        self.file = file
    }

    /// Sections inside each other: two are needed, and Mustache calls itself for each.
    private static let depth = 8
    /// Bytes of a file; a message with more than half as many is refused for its size (C-10).
    private static let size = 100_000
    /// Nobody reads more at once.
    private static let problemsShown = 50

    private mutating func scan(_ text: String, from first: Int) {
        guard text.utf8.count <= Self.size else {
            return report(first, "the file has more than \(Self.size / 1_000) kB")
        }
        for token in TemplateToken.tokens(of: text, from: first) {
            guard problems.count < Self.problemsShown else { return }
            switch token.content {
            case .text(let text): checkPlain(text, from: token.line)
            case .tag(let tag): check(tag, line: token.line)
            case .unclosed:
                return report(token.line, "a tag is opened with {{ and never closed with }}")
            }
        }
        for section in openSections.prefix(Self.problemsShown) {
            report(section.line, "the section {{#\(section.name)}} is never closed")
        }
    }

    private mutating func checkPlain(_ text: Substring, from line: Int) {
        for leftover in ["}}", "#NV", "Optional("] {
            guard let place = text.firstRange(of: leftover)?.lowerBound else { continue }
            let above = text[..<place].count(where: \.isNewline)
            report(line + above, "“\(leftover)” is left over; remove it")
        }
    }

    private mutating func check(_ tag: TemplateToken.Tag, line: Int) {
        switch tag.sign {
        case nil where tag.name.isEmpty: report(line, "an empty tag {{}}")
        case nil: value(tag.name, line: line)
        case "!": break
        case "#", "^": open(section: tag.name, line: line)
        case "/": close(section: tag.name, line: line)
        case "{", "&": report(line, "unescaped tags are not allowed; write {{name}}")
        case ">", "<", "$": report(line, "partials are not allowed; write the text here")
        default: report(line, "delimiters and pragmas are not allowed")
        }
    }

    private mutating func open(section name: String, line: Int) {
        // Unknown ones too, so that their end is not a second problem.
        defer { openSections.append(OpenSection(name: name, line: line)) }
        if openSections.count == Self.depth {
            report(line, "more than \(Self.depth) sections stand inside each other")
        }
        // Inside itself it would be repeated for each appointment of each appointment.
        if name == Placeholder.termine.rawValue, isOpen(.termine) {
            report(line, "the section {{#\(name)}} stands inside itself")
        }
        guard let placeholder = known(name, line: line) else { return }
        if !placeholder.opensSection {
            report(line, "\(name) always has a value and cannot open a section")
        }
        checkPlace(of: placeholder, line: line)
    }

    private mutating func close(section name: String, line: Int) {
        guard openSections.last?.name == name else {
            return report(line, "{{/\(name)}} closes a section that is not the open one")
        }
        openSections.removeLast()
    }

    private mutating func value(_ name: String, line: Int) {
        guard let placeholder = known(name, line: line) else { return }
        if !placeholder.isValue {
            report(line, "\(name) is a section: write {{#\(name)}} … {{/\(name)}}")
        }
        checkPlace(of: placeholder, line: line)
    }

    private mutating func checkPlace(of placeholder: Placeholder, line: Int) {
        if placeholder.belongsToAppointment && !isOpen(.termine) {
            report(
                line,
                "\(placeholder.rawValue) is only allowed between {{#termine}} and {{/termine}}"
            )
        }
    }

    private func isOpen(_ section: Placeholder) -> Bool {
        openSections.contains { $0.name == section.rawValue }
    }

    private mutating func known(_ name: String, line: Int) -> Placeholder? {
        if let placeholder = Placeholder(rawValue: name) { return placeholder }
        let all = Placeholder.allCases.map(\.rawValue).joined(separator: ", ")
        report(line, "unknown placeholder “\(name)”; there are: \(all)")
        return nil
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(TemplateProblem(file: file, line: line, message: message))
    }
}

/// Something wrong in a template, with its place.
package struct TemplateProblem: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1.
    package let line: Int
    package let message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { "\(file):\(line): \(message)" }
}

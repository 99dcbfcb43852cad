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
            return report(first, .large(kilobytes: Self.size / 1_000))
        }
        for token in TemplateToken.tokens(of: text, from: first) {
            guard problems.count < Self.problemsShown else { return }
            switch token.content {
            case .text(let text): checkPlain(text, from: token.line)
            case .tag(let tag): check(tag, line: token.line)
            case .unclosed:
                return report(token.line, .unclosedTag)
            }
        }
        for section in openSections.prefix(Self.problemsShown) {
            report(section.line, .openSection(name: section.name))
        }
    }

    private mutating func checkPlain(_ text: Substring, from line: Int) {
        for leftover in ["}}", "#NV", "Optional("] {
            guard let place = text.firstRange(of: leftover)?.lowerBound else { continue }
            let above = text[..<place].count(where: \.isNewline)
            report(line + above, .leftover(text: leftover))
        }
    }

    private mutating func check(_ tag: TemplateToken.Tag, line: Int) {
        switch tag.sign {
        case nil where tag.name.isEmpty: report(line, .emptyTag)
        case nil: value(tag.name, line: line)
        case "!": break
        case "#", "^": open(section: tag.name, line: line)
        case "/": close(section: tag.name, line: line)
        case "{", "&": report(line, .unescaped)
        case ">", "<", "$": report(line, .partial)
        default: report(line, .delimiters)
        }
    }

    private mutating func open(section name: String, line: Int) {
        // Unknown ones too, so that their end is not a second problem.
        defer { openSections.append(OpenSection(name: name, line: line)) }
        if openSections.count == Self.depth {
            report(line, .tooDeep(sections: Self.depth))
        }
        // Inside itself it would be repeated for each appointment of each appointment.
        if name == Placeholder.termine.rawValue, isOpen(.termine) {
            report(line, .insideItself(name: name))
        }
        guard let placeholder = known(name, line: line) else { return }
        if !placeholder.opensSection {
            report(line, .noSection(name: name))
        }
        checkPlace(of: placeholder, line: line)
    }

    private mutating func close(section name: String, line: Int) {
        guard openSections.last?.name == name else {
            return report(line, .closesAnother(name: name))
        }
        openSections.removeLast()
    }

    private mutating func value(_ name: String, line: Int) {
        guard let placeholder = known(name, line: line) else { return }
        if !placeholder.isValue {
            report(line, .section(name: name))
        }
        checkPlace(of: placeholder, line: line)
    }

    private mutating func checkPlace(of placeholder: Placeholder, line: Int) {
        if placeholder.belongsToAppointment && !isOpen(.termine) {
            report(line, .outsideAppointments(name: placeholder.rawValue))
        }
    }

    private func isOpen(_ section: Placeholder) -> Bool {
        openSections.contains { $0.name == section.rawValue }
    }

    private mutating func known(_ name: String, line: Int) -> Placeholder? {
        if let placeholder = Placeholder(rawValue: name) { return placeholder }
        let all = Placeholder.allCases.map(\.rawValue).joined(separator: ", ")
        report(line, .unknown(name: name, known: all))
        return nil
    }

    private mutating func report(_ line: Int, _ fault: TemplateFault) {
        problems.append(TemplateProblem(file: file, line: line, fault: fault))
    }
}

/// Something wrong in a template, with its place.
package struct TemplateProblem: Hashable, Sendable, Worded {
    package let file: String
    /// From 1.
    package let line: Int
    package let fault: TemplateFault

    package init(file: String, line: Int, fault: TemplateFault) {
        self.file = file
        self.line = line
        self.fault = fault
    }

    package var words: Sentence { Sentence(same: "\(file):\(line): \(fault.words)") }
}

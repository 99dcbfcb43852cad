import TOMLKit

/// The source of a message template: what its folder holds, as text.
package struct TemplateSource: Hashable, Sendable, Codable {
    /// The folder's name.
    package let name: String
    /// `template.toml`.
    package let manifest: String
    /// `message.txt`.
    package let text: String
    /// `message.html`, if there is one.
    package let html: String?

    package init(name: String, manifest: String, text: String, html: String?) {
        self.name = name
        self.manifest = manifest
        self.text = text
        self.html = html
    }

    /// Over every byte of the folder's files.
    package var digest: Digest {
        var hasher = FieldHasher(version: "einzelpost template 1")
        for part in [manifest, text, html ?? ""] { hasher.add(part) }
        hasher.add(html == nil ? "text" : "text and html")
        return hasher.finalize()
    }
}

/// A checked template: every tag is known, every section closed.
package struct Template: Sendable {
    package let source: TemplateSource
    /// For people who choose a template.
    package let description: String
    /// RFC 5646, for example `de`.
    package let language: String
    let subject: String

    /// Checks the source.
    ///
    /// - Throws: `TemplateError` with every problem and its place.
    package init(_ source: TemplateSource) throws(TemplateError) {
        let manifest = try Self.readManifest(source)
        var problems = TemplateScanner.problems(
            in: manifest.subject,
            file: "template.toml",
            from: Self.line(of: "subject", in: source.manifest)
        )
        problems += TemplateScanner.problems(in: source.text, file: "message.txt")
        if let html = source.html {
            problems += TemplateScanner.problems(in: html, file: "message.html")
        }
        guard problems.isEmpty else {
            throw TemplateError(template: source.name, problems: problems)
        }
        self.source = source
        subject = manifest.subject
        language = manifest.language
        description = manifest.description
    }

    private static func readManifest(
        _ source: TemplateSource
    ) throws(TemplateError) -> (subject: String, language: String, description: String) {
        func fail(_ line: Int, _ message: String) -> TemplateError {
            let problem = TemplateProblem(file: "template.toml", line: line, message: message)
            return TemplateError(template: source.name, problems: [problem])
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: source.manifest)
        } catch let error as TOMLParseError {
            throw fail(error.source.begin.line, error.description)
        } catch {
            throw fail(1, "this is not TOML")
        }
        let known = ["subject", "language", "description"]
        for key in table.keys where !known.contains(key) {
            let line = line(of: key, in: source.manifest)
            throw fail(line, "unknown key “\(key)”; there are: \(known.joined(separator: ", "))")
        }
        var values: [String] = []
        for key in known {
            guard let value = table[key]?.string, !value.isEmpty else {
                let line = line(of: key, in: source.manifest)
                throw fail(line, "the key “\(key)” is missing or empty")
            }
            values.append(value)
        }
        guard values[1].wholeMatch(of: /[A-Za-z0-9-]+(, ?[A-Za-z0-9-]+)*/) != nil else {
            let line = line(of: "language", in: source.manifest)
            throw fail(line, "the key “language” must be like “de” or “de, en”")
        }
        return (values[0], values[1], values[2])
    }

    /// The parser does not tell where a value stands, so the line is looked up in the text; 1 if
    /// it is not there.
    private static func line(of key: String, in manifest: String) -> Int {
        let lines = manifest.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let index = lines.firstIndex { line in
            line.filter { !$0.isWhitespace }.hasPrefix("\(key)=")
        }
        return (index ?? 0) + 1
    }
}

/// Why a template cannot be used (exit code 78).
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    package let template: String
    package let problems: [TemplateProblem]

    package init(template: String, problems: [TemplateProblem]) {
        self.template = template
        self.problems = problems
    }

    package var description: String {
        "the template “\(template)” cannot be used:\n"
            + problems.map { "  \(template)/\($0)" }.joined(separator: "\n")
    }
}

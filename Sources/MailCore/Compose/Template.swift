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
    /// What its messages say of the appointment.
    package let says: MessageSubject
    /// Until when its messages make sense.
    package let deadline: MessageDeadline
    let subject: String

    /// Checks the source.
    ///
    /// - Throws: `TemplateError` with every problem and its place.
    package init(_ source: TemplateSource) throws(TemplateError) {
        let manifest = try Self.readManifest(source)
        var problems = TemplateScanner.problems(
            in: manifest.subject,
            file: Self.manifestName,
            from: manifest.subjectLine
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
        deadline = manifest.deadline
        says = manifest.says
        description = manifest.description
    }

    private static let manifestName = "template.toml"

    private struct Manifest {
        let subject: String
        let subjectLine: Int
        let language: String
        let description: String
        let deadline: MessageDeadline
        let says: MessageSubject

        init(reading table: SettingsTable) {
            subject = table.requiredText("subject")
            subjectLine = table.line(of: "subject") ?? 1
            language = table.requiredText("language")
            description = table.requiredText("description")
            deadline = table.choice("deadline") ?? .appointment
            says = table.choice("says") ?? .cancelled
            let tags = /[A-Za-z0-9-]+(, ?[A-Za-z0-9-]+)*/
            if !language.isEmpty, language.wholeMatch(of: tags) == nil {
                table.report("language", .notLanguages)
            }
        }
    }

    private static func readManifest(
        _ source: TemplateSource
    ) throws(TemplateError) -> Manifest {
        do throws(SettingsError) {
            let table = try SettingsTable(source.manifest, file: manifestName)
            let manifest = Manifest(reading: table)
            try table.finish()
            return manifest
        } catch {
            let problems = error.problems.map {
                TemplateProblem(
                    file: manifestName,
                    line: $0.line ?? 1,
                    fault: .setting(key: $0.key, words: $0.message)
                )
            }
            throw TemplateError(template: source.name, problems: problems)
        }
    }
}

extension SettingsTable {
    /// One of a closed list of words; nil where there is none.
    fileprivate func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) -> Value? {
        guard let word = text(key) else { return nil }
        if let value = Value(rawValue: word) { return value }
        let known = Value.allCases.map { "“\($0.rawValue)”" }
        report(key, .notOneOf(known))
        return nil
    }
}

/// Why a template cannot be used (exit code 78).
package struct TemplateError: PrintableError, Hashable, Sendable {
    package let template: String
    package let problems: [TemplateProblem]

    package init(template: String, problems: [TemplateProblem]) {
        self.template = template
        self.problems = problems
    }

    package var words: Sentence {
        Sentence(
            en: "the template “\(template)” cannot be used:\n",
            de: "Die Vorlage „\(template)“ ist nicht verwendbar:\n"
        ) + problems.map { Sentence(same: "  \(template)/\($0)") }.lines
    }
}

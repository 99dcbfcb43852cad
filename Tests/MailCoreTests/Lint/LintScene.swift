import Foundation
import MailCore
import TestSupport

/// The shipped template, and what the linter says when something is put into it.
enum LintScene {
    static let hosts = ["www.kreis.example"]

    static func shipped() throws -> TemplateSource {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Templates/termin-absage").standardizedFileURL
        func read(_ file: String) throws -> String {
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        return TemplateSource(
            name: "termin-absage",
            manifest: try read("template.toml"),
            text: try read("message.txt"),
            html: try read("message.html")
        )
    }

    static func letter(_ source: TemplateSource) throws -> Letter {
        try Letter(template: Template(source), authority: sampleAuthority())
    }

    static func findings(in source: TemplateSource) throws -> [LintFinding] {
        Linter.findings(in: try letter(source), allowedHosts: hosts)
    }

    /// With something put behind `<main>`.
    static func findings(inHTML planted: String) throws -> [LintFinding] {
        let source = try shipped()
        let html = (source.html ?? "").replacing("<main>", with: "<main>\(planted)")
        return try findings(in: source.with(html: html))
    }

    /// With something put behind the text.
    static func findings(inText planted: String) throws -> [LintFinding] {
        let source = try shipped()
        return try findings(in: source.with(text: source.text + planted + "\n"))
    }
}

extension TemplateSource {
    func with(
        subject: String? = nil,
        text: String? = nil,
        html: String? = nil
    ) -> TemplateSource {
        let manifest = subject.map {
            "subject = \"\($0)\"\nlanguage = \"de\"\ndescription = \"changed\"\n"
        }
        return TemplateSource(
            name: name,
            manifest: manifest ?? self.manifest,
            text: text ?? self.text,
            html: html ?? self.html
        )
    }
}

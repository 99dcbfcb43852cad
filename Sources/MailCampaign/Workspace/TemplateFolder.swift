import Foundation
package import MailCore

/// Where the message templates are, one folder each.
package struct TemplateFolder {
    package let path: String

    /// - Parameters:
    ///   - option: `--templates`; otherwise ./Templates, or those that came with the program.
    ///   - surroundings: Where the program's own files are.
    /// - Throws: `ConfigurationError` if there is no such folder.
    package init(option: String?, in surroundings: Surroundings) throws {
        let shipped = ShippedFiles.find("Templates", from: surroundings.programFolder)
        let candidates =
            [option ?? "Templates"] + (option == nil ? [shipped].compactMap(\.self) : [])
        var isFolder: ObjCBool = false
        let found = candidates.first { path in
            FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                && isFolder.boolValue
        }
        guard let found else {
            throw ConfigurationError.noTemplates(candidates[0])
        }
        path = found
    }

    /// Reads one template's files.
    package func source(_ name: String) throws -> TemplateSource {
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
            throw WrongRequest.noTemplateName(name)
        }
        func read(_ file: String) throws -> String? {
            let path = "\(self.path)/\(name)/\(file)"
            guard let data = FileManager.default.contents(atPath: path) else { return nil }
            guard let text = String(data: data, encoding: .utf8) else {
                throw ConfigurationError.templateNotText(path)
            }
            return text
        }
        guard let manifest = try read("template.toml"), let text = try read("message.txt") else {
            throw ConfigurationError.templateIncomplete(name, folder: path, others: names)
        }
        return TemplateSource(
            name: name,
            manifest: manifest,
            text: text,
            html: try read("message.html")
        )
    }

    /// Every template of the folder.
    package var names: [String] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return entries.sorted().filter {
            FileManager.default.fileExists(atPath: "\(path)/\($0)/template.toml")
        }
    }
}

/// Files that came with the program: beside an installed binary, or in the checkout it was built
/// in.
package enum ShippedFiles {
    /// The path of a file or folder, for example `Templates` or `Examples`; nil if it did not come
    /// along.
    package static func find(_ name: String, from programFolder: String) -> String? {
        let program = URL(filePath: programFolder)
        var places = [program.appending(path: "../share/einzelpost").standardizedFileURL]
        var folder = program
        for _ in 0..<4 {
            folder = folder.deletingLastPathComponent()
            places.append(folder)
        }
        return places.map { $0.appending(path: name).path(percentEncoded: false) }
            .first { FileManager.default.fileExists(atPath: $0) }
    }
}

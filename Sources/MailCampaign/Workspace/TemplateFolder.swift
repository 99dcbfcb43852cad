import Foundation
package import MailCore

/// Where the message templates are, one folder each.
package struct TemplateFolder {
    package let path: String
    /// Who named it.
    package let origin: TemplateOrigin

    /// - Parameters:
    ///   - option: `--templates`; without it what the configuration says, or those that came with the program.
    ///   - file: The configuration.
    ///   - surroundings: Where the program's own files are.
    /// - Throws: `ConfigurationError` if there is no such folder.
    package init(option: String?, in file: ConfigurationFile, _ surroundings: Surroundings) throws {
        if let option {
            self = try Self(named: option, by: .option)
        } else if let path = file.settings.templates {
            self = try Self(named: file.resolve(path), by: .configuration)
        } else {
            guard let path = ShippedFiles.find("Templates", from: surroundings.programFolder) else {
                throw ConfigurationError.templatesNotShipped
            }
            self = try Self(named: path, by: .program)
        }
    }

    private init(named path: String, by origin: TemplateOrigin) throws {
        guard Self.isFolder(path) else { throw ConfigurationError.noTemplates(origin, path) }
        self.path = path
        self.origin = origin
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    /// The folder `Templates` of where the program was started, if there is one that is not used.
    ///
    /// Earlier versions took it before their own.
    package var passedOver: String? {
        let beside = FileManager.default.currentDirectoryPath + "/Templates"
        let isSame =
            URL(filePath: beside).resolvingSymlinksInPath()
            == URL(filePath: path).resolvingSymlinksInPath()
        return origin == .program && Self.isFolder(beside) && !isSame ? beside : nil
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

/// Who named a folder of templates.
package enum TemplateOrigin: String, Hashable, Sendable {
    case option
    case configuration
    /// Nobody: they came along with it.
    case program
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

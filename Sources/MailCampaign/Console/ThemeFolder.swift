import Foundation
import Glibc
package import MailCore

/// The office's own copy of KERN, the design system of the German administration, which pages use in the place of
/// their own look.
///
/// It is handed out as it lies there, by this program alone: nothing of a page comes from another host. Only what a stylesheet
/// needs is, and only what lay in the folder when the pages began: a request names one of these, and never a path.
package struct ThemeFolder: Sendable {
    /// One of its files, as a browser gets it.
    package struct File {
        package let octets: [UInt8]
        /// Its media type.
        package let type: String
    }

    package let path: String
    /// By their names in the folder, in the order in which a page names them.
    package let stylesheets: [String]
    /// The files that may be handed out, by their names in the folder.
    private let names: Set<String>

    /// - Returns: Nil if the configuration names none.
    /// - Throws: `ThemeError`.
    package init?(of file: ConfigurationFile) throws(ThemeError) {
        guard let typed = file.settings.console.theme else { return nil }
        path = file.resolve(typed)
        guard let found = FileManager.default.enumerator(atPath: path) else {
            throw .noFolder(path)
        }
        var names: Set<String> = []
        // Links are not followed, so that nothing of elsewhere is handed out.
        for case let name as String in found.prefix(Self.mostEntries)
        where Self.type(of: name) != nil && Self.isFile(path + "/" + name) {
            names.insert(name)
        }
        self.names = names
        guard let look = Self.looks.first(where: names.contains),
            FileManager.default.isReadableFile(atPath: path + "/" + look)
        else { throw .noStylesheet(path) }
        stylesheets = [look] + Self.fonts.filter(names.contains)
    }

    /// As KERN calls its stylesheet; the smaller one first.
    private static let looks = ["kern.min.css", "kern.css"]
    /// As it calls those that load its fonts.
    private static let fonts = ["fonts/fira-sans.css"]
    /// KERN has some hundred.
    private static let mostEntries = 5_000
    /// KERN's largest has a fifth of it.
    private static let mostOctets = 2_000_000

    /// - Parameter name: As a request says it.
    /// - Returns: Nil if it is none of the folder's, or cannot be read.
    package func file(_ name: String) -> File? {
        guard names.contains(name), let type = Self.type(of: name),
            Self.isFile(path + "/" + name),
            let octets = FileManager.default.contents(atPath: path + "/" + name)
        else { return nil }
        return File(octets: Array(octets), type: type)
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "woff2": "font/woff2"
        case "woff": "font/woff"
        default: nil
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
            && info.st_size <= mostOctets
    }
}

/// Why a theme cannot be used; the pages have their own look then.
package enum ThemeError: Error, Hashable, Sendable {
    case noFolder(String)
    case noStylesheet(String)
}

extension ThemeError: PrintableError {
    package var words: Sentence {
        switch self {
        case .noFolder(let path):
            Sentence(
                en:
                    "the folder of theme in [console] is missing: \(path); name one that is there, or take the key away",
                de:
                    "Der Ordner von theme in [console] fehlt: \(path); nennen Sie einen, den es gibt, oder nehmen Sie den "
                    + "Schlüssel heraus"
            )
        case .noStylesheet(let path):
            Sentence(
                en:
                    "in \(path) (theme in [console]) there is no kern.min.css that can be read; name the folder in which "
                    + "KERN's lies",
                de:
                    "In \(path) (theme in [console]) ist kein kern.min.css, das sich lesen lässt; nennen Sie den Ordner, in "
                    + "dem das von KERN liegt"
            )
        }
    }
}

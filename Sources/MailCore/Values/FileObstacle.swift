/// Why a file cannot be read.
package enum FileObstacle: Codable, Hashable, Sendable {
    case missing
    case isFolder
    /// A link that leads to itself, or to nothing.
    case brokenLink
    /// This account may not read it.
    case forbidden
    /// This account may not enter the folder that it lies in, or one above.
    case closedFolder(String)
    /// With the system's code.
    case other(code: Int32)

    private enum CodingKeys: String, CodingKey {
        case missing
        case isFolder = "is-folder"
        case brokenLink = "broken-link"
        case forbidden
        case closedFolder = "closed-folder"
        case other
    }

    private enum ClosedFolderCodingKeys: String, CodingKey { case _0 = "folder" }
}

extension FileObstacle: Worded {
    /// Follows the path.
    package var words: Sentence {
        switch self {
        case .missing: Sentence(en: "there is no such file", de: "Diese Datei gibt es nicht")
        case .isFolder:
            Sentence(
                en: "is a folder; name the file in it",
                de: "ist ein Ordner; nennen Sie die Datei darin"
            )
        case .brokenLink:
            Sentence(
                en: "is a link that leads to no file",
                de: "ist eine Verknüpfung, die zu keiner Datei führt"
            )
        case .forbidden:
            Sentence(
                en: "may not be read by this account; look at owner and mode with: ls -l",
                de: "ist für dieses Konto nicht lesbar; Eigentümer und Rechte zeigt: ls -l"
            )
        case .closedFolder(let folder):
            Sentence(
                en: "cannot be reached: this account may not enter the folder \(folder)",
                de: "ist nicht erreichbar: Dieses Konto darf den Ordner \(folder) nicht betreten"
            )
        case .other(let code):
            Sentence(
                en: "cannot be read (system error \(code))",
                de: "ist nicht lesbar (Systemfehler \(code))"
            )
        }
    }
}

extension FileObstacle? {
    /// What is nil has passed meanwhile.
    package var words: Sentence {
        self?.words
            ?? Sentence(
                en: "could not be read; try again",
                de: "war nicht lesbar; versuchen Sie es noch einmal"
            )
    }
}

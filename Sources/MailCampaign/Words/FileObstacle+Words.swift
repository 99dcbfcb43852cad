package import MailCore

extension FileObstacle: CustomStringConvertible {
    /// Follows the path.
    package var words: Printable {
        switch self {
        case .missing: "there is no such file"
        case .isFolder: "is a folder; name the file in it"
        case .brokenLink: "is a link that leads to no file"
        case .forbidden:
            "may not be read by this account; look at owner and mode with: ls -l"
        case .closedFolder(let folder):
            "cannot be reached: this account may not enter the folder \(folder)"
        case .other(let code): "cannot be read (system error \(code))"
        }
    }

    package var description: String { words.text }
}

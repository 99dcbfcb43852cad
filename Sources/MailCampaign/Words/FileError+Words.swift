package import MailCore

extension FileError: PrintableError {
    package var words: Printable {
        switch self {
        case .missing(let path): "\(path): there is no such file"
        case .unreadable(let path, let obstacle): "\(path): \(obstacle.words)"
        case .notPlain(let path): "\(path): cannot be read; it must be a plain file"
        case .damagedArchive(let path):
            "\(path): is packed (gzip) and damaged, or cut off before its end; take another copy of it"
        case .changedWhileRead(let path): "\(path): the file changed while it was read; try again"
        case .isThere(let path, .file):
            "\(path) is there already; give a new file: --output FILE"
        case .isThere(let path, .folder):
            "\(path) is there already; give a new folder: --output DIR"
        case .draftLeft(let path):
            "\(path): cannot be created; if it is left from an interrupted run, remove it, or give "
                + "another --output FILE"
        case .cannotBeCreated(let path):
            "\(path): cannot be created; give another --output FILE"
        case .notWritten(let path):
            "\(path): cannot be written; the disk may be full. Make room, or give another "
                + "--output FILE"
        case .folderNotCreated(let path): "\(path): the folder cannot be created"
        case .folderNotSafe(let path, let flaw):
            "\(path) \(flaw.words); give a new folder of your own"
        case .messageNotWritten(let path, let code): "\(path) cannot be written (\(code))"
        }
    }
}

extension FileError.FolderFlaw {
    fileprivate var words: Printable {
        switch self {
        case .link: "is no folder, or a link"
        case .foreign: "belongs to somebody else"
        case .shared: "is open to others (chmod 700 closes it)"
        }
    }
}

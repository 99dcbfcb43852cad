package import MailCore

extension FileError: PrintableError {
    package var words: Sentence {
        switch self {
        case .missing(let path):
            Sentence(en: "\(path): there is no such file", de: "\(path): Diese Datei gibt es nicht")
        case .unreadable(let path, let obstacle): Sentence(same: "\(path): \(obstacle.words)")
        case .notPlain(let path):
            Sentence(
                en: "\(path): cannot be read; it must be a plain file",
                de: "\(path): ist nicht lesbar; es muss eine einfache Datei sein"
            )
        case .changedWhileRead(let path):
            Sentence(
                en: "\(path): the file changed while it was read; try again",
                de: "\(path): Die Datei hat sich beim Lesen geändert; versuchen Sie es noch einmal"
            )
        case .damagedArchive(let path):
            Sentence(
                en:
                    "\(path): is packed (gzip) and damaged, or cut off before its end; take another copy of it",
                de:
                    "\(path): ist gepackt (gzip) und beschädigt oder vor dem Ende abgeschnitten; nehmen Sie eine andere Kopie"
            )
        case .isThere(let path, .file):
            Sentence(
                en: "\(path) is there already; give a new file: --output FILE",
                de: "\(path) gibt es schon; nennen Sie eine neue Datei: --output DATEI"
            )
        case .isThere(let path, .folder):
            Sentence(
                en: "\(path) is there already; give a new folder: --output DIR",
                de: "\(path) gibt es schon; nennen Sie einen neuen Ordner: --output ORDNER"
            )
        case .draftLeft, .cannotBeCreated, .notWritten, .folderNotCreated, .folderNotSafe,
            .messageNotWritten:
            whileWriting
        }
    }

    private var whileWriting: Sentence {
        switch self {
        case .draftLeft(let path):
            Sentence(
                en:
                    "\(path): cannot be created; if it is left from an interrupted run, remove it, or give "
                    + "another --output FILE",
                de:
                    "\(path): lässt sich nicht anlegen. Ist sie von einem abgebrochenen Lauf übrig, entfernen Sie sie, "
                    + "oder nennen Sie eine andere: --output DATEI"
            )
        case .cannotBeCreated(let path):
            Sentence(
                en: "\(path): cannot be created; give another --output FILE",
                de: "\(path): lässt sich nicht anlegen; nennen Sie eine andere: --output DATEI"
            )
        case .notWritten(let path):
            Sentence(
                en: "\(path): cannot be written; the disk may be full. Make room, or give another "
                    + "--output FILE",
                de:
                    "\(path): lässt sich nicht schreiben; vielleicht ist der Datenträger voll. Schaffen Sie Platz, oder "
                    + "nennen Sie eine andere: --output DATEI"
            )
        case .folderNotCreated(let path):
            Sentence(
                en: "\(path): the folder cannot be created",
                de: "\(path): Der Ordner lässt sich nicht anlegen"
            )
        case .folderNotSafe(let path, let flaw):
            Sentence(
                en: "\(path) \(flaw.words); give a new folder of your own",
                de: "\(path) \(flaw.words); nennen Sie einen neuen, eigenen Ordner"
            )
        case .messageNotWritten(let path, let code):
            Sentence(
                en: "\(path) cannot be written (\(code))",
                de: "\(path) lässt sich nicht schreiben (\(code))"
            )
        case .missing, .unreadable, .notPlain, .damagedArchive, .changedWhileRead, .isThere: .empty
        }
    }
}

extension FileError.FolderFlaw {
    fileprivate var words: Sentence {
        switch self {
        case .link:
            Sentence(en: "is no folder, or a link", de: "ist kein Ordner oder eine Verknüpfung")
        case .foreign: Sentence(en: "belongs to somebody else", de: "gehört jemand anderem")
        case .shared:
            Sentence(
                en: "is open to others (chmod 700 closes it)",
                de: "ist auch für andere zugänglich (chmod 700 schließt ihn)"
            )
        }
    }
}

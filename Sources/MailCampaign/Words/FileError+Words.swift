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
                en: "\(path) is there already; name a new file",
                de: "\(path) gibt es schon; nennen Sie eine neue Datei"
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
                    "\(path) is there already; if it is left from an interrupted run, remove it, or name another file",
                de:
                    "\(path) gibt es schon. Ist sie von einem abgebrochenen Lauf übrig, entfernen Sie sie, oder nennen Sie eine "
                    + "andere Datei"
            )
        case .cannotBeCreated(let path, let obstacle):
            Sentence(
                en: "\(path): cannot be created: \(obstacle.words)",
                de: "\(path): lässt sich nicht anlegen: \(obstacle.words)"
            )
        case .notWritten(let path):
            Sentence(
                en:
                    "\(path): cannot be written; the disk may be full. Make room, or name another file",
                de:
                    "\(path): lässt sich nicht schreiben; vielleicht ist der Datenträger voll. Schaffen Sie Platz, oder "
                    + "nennen Sie eine andere Datei"
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

extension FileError.CreationObstacle {
    fileprivate var words: Sentence {
        switch self {
        case .folderMissing(let folder):
            Sentence(
                en: "there is no folder \(folder); make it, or name another file",
                de:
                    "Den Ordner \(folder) gibt es nicht; legen Sie ihn an, oder nennen Sie eine andere Datei"
            )
        case .forbidden(let folder):
            Sentence(
                en: "this account may not write to \(folder); name a file in a folder of yours",
                de:
                    "Dieses Konto darf in \(folder) nichts anlegen; nennen Sie eine Datei in einem eigenen Ordner"
            )
        case .noName:
            Sentence(en: "name a file, not a folder", de: "nennen Sie eine Datei, keinen Ordner")
        case .other(let code):
            Sentence(
                en: "system error \(code); name another file",
                de: "Systemfehler \(code); nennen Sie eine andere Datei"
            )
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

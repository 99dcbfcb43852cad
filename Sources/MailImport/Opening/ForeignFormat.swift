import MailCore

/// Files that are often handed in as a schedule and cannot be read as one.
enum ForeignFormat {
    case oldOffice, pdf, html

    /// Looks at the first characters; nil for what may be a schedule.
    ///
    /// - Parameter head: Bytes, or text as UTF-8.
    init?(head: [UInt8]) {
        let begins = { (prefix: [UInt8]) in head.starts(with: prefix) }
        if begins([0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else if begins(Array("%PDF".utf8)) {
            self = .pdf
        } else if Self.isHTML(head) {
            self = .html
        } else {
            return nil
        }
    }

    private static func isHTML(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(512), as: UTF8.self).folded
        return ["<html", "<table", "<!doctype", "<?xml", "<head", "<body", "<meta"]
            .contains { text.hasPrefix($0) }
    }

    var error: ScheduleError { ScheduleError(message: Sentence(same: "\(what) \(wayOut)")) }

    private var what: Sentence {
        switch self {
        case .oldOffice:
            Sentence(
                en: "The file is an old (xls) or password-protected Excel workbook.",
                de:
                    "Die Datei ist eine alte (xls) oder durch ein Passwort geschützte Excel-Arbeitsmappe."
            )
        case .pdf:
            Sentence(
                en: "The file is a PDF document, not CSV.",
                de: "Die Datei ist ein PDF, nicht CSV."
            )
        case .html:
            Sentence(
                en: "The file is a web page or XML under another name, not CSV.",
                de: "Die Datei ist eine Webseite oder XML unter anderem Namen, nicht CSV."
            )
        }
    }

    private var wayOut: Sentence {
        switch self {
        case .oldOffice:
            Sentence(
                en:
                    "Open it in the spreadsheet program, save it as \"xlsx\" without a password, and use that file.",
                de:
                    "Öffnen Sie sie in der Tabellenkalkulation, speichern Sie sie als „xlsx“ ohne Passwort, und verwenden Sie diese Datei."
            )
        case .html:
            Sentence(
                en:
                    "Open it in the spreadsheet program, save it as \"CSV UTF-8\", and use that file.",
                de:
                    "Öffnen Sie sie in der Tabellenkalkulation, speichern Sie sie als „CSV UTF-8“, und verwenden Sie diese Datei."
            )
        case .pdf:
            Sentence(
                en: "Export the schedule from the booking system as CSV.",
                de: "Exportieren Sie die Terminliste aus dem Buchungssystem als CSV."
            )
        }
    }
}

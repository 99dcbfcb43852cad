/// Files that are often handed in as a schedule and are not one this version reads.
enum ForeignFormat {
    case utf16, zip, oldOffice, pdf, html

    /// Looks at the first bytes; nil for what may be CSV.
    init?(head: [UInt8]) {
        let begins = { (prefix: [UInt8]) in head.starts(with: prefix) }
        if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
            self = .utf16
        } else if begins(Array("PK".utf8) + [3, 4]) {
            self = .zip
        } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
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

    var error: ScheduleError { ScheduleError(message: "\(what) \(wayOut)") }

    private var what: String {
        switch self {
        case .utf16: "The file is UTF-16 (\"Unicode text\") or holds NUL bytes."
        case .zip: "The file is an Excel or OpenDocument workbook or another ZIP archive, not CSV."
        case .oldOffice: "The file is an old or password-protected Excel workbook, not CSV."
        case .pdf: "The file is a PDF document, not CSV."
        case .html: "The file is a web page or XML under another name, not CSV."
        }
    }

    private var wayOut: String {
        switch self {
        case .utf16, .zip, .oldOffice, .html:
            "Open it in the spreadsheet program, save it as \"CSV UTF-8\", and use that file."
        case .pdf:
            "Export the schedule from the booking system as CSV."
        }
    }
}

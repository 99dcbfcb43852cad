import Foundation
import Glibc
import MailCampaign

/// A folder of one run of the pages, which nobody else can read.
struct ConsoleFolder: Sendable {
    let path: String

    /// - Throws: `FileError` if there is no place for it.
    init() throws {
        let place = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        var template = Array("\(place)/einzelpost-\(Self.chance)".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError.folderNotCreated(place) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// What mkdtemp(3) puts letters of its own in the place of.
    private static let chance = String(repeating: "X", count: 6)

    /// Leads a browser to the newest link without its being seen in a list of processes.
    var file: String { path + "/console.html" }

    func write(_ link: String) {
        let page = """
            <!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Einzelpost</title>\
            <meta http-equiv="refresh" content="0;url=\(link)"></head>\
            <body><a href="\(link)">Einzelpost</a></body></html>
            """
        // Must not be there before it is private; the process's mask sees to that.
        try? Data(page.utf8).write(to: URL(filePath: file))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}

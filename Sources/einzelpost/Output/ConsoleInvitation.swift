import Foundation
import MailCampaign
import MailConsole
import MailCore
import Synchronization

/// How somebody learns where the pages are: a link in the terminal, and the same as a file that nobody else
/// can read.
struct ConsoleInvitation: Sendable {
    let sessions: Sessions
    let folder: ConsoleFolder
    let format: OutputFormat

    func open(at port: Int) {
        invite(at: port, isFirst: true)
        guard Terminal.inputIsTerminal else { return }
        Live.onEachLine { invite(at: port, isFirst: false) }
    }

    private func invite(at port: Int, isFirst: Bool) {
        let link = "http://127.0.0.1:\(port)/anmelden/\(sessions.makeLink())"
        folder.write(link)
        guard isFirst, format == .json else {
            return Terminal.show(words(link))
        }
        Terminal.show(
            Printable(["link": .text(link), "file": .text(folder.file), "port": .number(port)])
        )
    }

    private func words(_ link: String) -> Sentence {
        Sentence(
            en:
                "Open this in the browser; it works once, for two minutes (Enter makes a new link, Ctrl-C ends):\n  \(link)",
            de:
                "Öffnen Sie das im Browser; es gilt einmal, zwei Minuten lang (Eingabetaste: neuer Link, Strg-C: Ende):\n  \(link)"
        )
    }
}

/// How often somebody has asked for the end.
final class StopPressCount: Sendable {
    private let presses = Mutex(StopPresses())

    func press(at second: Int, isHangUp: Bool) -> StopPresses.Meaning {
        presses.withLock { $0.press(at: second, isHangUp: isHangUp) }
    }
}

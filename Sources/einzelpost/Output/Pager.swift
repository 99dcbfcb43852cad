import Foundation
import MailCampaign
import MailCore
import Synchronization

/// Shows what is longer than the screen page by page, as git does; where output is piped it is one text.
enum Pager {
    /// Whether somebody is reading: an interrupt is the pager's then.
    static let isOpen = Atomic(false)

    /// Shows a text, beside the result of the command.
    static func show(_ text: Sentence) {
        if !page(text) { Terminal.complain(text) }
    }

    /// Shows the result of a command.
    static func show(_ result: some Presentable) {
        if !page(result.text) { Terminal.show(result.text) }
    }

    /// - Returns: False if there is no pager, or no need of one, so that nobody has seen anything.
    private static func page(_ sentence: Sentence) -> Bool {
        let text = Terminal.spoken(sentence)
        guard Terminal.hasBar, Terminal.outputIsTerminal,
            text.text.count(where: \.isNewline) >= Terminal.lines, let command = Live.pager
        else { return false }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = Live.pagerEnvironment
        let input = Pipe()
        process.standardInput = input
        isOpen.store(true, ordering: .relaxed)
        defer { isOpen.store(false, ordering: .relaxed) }
        return Live.withoutInterrupts {
            guard (try? process.run()) != nil else { return false }
            // Whoever leaves early has read enough.
            try? input.fileHandleForWriting.write(contentsOf: Data((text.text + "\n").utf8))
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
            return process.terminationStatus != notFound
        }
    }

    /// The shell's word for a program that is not there (POSIX, “Exit Status for Commands”).
    private static let notFound: Int32 = 127
}

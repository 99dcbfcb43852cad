import ArgumentParser
import MailCampaign
import MailConsole
import MailCore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the pages of “console” behind the office's reverse proxy.",
        usage: "einzelpost serve --socket <path> [<options>]",
        discussion: """
            It listens on a socket that only the proxy can reach ([console] proxy_user), and takes its word for \
            who it is ([console] user_header). [console.people] says who may do what. Journal, approval and proof \
            are those of the other commands, which work beside it.

            It runs until it is stopped (SIGINT, or SIGTERM where nothing is being sent). docs/console.md shows \
            how to set up the proxy.
            """
    )

    @Option(
        help: ArgumentHelp(
            "The socket, in a folder of its own that only the proxy's group can pass.",
            valueName: "path"
        )
    )
    var socket: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = try OfficeFacts(of: common.places, in: Live.surroundings).console
        let door = Door.socket(path: socket, try trust(console))
        let format = common.format
        let place = (socket: socket, address: console.address ?? "")
        try await PageService(common.places, Live.surroundings, at: door).run { _, _, _ in
            switch format {
            case .text:
                Terminal.show(
                    Sentence(
                        en: "Serving \(place.address) on \(place.socket) (Ctrl-C ends)",
                        de: "\(place.address) wird auf \(place.socket) bedient (Strg-C: Ende)"
                    )
                )
            case .json:
                Terminal.show(
                    Printable([
                        "socket": .text(place.socket), "address": .text(place.address),
                    ])
                )
            }
        }
    }

    /// Whom to believe; nobody, as long as the configuration leaves something out.
    private func trust(_ console: ConsoleSettings) throws -> ProxyTrust {
        guard let address = console.address else { throw ServingError.missing(.consoleAddress) }
        guard let name = console.proxyUser else { throw ServingError.missing(.consoleProxyUser) }
        guard !console.knowsNobody else { throw ServingError.missing(.consolePeople) }
        guard let account = Live.account(named: name) else {
            throw ServingError.noSuchAccount(name)
        }
        return ProxyTrust(
            user: account.user,
            group: account.group,
            header: console.userHeader,
            address: address,
            people: console
        )
    }
}

import Glibc
import MailCampaign
import MailConsole

/// The pages, from their beginning to their end.
struct PageService {
    private let places: AuthorityPlaces
    private let surroundings: Surroundings
    private let door: Door
    private let moment: String?
    private let example: String?

    /// - Parameters:
    ///   - places: The authority.
    ///   - surroundings: The world.
    ///   - door: By which way requests come.
    ///   - moment: What everything is judged by instead of now; nil for now.
    ///   - example: Where an example file lies; nil for none.
    init(
        _ places: AuthorityPlaces,
        _ surroundings: Surroundings,
        at door: Door,
        moment: String? = nil,
        example: String? = nil
    ) {
        self.places = places
        self.surroundings = surroundings
        self.door = door
        self.moment = moment
        self.example = example
    }

    /// Serves until it is stopped; a sending that is under way comes to its end first.
    ///
    /// - Parameter onOpen: Called once, with the folder of this run, who is in, and the port.
    /// - Throws: What `ConsoleServer` throws.
    func run(
        onOpen: @escaping @Sendable (ConsoleFolder, Sessions, Int) -> Void
    ) async throws {
        let folder = try ConsoleFolder()
        defer { folder.remove() }
        let office = Office(
            places: places,
            surroundings: surroundings,
            moment: moment,
            folder: folder.path
        )
        let server = try ConsoleServer(office, at: door, example: example)
        let signals = signals(for: server.desk)
        try await server.run { onOpen(folder, server.sessions, $0) }
        withExtendedLifetime(signals) {}
    }

    /// “einzelpost stop” asks for the end of a sending by SIGTERM; everything else ends the pages, too.
    private func signals(for desk: SendingDesk) -> StopSignals {
        let presses = StopPressCount()
        return Live.onEachStopSignal { number, second in
            if number == SIGTERM, desk.isSending {
                await desk.stop()
                return
            }
            switch presses.press(at: second, isHangUp: number == SIGHUP) {
            case .stop: await desk.close()
            case .nothing: break
            case .end: StopSignals.end(by: number)
            }
        }
    }
}

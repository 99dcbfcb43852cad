@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Says something before the program ends by SIGINT, SIGTERM or SIGHUP, as long as it lives: somebody is asked a
/// question meanwhile.
final class LastWords: Sendable {
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    init(_ say: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                guard number != SIGINT || !Pager.isOpen.load(ordering: .relaxed) else { return }
                say()
                StopSignals.end(by: number)
            }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }
}

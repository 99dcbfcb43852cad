package import MailCore
import Synchronization

/// Everybody who is in, and the links by which somebody may come in.
package final class Sessions: Sendable {
    private struct State {
        var sessions: [String: Session] = [:]
        /// Each until then.
        var links: [String: Duration] = [:]
    }

    private let state = Mutex(State())
    private let randomness: Randomness
    private let elapsed: @Sendable () -> Duration
    private let language: Language

    /// How long a link waits for whoever asked for it.
    package static let patience = Duration.seconds(2 * 60)

    /// - Parameters:
    ///   - randomness: Nobody can foretell it.
    ///   - elapsed: A clock that nobody sets.
    ///   - language: In which a session begins.
    package init(
        randomness: Randomness,
        elapsed: @escaping @Sendable () -> Duration,
        language: Language
    ) {
        self.randomness = randomness
        self.elapsed = elapsed
        self.language = language
    }

    /// A new way in, for one person, once.
    package func makeLink() -> String {
        let link = Hexadecimal.text(of: randomness.octets(16))
        let end = elapsed() + Self.patience
        state.withLock { $0.links[link] = end }
        return link
    }

    /// Takes a link; nil if there is none, or none any more.
    package func enter(by link: String) -> Session? {
        let now = elapsed()
        return state.withLock { state in
            state.links = state.links.filter { now <= $0.value }
            guard state.links.removeValue(forKey: link) != nil else { return nil }
            let session = Session(randomness: randomness, at: now, language: language)
            state.sessions[session.id] = session
            return session
        }
    }

    /// Somebody whom a proxy has signed in, and who has no session yet.
    ///
    /// Whoever keeps no cookie begins one with each request: the oldest of theirs make room.
    package func enter(as person: String) -> Session {
        let now = elapsed()
        let session = Session(of: person, randomness: randomness, at: now, language: language)
        state.withLock { state in
            let own = state.sessions.values.filter { $0.person == person }
            for old in own.sorted(by: { $0.seen > $1.seen }).dropFirst(Self.mostOfOne - 1) {
                state.sessions[old.id] = nil
            }
            state.sessions[session.id] = session
        }
        return session
    }

    /// Sessions of one person.
    package static let mostOfOne = 10

    /// The session of a cookie, which has just been seen; nil if it is over.
    package func session(_ id: String) -> Session? {
        let now = elapsed()
        return state.withLock { state in
            state.sessions = state.sessions.filter { !$0.value.isOver(at: now) }
            guard var session = state.sessions[id] else { return nil }
            session.seen = now
            session.unmasked = session.unmasked.filter { now < $0.value }
            state.sessions[id] = session
            return session
        }
    }

    func change(_ id: String, _ change: (inout Session) -> Void) {
        state.withLock { state in
            guard var session = state.sessions[id] else { return }
            change(&session)
            state.sessions[id] = session
        }
    }

    /// What is to be said once.
    func takeNews(of id: String) -> Sentence? {
        state.withLock { state in
            defer { state.sessions[id]?.news = nil }
            return state.sessions[id]?.news
        }
    }

    package func unmask(_ campaign: String, for id: String) {
        let end = elapsed() + Session.longestSight
        change(id) { $0.unmasked[campaign] = end }
    }

    package func leave(_ id: String) {
        state.withLock { _ = $0.sessions.removeValue(forKey: id) }
    }
}

import MailConsole
import MailCore
import Synchronization
import TestSupport
import Testing

/// Who is in, and for how long.
struct SessionsTests {
    /// A clock that goes on when it is told to.
    private final class Clock: Sendable {
        private let time = Mutex(Duration.zero)
        var now: Duration { time.withLock { $0 } }
        func goOn(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    private let clock = Clock()
    private let sessions: Sessions

    init() {
        let clock = clock
        let chance = Mutex(SplitMix(seed: 19))
        sessions = Sessions(
            randomness: Randomness { chance.withLock { $0.next() } },
            elapsed: { clock.now },
            language: .de
        )
    }

    @Test func `a link works once`() throws {
        let link = sessions.makeLink()
        #expect(link.count == 32)
        let session = try #require(sessions.enter(by: link))
        #expect(sessions.enter(by: link) == nil)
        #expect(sessions.session(session.id) != nil)
        #expect(sessions.enter(by: String(repeating: "0", count: 32)) == nil)
        #expect(sessions.enter(by: "") == nil)
    }

    @Test func `a link works for two minutes`() {
        let (early, late) = (sessions.makeLink(), sessions.makeLink())
        clock.goOn(.seconds(120))
        #expect(sessions.enter(by: early) != nil)
        clock.goOn(.seconds(1))
        #expect(sessions.enter(by: late) == nil)
    }

    @Test func `whoever has signed in at a proxy makes room for themselves alone`() throws {
        let berta = sessions.enter(as: "berta@kreis.example")
        let anna = (0..<Sessions.mostOfOne).map { _ in
            clock.goOn(.seconds(1))
            return sessions.enter(as: "anna@kreis.example")
        }
        _ = sessions.enter(as: "anna@kreis.example")
        #expect(anna.filter { sessions.session($0.id) == nil }.map(\.id) == [anna[0].id])
        #expect(anna.count == Sessions.mostOfOne)
        #expect(sessions.session(berta.id)?.person == "berta@kreis.example")
    }

    @Test func `half an hour of silence ends a session, and so do ten hours`() throws {
        let session = try #require(sessions.enter(by: sessions.makeLink()))
        clock.goOn(Session.longestPause)
        #expect(sessions.session(session.id) != nil)
        clock.goOn(Session.longestPause + .seconds(1))
        #expect(sessions.session(session.id) == nil)
        let busy = try #require(sessions.enter(by: sessions.makeLink()))
        for _ in 0..<39 {
            clock.goOn(.seconds(15 * 60))
            #expect(sessions.session(busy.id) != nil)
        }
        clock.goOn(.seconds(16 * 60))
        #expect(sessions.session(busy.id) == nil)
    }

    @Test func `people are hidden again after ten minutes`() throws {
        let session = try #require(sessions.enter(by: sessions.makeLink()))
        sessions.unmask("2026-12-01-1", for: session.id)
        clock.goOn(.seconds(599))
        #expect(sessions.session(session.id)?.unmasked["2026-12-01-1"] != nil)
        #expect(sessions.session(session.id)?.unmasked["2026-12-01-2"] == nil)
        clock.goOn(.seconds(1))
        #expect(sessions.session(session.id)?.unmasked["2026-12-01-1"] == nil)
    }

    @Test func `a form's token is good for its own session alone`() throws {
        let one = try #require(sessions.enter(by: sessions.makeLink()))
        let other = try #require(sessions.enter(by: sessions.makeLink()))
        #expect(one.id != other.id)
        #expect(one.isFormToken(one.formToken))
        #expect(!one.isFormToken(other.formToken))
        #expect(!one.isFormToken(""))
        #expect(!one.isFormToken(String(one.formToken.dropLast())))
        #expect(!one.isFormToken(one.formToken + "0"))
    }

    @Test func `who leaves is out`() throws {
        let session = try #require(sessions.enter(by: sessions.makeLink()))
        sessions.leave(session.id)
        #expect(sessions.session(session.id) == nil)
    }
}

import HTTPTypes
import Hummingbird
import HummingbirdCore
import MailCampaign
import MailCore
import NIOCore
import Synchronization

/// How far a sending is, told as long as a page is open (server-sent events).
extension Console {
    func progress(of name: String, _ visit: Visit) -> ResponseBody {
        let last = visit.request.headers[.lastEventID].flatMap { Int($0) }
        let language = visit.session.language
        let request = visit.request
        return ResponseBody { writer in
            let hasLeft = Mutex(false)
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                var stream = EventStream(language: language, last: last)
                while !hasLeft.withLock({ $0 }), !self.desk.isClosed {
                    let step = try await self.next(name, &stream)
                    if !step.text.isEmpty { try await writer.write(ByteBuffer(string: step.text)) }
                    if step.isLast { break }
                    // Another process is asked by way of its journal, which takes longer.
                    await self.office.surroundings.sleep(
                        .milliseconds(self.desk.isSending ? 500 : 2_000)
                    )
                }
            } onInboundClosed: {
                hasLeft.withLock { $0 = true }
            }
            try await writer.finish(nil)
        }
    }

    private func next(
        _ name: String,
        _ stream: inout EventStream
    ) async throws -> (text: String, isLast: Bool) {
        if let run = desk.run(of: name) {
            guard !run.isOver else { return (stream.end(), true) }
            return (stream.news(run.sequence, desk.sight(of: run)), false)
        }
        guard let sight = try await elsewhere(name), sight.campaign == name else {
            return (stream.end(), true)
        }
        return (stream.news(sight.gone, sight), false)
    }
}

/// What has been told on one stream.
struct EventStream {
    let language: Language
    /// The number of what was told last; nil for nothing.
    private(set) var last: Int?
    private var toldTenth = 0
    private var silence = 0

    init(language: Language, last: Int?) {
        self.language = language
        self.last = last
    }

    /// What is new; a comment where nothing has been for a while, so that nobody in between gives up.
    mutating func news(_ number: Int, _ sight: SendingSight?) -> String {
        guard number != last || sight?.secondsToBegin != nil else {
            silence += 1
            return silence % 30 == 0 ? ": weiter\n\n" : ""
        }
        last = number
        silence = 0
        let html = SendingPage.standing(sight).map { $0.html(in: language) }.joined()
        return event("stand", html, number) + spoken(sight, number)
    }

    mutating func end() -> String { event("ende", "", last ?? 0) }

    /// For whoever hears it: every tenth part, and no more.
    private mutating func spoken(_ sight: SendingSight?, _ number: Int) -> String {
        guard let sight, sight.percent / 10 > toldTenth else { return "" }
        toldTenth = sight.percent / 10
        let words = Sentence(
            en: "\(sight.gone) of \(sight.total) messages",
            de: "\(count: sight.gone) von \(sight.total, "Nachricht", "Nachrichten")"
        )
        return event("sagen", words[language].text, number)
    }

    private func event(_ name: String, _ data: String, _ number: Int) -> String {
        let lines = data.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "data: \($0)\n" }.joined()
        return "id: \(number)\nevent: \(name)\n\(lines)\n"
    }
}

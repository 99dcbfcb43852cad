import Glibc

/// One connection of a `ScriptedRelay`: as strict about the order of commands as Postfix is, so
/// that a client out of step shows.
///
/// Used by its own thread only.
final class ScriptedDialogue {
    private let descriptor: Int32
    private let number: Int
    private let script: RelayScript
    private let relay: ScriptedRelay
    private var input: ArraySlice<UInt8> = []
    private var isOpen = true
    private var sender: String?
    private var recipients: [String] = []
    private var occasions: [RelayScript.Moment: Int] = [:]

    init(on descriptor: Int32, number: Int, script: RelayScript, of relay: ScriptedRelay) {
        self.descriptor = descriptor
        self.number = number
        self.script = script
        self.relay = relay
    }

    func run() {
        perform(.greeting, line: "", otherwise: ["220 scripted.example ESMTP"])
        while isOpen, let line = readLine() {
            relay.note(command: line)
            answer(line)
        }
    }

    private func answer(_ line: String) {
        switch line.prefix(4).uppercased() {
        case "EHLO", "HELO": greet(line)
        case "STAR": perform(.starttls, line: line, otherwise: ["502 5.5.1 not implemented"])
        case "AUTH": logIn(line)
        case "MAIL": beginTransaction(line)
        case "RCPT": addRecipient(line)
        case "DATA": takeData(line)
        case "RSET":
            forgetTransaction()
            perform(.rset, line: line, otherwise: ["250 2.0.0 Ok"])
        case "QUIT":
            perform(.quit, line: line, otherwise: ["221 2.0.0 Bye"])
            isOpen = false
        default: send("500 5.5.2 unknown command\r\n")
        }
    }

    private func greet(_ line: String) {
        let names = ["scripted.example"] + script.capabilities
        let lines = names.enumerated().map { index, name in
            "250\(index == names.count - 1 ? " " : "-")\(name)"
        }
        perform(.ehlo, line: line, otherwise: lines)
    }

    private func logIn(_ line: String) {
        if line.split(separator: " ").count < 3 {
            send("334 \r\n")
            guard readLine() != nil else { return }
        }
        perform(.auth, line: line, otherwise: ["235 2.7.0 Authentication successful"])
    }

    private func beginTransaction(_ line: String) {
        guard sender == nil else { return send("503 5.5.1 nested MAIL command\r\n") }
        if perform(.mail, line: line, otherwise: ["250 2.1.0 Ok"]) { sender = Self.path(in: line) }
    }

    private func addRecipient(_ line: String) {
        guard sender != nil else { return send("503 5.5.1 need MAIL command\r\n") }
        if perform(.rcpt, line: line, otherwise: ["250 2.1.5 Ok"]) {
            recipients.append(Self.path(in: line))
        }
    }

    private func takeData(_ line: String) {
        let refusal =
            sender == nil ? "503 5.5.1 need RCPT command" : "554 5.5.1 no valid recipients"
        let answer = recipients.isEmpty ? refusal : "354 End data with <CR><LF>.<CR><LF>"
        // With a script of its own a relay may also grant DATA when nobody is to receive.
        perform(.data, line: line, otherwise: [answer])
        guard isOpen, lastAnswer == 354 else { return }
        guard !input.isEmpty || readMore() else { return }
        perform(.body, line: "", otherwise: [])
        guard isOpen, let data = readBody() else { return }
        finish(data)
    }

    private func finish(_ data: [UInt8]) {
        let text = String(decoding: data, as: UTF8.self)
        let occasion = nextOccasion(of: .dot, line: text)
        let name = "S\(number)D\(occasion.number)"
        let usual = RelayScript.Step.answer("250 2.0.0 Ok: queued as \(name)")
        let steps = script.steps(for: .dot, on: occasion) ?? [usual]
        let transaction = ScriptedRelay.Transaction(
            sender: sender ?? "",
            recipients: recipients,
            data: data,
            connection: number,
            answer: Self.code(of: steps)
        )
        relay.note(transaction)
        forgetTransaction()
        steps.forEach(take)
    }

    private func forgetTransaction() {
        sender = nil
        recipients = []
    }

    private var lastAnswer: Int?

    /// True if the command counts as granted.
    @discardableResult
    private func perform(
        _ moment: RelayScript.Moment,
        line: String,
        otherwise lines: [String]
    ) -> Bool {
        let occasion = nextOccasion(of: moment, line: line)
        let steps =
            script.steps(for: moment, on: occasion) ?? lines.map(RelayScript.Step.answer)
        lastAnswer = Self.code(of: steps)
        steps.forEach(take)
        return lastAnswer.map { (200..<400).contains($0) } ?? false
    }

    private func nextOccasion(
        of moment: RelayScript.Moment,
        line: String
    ) -> RelayScript.Occasion {
        occasions[moment, default: 0] += 1
        return RelayScript.Occasion(
            number: relay.nextOccasion(of: moment),
            numberOnConnection: occasions[moment, default: 0],
            line: line
        )
    }

    private func take(_ step: RelayScript.Step) {
        guard isOpen else { return }
        switch step {
        case .answer(let line): send(line + "\r\n")
        case .raw(let text): send(text)
        case .close: isOpen = false
        case .reset:
            Loopback.prepareReset(of: descriptor)
            isOpen = false
        case .hang:
            Loopback.waitForHangUp(on: descriptor)
            isOpen = false
        case .wait: relay.waitToProceed()
        }
    }

    private static func code(of steps: [RelayScript.Step]) -> Int? {
        guard case .answer(let line)? = steps.first else { return nil }
        return Int(line.prefix(3))
    }

    private func send(_ text: String) {
        if !Loopback.send(Array(text.utf8), to: descriptor) { isOpen = false }
    }

    private func readMore() -> Bool {
        guard let bytes = Loopback.receive(from: descriptor) else { return false }
        relay.note(bytes[...], on: number)
        input.append(contentsOf: bytes)
        return true
    }

    private func readLine() -> String? {
        while true {
            if let end = input.firstIndex(of: UInt8(ascii: "\n")) {
                let line = input[..<end]
                input = input[(end + 1)...]
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            guard readMore() else { return nil }
        }
    }

    /// The bytes up to the final dot, which must stand alone between CRLFs.
    private func readBody() -> [UInt8]? {
        var body: [UInt8] = []
        let dot = Array("\r\n.\r\n".utf8)
        while true {
            while let end = input.firstIndex(of: UInt8(ascii: "\n")) {
                body.append(contentsOf: input[...end])
                input = input[(end + 1)...]
                if body.elementsEqual(dot.dropFirst(2)) { return [] }
                if body.suffix(5).elementsEqual(dot) { return body.dropLast(3) }
            }
            guard readMore() else { return nil }
        }
    }

    private static func path(in line: String) -> String {
        guard let start = line.firstIndex(of: "<"), let end = line.firstIndex(of: ">") else {
            return ""
        }
        return String(line[line.index(after: start)..<end])
    }
}

import Foundation
import MailCampaign
import MailCore
import TestSupport
import Testing

/// What was asked for lacks something or contradicts itself.
struct UnclearRequestTests {
    @Test(
        arguments: [
            ("19.03.2097", nil, nil, nil), (nil, "2097-03-19", "2097-03-20", nil),
            (nil, nil, nil, .days), (nil, "2097-03-19", nil, .days),
            (nil, nil, "2097-03-19", .days),
            ("2097-03-19", "2097-03-19", nil, .days), ("2097-03-19", nil, "2097-03-19", .days),
            ("2097-03-19", "2097-03-19", "2097-03-19", .days),
            (nil, "2097-03-20", "2097-03-19", .fromBehindTo),
            ("2097-02-30", nil, nil, .notADay(option: "--date", "2097-02-30")),
            ("30.02.2097", nil, nil, .notADay(option: "--date", "30.02.2097")),
            ("morgen", nil, nil, .notADay(option: "--date", "morgen")),
            (nil, "19.3.97", "2097-03-19", .notADay(option: "--from", "19.3.97")),
            (nil, "2097-03-19", "", .notADay(option: "--to", "")),
        ] as [(String?, String?, String?, UnclearRequest?)]
    )
    func `the days are one, or a first and a last one`(
        date: String?,
        from: String?,
        to: String?,
        expected: UnclearRequest?
    ) {
        #expect(Self.error { try ChosenDays.read(date: date, from: from, to: to) } == expected)
    }

    @Test(arguments: [(nil, true), (0, true), (10_000_000, true), (-1, false), (10_000_001, false)])
    func `only a number that a file can have is expected`(rows: Int?, isPossible: Bool) {
        let error = Self.error { try Planning.Choice.check(expected: rows) }
        #expect(error == (isPossible ? nil : .expectation))
    }

    @Test(
        arguments: [
            (["rows"], .answer), (["phones"], .rows), (["rows", "phones"], nil),
            (["rows", "leavesOut"], nil), (["rows", "sends"], nil),
            (["rows", "phones", "leavesOut"], .answer), (["rows", "phones", "sends"], .answer),
            (["rows", "all", "phones"], .rows), (["all", "phones"], nil),
            (["all", "leavesOut"], .allDoubtfulUnlessPhoned),
            (["all", "sends"], .allDoubtfulUnlessPhoned),
            (["rows", "two", "phones"], nil),
            (["rows", "two", "sends"], .addressOfOtherThanOneRow),
            (["value"], .answer), (["value", "fine"], nil), (["value", "phones"], nil),
            (["value", "leavesOut"], nil), (["value", "sends"], .addressForValue),
            (["value", "fine", "phones"], .answer), (["value", "rows", "phones"], .rows),
            (["value", "all", "phones"], .rows), (["rows", "fine"], .fineWithoutValue),
            (["all", "fine"], .fineWithoutValue),
            (["rows", "phones", "shared"], .sharedWithoutAddress),
            (["rows", "sends", "shared"], nil),
            (["rows", "phones", "start"], .startWithoutAddress), (["rows", "sends", "start"], nil),
        ] as [([String], UnclearRequest?)]
    )
    func `an answer is one, about rows that it may be given for`(
        said: [String],
        expected: UnclearRequest?
    ) {
        var request = AnswerRequest()
        if said.contains("rows") { request.rows = said.contains("two") ? [2, 3] : [2] }
        request.isAboutAllDoubtful = said.contains("all")
        request.value = said.contains("value") ? 1 : nil
        request.saysFine = said.contains("fine")
        request.phones = said.contains("phones")
        request.leavesOut = said.contains("leavesOut")
        request.sends = said.contains("sends")
        request.sharedWith = said.contains("shared") ? 9 : nil
        request.start = said.contains("start") ? "2097-03-19T10:00" : nil
        #expect(Self.error(request.check) == expected)
    }

    @Test(arguments: ["heute", "2097-03-19", "10:00", "2097-03-19T25:00"])
    func `a given start is a day and a time`(start: String) {
        var request = AnswerRequest()
        (request.rows, request.sends, request.start) = ([2], true, start)
        #expect(Self.error(request.check) == .notAClockTime(option: "--start", start))
    }

    @Test func `an answer says what was asked for`() throws {
        var request = AnswerRequest()
        (request.isAboutAllDoubtful, request.phones) = (true, true)
        guard case .phoneAllDoubtful = try request.answer(nil) else {
            Issue.record("not all are phoned")
            return
        }
        (request.rows, request.isAboutAllDoubtful) = ([4, 5], false)
        guard case .leave([4, 5], .phone) = try request.answer(nil) else {
            Issue.record("not these are phoned")
            return
        }
        request = AnswerRequest()
        (request.rows, request.sends, request.start) = ([4], true, "19.03.2097T08:15")
        request.sharedWith = 7
        let answer = try request.answer(GivenAddress("frauke@example.org"))
        guard case .send(4, let given, "2097-03-19 08:15", 7) = answer else {
            Issue.record("nobody is written to")
            return
        }
        #expect(given.address.text == "frauke@example.org")
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("00", "Amt", nil), (nil, "Amt", .nameWithoutDigest),
            ("00", nil, .digestWithoutName),
        ] as [(String?, String?, UnclearRequest?)]
    )
    func `an approval has a digest and a name, or neither`(
        digest: String?,
        name: String?,
        expected: UnclearRequest?
    ) {
        #expect(Self.error { try ApprovalRequest(digest: digest, by: name) } == expected)
    }

    @Test func `all messages are seen only as files`() throws {
        #expect(
            Self.error { try PreviewRequest(rows: [], all: true, folder: nil) } == .allWithoutOutput
        )
        #expect(try PreviewRequest(rows: [2], all: false, folder: nil) == .look(rows: [2]))
        #expect(
            try PreviewRequest(rows: [2], all: false, folder: "f") == .write(rows: [2], folder: "f")
        )
        #expect(try PreviewRequest(rows: [], all: true, folder: "f") == .writeAll(folder: "f"))
    }

    @Test func `a campaign's proof needs a file, a message's none`() throws {
        let none = Self.error { try ProofRequest(campaign: nil, message: nil, output: "f") }
        #expect(none == .noCampaign)
        let nowhere = Self.error { try ProofRequest(campaign: "c", message: nil, output: nil) }
        #expect(nowhere == .noOutput)
        #expect(
            try ProofRequest(campaign: "c", message: nil, output: "f")
                == .campaign("c", output: "f")
        )
        let message = try ProofRequest(campaign: nil, message: "m", output: nil)
        #expect(message == .message("m", campaign: nil, output: nil))
        #expect(message.output == nil && message.name == "this proof")
    }

    @Test(
        arguments: [
            (false, false, ["m"], [], .ruling), (true, true, ["m"], [], .ruling),
            (true, false, [], [], .noMessage),
            (true, false, ["m"], [], nil), (false, true, ["m"], [3], nil),
            (true, false, [], [3, 4], nil),
        ] as [(Bool, Bool, [String], [Int], UnclearRequest?)]
    )
    func `a ruling is one, about messages`(
        accepted: Bool,
        resend: Bool,
        messages: [String],
        rows: [Int],
        expected: UnclearRequest?
    ) {
        let error = Self.error {
            try ResolveRequest(messages: messages, rows: rows, accepted: accepted, resend: resend)
        }
        #expect(error == expected)
    }

    @Test func `a log shows what was taken, and nothing else`() throws {
        func request(_ messages: [String], _ rows: [Int], resend: Bool) throws -> LogRequest {
            try LogRequest(
                paths: ["l"],
                messages: messages,
                rows: rows,
                accepted: !resend,
                resend: resend
            )
        }
        for (messages, rows, resend) in [(["m"], [], false), ([], [2], false), ([], [], true)] {
            let error = Self.error { try request(messages, rows, resend: resend) }
            #expect(error == .logWithRuling)
        }
        #expect(try request([], [], resend: false).isSaid)
    }

    @Test func `messages are kept of a rehearsal alone`() throws {
        let kept = Self.error { try SendRequest(rehearse: false, folder: "f", hour: nil) }
        #expect(kept == .outputWithoutRehearsal)
        let waiting = Self.error { try SendRequest(rehearse: true, folder: nil, hour: "21:00") }
        #expect(waiting == .hourOfRehearsal)
        #expect(try SendRequest(rehearse: false, folder: nil, hour: nil) == .relay)
        #expect(try SendRequest(rehearse: true, folder: "f", hour: nil) == .rehearsal(folder: "f"))
        #expect(try SendRequest(rehearse: true, folder: nil, hour: nil) == .rehearsal(folder: nil))
    }

    @Test func `a test mail is nothing else besides`() throws {
        func request(
            rehearse: Bool = false,
            hour: String? = nil,
            test: String? = "a@example.org",
            row: Int? = nil
        ) throws -> SendRequest {
            try SendRequest(rehearse: rehearse, folder: nil, hour: hour, test: test, row: row)
        }
        #expect(try request(row: 3) == .test(address: "a@example.org", row: 3))
        #expect(Self.error { try request(rehearse: true) } == .testAlone)
        #expect(Self.error { try request(hour: "21:00") } == .testAlone)
        #expect(Self.error { try request(test: nil, row: 3) } == .rowWithoutTest)
    }

    @Test(
        arguments: [
            (nil, nil, nil, .whatToVerify), ("c", "f", nil, .whatToVerify),
            ("c", nil, "00", .keyWithoutProof), (nil, "f", "00", .key), ("c", nil, nil, nil),
            (nil, "f", nil, nil),
            (nil, "f", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", nil),
        ] as [(String?, String?, String?, UnclearRequest?)]
    )
    func `a campaign is verified, or a proof`(
        campaign: String?,
        proof: String?,
        key: String?,
        expected: UnclearRequest?
    ) {
        let error = Self.error {
            try VerificationRequest(campaign: campaign, proof: proof, key: key)
        }
        #expect(error == expected)
    }

    @Test(
        arguments: [
            (nil, true), ("2097-03-18", true), ("2097-03-18T18:00", true), ("gestern", false),
            ("2097-03-19T25:00", false), ("", false),
        ] as [(String?, Bool)]
    )
    func `a moment is a day, with a time or without`(text: String?, isMoment: Bool) {
        let error = Self.error { try WrittenMoment.check(text, option: "--as-of") }
        #expect(error == (isMoment ? nil : .notATime(option: "--as-of", text ?? "")))
    }

    private static func error<Value>(_ make: () throws -> Value) -> UnclearRequest? {
        do { _ = try make() } catch { return error as? UnclearRequest }
        return nil
    }

    @Test func `where a state directory comes from has one answer, or none`() throws {
        #expect(try StateClaim(moved: false, restored: false) == nil)
        #expect(try StateClaim(moved: true, restored: false) == .moved)
        #expect(try StateClaim(moved: false, restored: true) == .restored)
        #expect(throws: UnclearRequest.movedAndRestored) {
            _ = try StateClaim(moved: true, restored: true)
        }
    }
}
